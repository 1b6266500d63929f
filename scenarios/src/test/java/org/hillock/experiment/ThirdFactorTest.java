package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.network.Projection;
import org.hillock.record.SpikeList;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Third neurons of synapses, from the file to the spikes. */
class ThirdFactorTest {

  private static final String ONE =
      """
      scenario: x
      time: {step: 0.1 ms, duration: 40 ms}
      neurons:
        source: {size: 1, model: spike_generator, spike_times: [10 ms]}
        glia: {size: 1, model: iaf_psc_delta}
        target: {size: 1, model: iaf_psc_delta, tau_m: 20 ms, E_L: -70 mV}
      synapses:
        - {name: direct, from: source, to: target, rule: one_to_one, weight: 2 mV, delay: 1 ms,
           third_factor: {through: glia, in: {weight: 30 mV, delay: 2 ms}, out: {weight: -3 mV, delay: 4 ms}}}
      record: {spikes: [source, glia, target], V_m: target, interval: 0.5 ms}
      """;

  /** Parrots, so that spikes count synapses; every source has times of its own. */
  private static final String MANY =
      """
      scenario: x
      seed: 3
      time: {step: 0.5 ms, duration: 400 ms}
      neurons:
        source: {size: 40, model: spike_generator, spike_times: {start: 4 ms, interval: 200 ms, count: 2, stagger: 4.5 ms}}
        glia: {size: 30, model: parrot_neuron}
        target: {size: 50, model: parrot_neuron}
      synapses:
        - {from: source, to: target, rule: RULE, weight: 1, delay: 1 ms,
           third_factor: {through: "glia[5:25]", probability: 0.4, pool_size: 3,
             in: {weight: 1, delay: 1 ms}, out: {weight: 1, delay: 1.5 ms}}}
      record: {spikes: [glia, target]}
      """;

  private static Scenario load(Engine engine, int threads, String text) throws ScenarioException {
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, null),
        Map.of(),
        new Overrides(null, null, threads, engine));
  }

  private static RunResult run(Engine engine, int threads, String text) throws Exception {
    Scenario scenario = load(engine, threads, text);
    return EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {});
  }

  /** 2 mV from the source at 11 ms, then -3 mV at 16 ms from the third neuron, at 12 ms. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void shouldReachTheTargetFromTheSourceThenFromTheThirdNeuron(Engine engine) throws Exception {
    RunResult result = run(engine, 1, ONE);
    assertArrayEquals(new double[] {12}, result.spikes().get(1).train(0), 1e-9);
    assertEquals(0, result.spikes().get(2).count());
    double[] times = result.traces().get(0).times();
    double[] membrane = result.traces().get(0).values()[0][0];
    for (int i = 0; i < times.length; i++) {
      double expected = -70 + jump(2, times[i] - 11) + jump(-3, times[i] - 16);
      assertEquals(expected, membrane[i], 1e-9, "at " + times[i] + " ms");
    }
  }

  private static double jump(double height, double after) {
    return after < -1e-6 ? 0 : height * Math.exp(-after / 20);
  }

  @Test
  void shouldBeCalledAfterTheProjectionThatItBelongsTo() throws ScenarioException {
    assertEquals(
        List.of("direct", "direct.third_in", "direct.third_out"),
        load(Engine.grid, 1, ONE).network().projections().stream().map(Projection::name).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fixed_indegree, indegree: 9",
        "fixed_outdegree, outdegree: 7",
        "fixed_total_number, total: 400",
        "pairwise_bernoulli, probability: 0.3",
        "pairwise_poisson, pairwise_avg_num_conns: 0.3"
      })
  void shouldBeTheSameInBothEnginesOnAnyThreadsAndFromWhatWasWrittenOut(String rule)
      throws Exception {
    String text = MANY.replace("RULE", rule);
    RunResult grid = run(Engine.grid, 1, text);
    assertTrue(grid.spikes().get(0).count() > 150);
    assertSame(grid, run(Engine.grid, 3, text));
    assertSame(grid, run(Engine.event, 1, text));
    assertSame(grid, run(Engine.event, 3, text));
    assertSame(grid, run(Engine.grid, 2, ResolvedYaml.of(load(Engine.grid, 1, text))));
  }

  private static void assertSame(RunResult one, RunResult other) {
    for (int i = 0; i < one.spikes().size(); i++) {
      assertArrayEquals(rows(one.spikes().get(i)), rows(other.spikes().get(i)));
    }
  }

  /** Neuron and time of each spike, in order. */
  private static String[] rows(SpikeList spikes) {
    String[] rows = new String[(int) spikes.count()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = spikes.neurons()[i] + " at " + Math.rint(spikes.times()[i] * 1e6) / 1e6;
    }
    Arrays.sort(rows);
    return rows;
  }

  /** Each source fires once a phase, and each synapse passes it on. */
  @Test
  void shouldChangeWithThePhaseOfAProtocol() throws Exception {
    String text =
        MANY.replace("RULE", "fixed_indegree, indegree: 9").replace(", duration: 400 ms", "")
            + """
            protocol:
              - {phase: healthy, duration: 200 ms}
              - {phase: blocked, duration: 200 ms, set: {"synapses[0].third_factor.probability": 0}}
            """;
    for (Engine engine : List.of(Engine.grid, Engine.event)) {
      RunResult result = run(engine, 2, text);
      double[] glia = result.spikes().get(0).times();
      assertTrue(glia.length > 100);
      assertTrue(Arrays.stream(glia).allMatch(time -> time < 200));
      long direct = Arrays.stream(result.spikes().get(1).times()).filter(t -> t > 200).count();
      assertEquals(9 * 50, direct);
    }
  }
}
