package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.cli.option.Catalog;
import org.hillock.engine.Engines;
import org.hillock.engine.exchange.PlayedRanks;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.record.ModulatorTable;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.hillock.record.WiringTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario that ships gives the same, to the last bit, in one process and in several, on one
 * thread and on more: spikes, traces, weights, states, rates, modulators and wiring. Threads play
 * the processes; long runs are cut short.
 */
class RanksOfGalleryTest {

  /** Of large networks [ms], and of others. */
  private static final double SHORT = 60;

  private static final double LONG = 3000;

  private static final int LARGE = 1000;

  /** How a run is shared. */
  private record Division(int threads, int ranks) {}

  private static final List<Division> DIVISIONS =
      List.of(new Division(2, 1), new Division(1, 2), new Division(2, 2), new Division(1, 3));

  static List<String> names() {
    return Catalog.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void doesNotDependOnThreadsOrRanks(String name) throws Exception {
    Scenario scenario =
        ScenarioLoader.load(Catalog.find(name), Map.of(), new Overrides(null, null, 1, null));
    RunResult alone = run(scenario, new Division(1, 1));
    assertTrue(Arrays.stream(alone.spikeCounts()).sum() > 0, "no spikes");
    for (Division division : DIVISIONS) {
      assertSame(alone, run(scenario, division), name + ", " + division);
    }
  }

  private static RunResult run(Scenario scenario, Division division) {
    RunSettings whole = scenario.settings();
    double most = scenario.network().neuronCount() > LARGE ? SHORT : LONG;
    double duration = Math.min(whole.duration(), most);
    double warmup = Math.min(whole.warmup(), SHORT / 2);
    RunSettings settings =
        new RunSettings(whole.step(), warmup, duration, whole.seed(), division.threads());
    return PlayedRanks.run(
            division.ranks(),
            exchange ->
                Engines.build(
                        scenario.network(),
                        settings,
                        scenario.recording(),
                        RunListener.NONE,
                        exchange)
                    .run(RunListener.NONE))
        .get(0);
  }

  private static void assertSame(RunResult one, RunResult other, String where) {
    assertEquals(one.spikes(), other.spikes(), where);
    assertArrayEquals(one.spikeCounts(), other.spikeCounts(), where);
    assertEquals(one.statistics().synapses(), other.statistics().synapses(), where);
    assertEquals(one.statistics().synapticEvents(), other.statistics().synapticEvents(), where);
    assertEquals(one.endTime(), other.endTime(), where);
    assertEquals(one.traces().size(), other.traces().size(), where);
    for (int i = 0; i < one.traces().size(); i++) {
      TraceTable trace = one.traces().get(i);
      assertArrayEquals(trace.times(), other.traces().get(i).times(), where);
      assertTrue(Arrays.deepEquals(trace.values(), other.traces().get(i).values()), where);
    }
    assertEquals(one.weights().size(), other.weights().size(), where);
    for (int i = 0; i < one.weights().size(); i++) {
      assertSame(one.weights().get(i), other.weights().get(i), where);
    }
    for (int i = 0; i < one.rates().size(); i++) {
      assertArrayEquals(one.rates().get(i).counts(), other.rates().get(i).counts(), where);
    }
    for (int i = 0; i < one.modulators().size(); i++) {
      ModulatorTable modulator = one.modulators().get(i);
      assertArrayEquals(modulator.times(), other.modulators().get(i).times(), where);
      assertTrue(Arrays.deepEquals(modulator.values(), other.modulators().get(i).values()), where);
    }
    assertSame(one.structure(), other.structure(), where);
  }

  private static void assertSame(WeightTable one, WeightTable other, String where) {
    assertArrayEquals(one.sources(), other.sources(), where);
    assertArrayEquals(one.targets(), other.targets(), where);
    assertArrayEquals(one.times(), other.times(), where);
    assertTrue(Arrays.deepEquals(one.weights(), other.weights()), where);
    assertEquals(one.states().keySet(), other.states().keySet(), where);
    one.states()
        .forEach(
            (state, values) ->
                assertTrue(Arrays.deepEquals(values, other.states().get(state)), where));
  }

  private static void assertSame(StructureTable one, StructureTable other, String where) {
    assertArrayEquals(one.times(), other.times(), where);
    for (int i = 0; i < one.calcium().size(); i++) {
      assertArrayEquals(one.calcium().get(i).means(), other.calcium().get(i).means(), where);
    }
    for (int i = 0; i < one.wiring().size(); i++) {
      WiringTable wiring = one.wiring().get(i);
      assertArrayEquals(wiring.sources(), other.wiring().get(i).sources(), where);
      assertArrayEquals(wiring.targets(), other.wiring().get(i).targets(), where);
      assertArrayEquals(wiring.weights(), other.wiring().get(i).weights(), where);
      assertArrayEquals(wiring.delays(), other.wiring().get(i).delays(), where);
    }
  }
}
