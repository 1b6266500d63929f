package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.random.RandomStream;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Synapses that are dead. */
class SynapseLesionTest {

  /** Neurons that forget next to nothing, so that V_m tells which spikes have arrived. */
  private static final String PAIRS =
      """
      scenario: pairs
      neurons:
        in: {size: 200, model: spike_generator, spike_times: {start: 5 ms, interval: 10 ms, count: 4}}
        out: {size: 200, model: iaf_psc_delta, tau_m: 1e9 ms, E_L: -70 mV, V_th: 0 mV}
      synapses:
        - {name: drive, from: in, to: out, rule: one_to_one, weight: 3 mV, delay: 1 ms}
      record: {V_m: out, interval: 10 ms}
      """;

  private static Scenario load(Engine engine, int threads, String text) throws Exception {
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, null),
        Map.of(),
        new Overrides(null, null, threads, engine));
  }

  private static RunResult run(Scenario scenario) throws Exception {
    return EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {});
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void comesWithAPhaseAndTakesMoreWithTheNext(Engine engine) throws Exception {
    String protocol =
        """
        time: {step: 0.1 ms}
        protocol:
          - {phase: whole, duration: 10 ms}
          - {phase: few, duration: 10 ms, set: {synapses.drive.lesion: 20%}}
          - {phase: many, duration: 10 ms, set: {synapses.drive.lesion: 60%}}
          - {phase: all, duration: 10 ms, set: {synapses.drive.lesion: 100%}}
        """;
    TraceTable table = run(load(engine, 2, PAIRS + protocol)).traces().get(0);
    Set<Integer> few = new TreeSet<>();
    Set<Integer> many = new TreeSet<>();
    for (int neuron = 0; neuron < 200; neuron++) {
      double[] v = table.values()[0][neuron];
      assertEquals(-67, v[0], 1e-5);
      add(few, neuron, v[1] - v[0]);
      add(many, neuron, v[2] - v[1]);
      assertEquals(0, v[3] - v[2], 1e-5);
    }
    assertEquals(160, few.size(), 5 * Math.sqrt(200 * 0.2 * 0.8));
    assertEquals(80, many.size(), 5 * Math.sqrt(200 * 0.6 * 0.4));
    assertTrue(few.containsAll(many), "a larger lesion holds a smaller one");
  }

  private static void add(Set<Integer> reached, int neuron, double jump) {
    if (jump > 1) {
      assertEquals(3, jump, 1e-5);
      reached.add(neuron);
    } else {
      assertEquals(0, jump, 1e-5);
    }
  }

  private static double[][] weights(String synapses, String lesion) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, duration: 1 ms}
        neurons:
          in: {size: 300, model: poisson_generator}
          out: {size: 60, model: iaf_psc_exp}
        synapses:
          - {from: in, to: out, delay: 1 ms, %s %s}
        """
            .formatted(synapses, lesion);
    Wiring wiring = new Wiring(load(Engine.grid, 1, text).network(), 0, 1);
    RandomStream stream = new RandomStream(1);
    double[][] all = new double[60][];
    for (int target = 0; target < all.length; target++) {
      IntList sources = new IntList();
      wiring.sources(target, stream, sources);
      all[target] = new double[sources.size()];
      wiring.weights(target, sources, stream, all[target]);
    }
    return all;
  }

  /** A share of all, five standard errors, and the others keep their weights to the last bit. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rule: fixed_indegree, indegree: 400, weight: 20 pA; 0.3",
        "rule: pairwise_bernoulli, probability: 0.7, weight: {distribution: normal, mean: -20 pA, sd: 2 pA}; 0.05",
        "rule: all_to_all, weight: {distribution: lognormal, median: 20 pA, sigma: 1}; 0.9",
        "rule: fixed_total_number, total: 20000, weight: 20 pA, multapses: true; 0.5"
      })
  void killsAShareAndLeavesTheOthersAsTheyWere(String synapses, double part) throws Exception {
    double[][] whole = weights(synapses, "");
    double[][] left = weights(synapses, ", lesion: " + part);
    long dead = 0;
    long all = 0;
    for (int target = 0; target < whole.length; target++) {
      assertEquals(whole[target].length, left[target].length);
      long own = 0;
      for (int i = 0; i < whole[target].length; i++) {
        assertNotEquals(0, whole[target][i]);
        if (left[target][i] == 0) {
          own++;
        } else {
          assertEquals(whole[target][i], left[target][i]);
        }
      }
      int count = whole[target].length;
      assertEquals(part * count, own, 5 * Math.sqrt(count * part * (1 - part)));
      dead += own;
      all += count;
    }
    assertEquals(part * all, dead, 5 * Math.sqrt(all * part * (1 - part)));
  }

  @Test
  void twoEntriesOfTheSameNeuronsLoseDifferentSynapses() throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, duration: 1 ms}
        neurons:
          in: {size: 200, model: poisson_generator}
          out: {size: 1, model: iaf_psc_exp_multisynapse, tau_syn: [2 ms, 5 ms]}
        synapses:
          - {from: in, to: out, rule: all_to_all, weight: 1 pA, delay: 1 ms, lesion: 50%, receptor: 1}
          - {from: in, to: out, rule: all_to_all, weight: 1 pA, delay: 1 ms, lesion: 50%, receptor: 2}
        """;
    Scenario scenario = load(Engine.grid, 1, text);
    RandomStream stream = new RandomStream(1);
    double[][] weights = new double[2][200];
    for (int entry = 0; entry < 2; entry++) {
      Wiring wiring = new Wiring(scenario.network(), entry, 1);
      IntList sources = new IntList();
      wiring.sources(0, stream, sources);
      wiring.weights(0, sources, stream, weights[entry]);
    }
    int both = 0;
    for (int i = 0; i < 200; i++) {
      both += weights[0][i] == 0 && weights[1][i] == 0 ? 1 : 0;
    }
    assertEquals(50, both, 5 * Math.sqrt(200 * 0.25 * 0.75));
  }

  @Test
  void ofSynapsesThatAreListedWithTheirWeights() throws Exception {
    StringBuilder edges = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      edges.append(i == 0 ? "" : ", ").append("[" + i + ", 7, " + (i + 1) + " pA]");
    }
    String synapses = "rule: explicit, edges: [" + edges + "]";
    double[] left = weights(synapses, ", lesion: 50%")[7];
    int dead = 0;
    for (int i = 0; i < left.length; i++) {
      dead += left[i] == 0 ? 1 : 0;
      assertTrue(left[i] == 0 || left[i] == i + 1);
    }
    assertEquals(150, dead, 5 * Math.sqrt(300 * 0.25));
  }

  @Test
  void noneIsNone() throws Exception {
    String synapses = "rule: fixed_indegree, indegree: 40, weight: 20 pA";
    assertArrayEquals(weights(synapses, ""), weights(synapses, ", lesion: 0"));
  }

  /** Guards against change only: our output against our output. */
  @ParameterizedTest
  @ValueSource(strings = {"grid", "event"})
  void isTheSameOnAnyThreadsAndFromTheWrittenFile(String engine) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, duration: 200 ms}
        neurons:
          in: {size: 200, model: poisson_generator, rate: 30 Hz}
          exc: {size: 50, model: iaf_psc_exp}
        synapses:
          - {from: in, to: "exc[5:50]", rule: fixed_indegree, indegree: 100, weight: 80 pA, delay: 1 ms, lesion: 20%}
        """;
    Engine chosen = Engine.valueOf(engine);
    Scenario one = load(chosen, 1, text);
    SpikeList spikes = run(one).spikes().get(1);
    assertTrue(spikes.size() > 100);
    for (Scenario other :
        new Scenario[] {load(chosen, 3, text), load(chosen, 2, ResolvedYaml.of(one))}) {
      SpikeList again = run(other).spikes().get(1);
      assertArrayEquals(spikes.times(), again.times());
      assertArrayEquals(spikes.neurons(), again.neurons());
    }
  }
}
