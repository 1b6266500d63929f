package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.network.Network;
import org.hillock.network.Positions;
import org.hillock.random.RandomStream;
import org.hillock.record.WeightTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;

/** Networks whose wiring follows from places. */
class PlacesTest {

  private static final String SHEET =
      """
      scenario: x
      seed: 3
      time: {step: 0.1 ms, duration: 60 ms}
      parameters: {sigma: 0.15 mm}
      neurons:
        a: {size: 120, model: iaf_psc_exp, I_e: 900 pA, V_m: {distribution: uniform, min: -70 mV, max: -56 mV}, positions: {random: uniform, extent: [1 mm, 1 mm], edge_wrap: true}}
        b: {size: 144, model: iaf_psc_exp, I_e: 600 pA, positions: {grid: [12, 12], extent: [1 mm, 1 mm], edge_wrap: true}}
      synapses:
        - {name: ab, from: a, to: b, rule: pairwise_bernoulli, probability: exp(-d^2 / (2 * sigma^2)), weight: 150 pA * exp(-d / sigma), delay: 0.5 ms + d / (0.2 m/s)}
        - {name: bb, from: b, to: b, rule: fixed_outdegree, outdegree: 5, mask: {circular: {radius: 0.3 mm}}, weight: {distribution: uniform, min: 10 pA, max: 20 pA, profile: 1 - d / 1 mm}, delay: 1 ms}
        - {name: ba, from: b, to: a, rule: pairwise_poisson, pairwise_avg_num_conns: 0.5 * exp(-d / sigma), weight: -40 pA, delay: {velocity: 0.2 m/s, offset: 1 ms}}
        - {name: learns, from: a, to: a, rule: fixed_indegree, indegree: 6, probability: exp(-d / sigma), weight: 20 pA * exp(-d / 1 mm), delay: 1.5 ms, plasticity: {rule: stdp, lambda: 0, W_max: 20 pA}}
      record: {spikes: all, weights: {of: learns}}
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

  @Test
  void shouldFireTheSameSpikesOnAnyNumberOfThreadsAndFromWhatWasWrittenOut() throws Exception {
    for (Engine engine : List.of(Engine.grid, Engine.event)) {
      RunResult one = run(engine, 1, SHEET);
      assertTrue(one.spikes().stream().mapToInt(list -> list.times().length).sum() > 500);
      for (int threads : new int[] {2, 3}) {
        assertSame(one, run(engine, threads, SHEET));
      }
      assertSame(one, run(engine, 2, ResolvedYaml.of(load(engine, 2, SHEET))));
    }
  }

  private static void assertSame(RunResult one, RunResult other) {
    for (int i = 0; i < one.spikes().size(); i++) {
      assertArrayEquals(one.spikes().get(i).times(), other.spikes().get(i).times());
      assertArrayEquals(one.spikes().get(i).neurons(), other.spikes().get(i).neurons());
    }
  }

  @Test
  void shouldHaveTheSameSynapsesInBothEngines() throws Exception {
    WeightTable grid = run(Engine.grid, 2, SHEET).weights().get(0);
    WeightTable event = run(Engine.event, 3, SHEET).weights().get(0);
    assertArrayEquals(grid.sources(), event.sources());
    assertArrayEquals(grid.targets(), event.targets());
    int end = grid.weights().length - 1;
    assertArrayEquals(grid.weights()[end], event.weights()[event.weights().length - 1]);
    Positions places = load(Engine.grid, 1, SHEET).network().population("a").positions();
    for (int i = 0; i < grid.sources().length; i++) {
      double d = places.distance(grid.sources()[i], places, grid.targets()[i]);
      assertEquals(20 * Math.exp(-d), grid.weights()[end][i], 1e-12);
    }
  }

  @Test
  void shouldDelayByTheFormulaOfTheDistance() throws Exception {
    Network network = load(Engine.grid, 1, SHEET).network();
    Positions a = network.population("a").positions();
    Positions b = network.population("b").positions();
    Wiring wiring = new Wiring(network, 0, 3);
    RandomStream stream = new RandomStream(3);
    IntList drawn = new IntList();
    double[] delays = new double[120];
    Map<Integer, Integer> seen = new HashMap<>();
    for (int target = 0; target < 144; target++) {
      wiring.sources(target, stream, drawn);
      wiring.delays(target, drawn, stream, delays);
      for (int i = 0; i < drawn.size(); i++) {
        double d = a.distance(drawn.get(i), b, target);
        assertEquals(0.5 + d / 0.2, delays[i], 1e-12);
        seen.merge((int) (d / 0.1), 1, Integer::sum);
      }
    }
    assertTrue(seen.size() > 3, seen.toString());
  }
}
