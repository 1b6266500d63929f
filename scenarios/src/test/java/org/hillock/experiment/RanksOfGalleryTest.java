package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hillock.cli.option.Catalog;
import org.hillock.engine.exchange.PlayedRanks;
import org.hillock.engine.run.RunResult;
import org.hillock.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario that ships gives the same, to the last bit, in one process and in several, on one
 * thread and on more: spikes, traces, weights, states, rates, modulators and wiring. Threads play
 * the processes; long runs are cut short. {@code MpiRunTest} has the same of processes.
 */
class RanksOfGalleryTest {

  /** Of networks that are not large [ms]. */
  private static final double LONGEST = 3000;

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
    Scenario scenario = GalleryRuns.scenario(name);
    RunResult alone = run(scenario, new Division(1, 1));
    assertTrue(Arrays.stream(alone.spikeCounts()).sum() > 0, "no spikes");
    for (Division division : DIVISIONS) {
      RunResult shared = run(scenario, division);
      assertEquals(alone.spikes(), shared.spikes(), name + ", " + division);
      assertEquals(GalleryRuns.digest(alone), GalleryRuns.digest(shared), name + ", " + division);
    }
  }

  private static RunResult run(Scenario scenario, Division division) {
    return PlayedRanks.run(
            division.ranks(),
            exchange -> GalleryRuns.run(scenario, division.threads(), LONGEST, exchange))
        .get(0);
  }
}
