package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.checkpoint.Snapshot;
import org.hillock.engine.exchange.PlayedRanks;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;
import org.hillock.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario that ships, but for those with a protocol, gives the same, to the last bit, in one
 * process and in several, on one thread and on more: spikes, traces, weights, states, rates,
 * modulators and wiring. Threads play the processes; long runs are cut short. {@code MpiRunTest}
 * has the same of processes.
 */
class RanksOfGalleryTest {

  /** Of networks that are not large [ms]. */
  private static final double LONGEST = 3000;

  /** How a run is shared. */
  private record Division(int threads, int ranks) {}

  private static final List<Division> DIVISIONS =
      List.of(new Division(2, 1), new Division(1, 2), new Division(2, 2), new Division(1, 3));

  static List<String> names() throws Exception {
    return GalleryRuns.names();
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

  /** Of those that are saved [ms]. */
  private static final double SAVED = 400;

  /** Keeps what is saved at a moment, and at the end. */
  private static final class Kept implements Checkpoints {
    private final List<Snapshot> saved = new ArrayList<>();

    @Override
    public double next(double after) {
      return after < SAVED / 2 ? SAVED / 2 : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean due() {
      return false;
    }

    @Override
    public void save(double time, Consumer<Sections> state) {
      Snapshot snapshot = new Snapshot();
      state.accept(snapshot.taking());
      saved.add(snapshot);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void goesOnFromACheckpointHoweverItIsDivided(String name) throws Exception {
    Scenario scenario = GalleryRuns.scenario(name);
    Kept alone = save(scenario, new Division(1, 1), null);
    Kept shared = save(scenario, new Division(2, 2), null);
    for (int i = 0; i < alone.saved.size(); i++) {
      assertSame(alone.saved.get(i), shared.saved.get(i));
    }
    Snapshot half = alone.saved.get(0);
    Snapshot end = alone.saved.get(alone.saved.size() - 1);
    for (Division division : List.of(new Division(1, 3), new Division(2, 1))) {
      Kept rest = save(scenario, division, half);
      assertSame(end, rest.saved.get(rest.saved.size() - 1));
    }
  }

  private static void assertSame(Snapshot expected, Snapshot actual) {
    assertEquals(expected, actual, () -> "they differ in " + expected.difference(actual));
  }

  private static Kept save(Scenario scenario, Division division, @Nullable Snapshot from) {
    return PlayedRanks.run(
            division.ranks(),
            exchange -> {
              Simulation share =
                  GalleryRuns.simulation(scenario, division.threads(), SAVED, exchange);
              if (from != null) {
                share.restore(from.bringing());
              }
              Kept kept = new Kept();
              share.run(RunListener.NONE, kept);
              return kept;
            })
        .get(0);
  }

  private static RunResult run(Scenario scenario, Division division) {
    return PlayedRanks.run(
            division.ranks(),
            exchange -> GalleryRuns.run(scenario, division.threads(), LONGEST, exchange))
        .get(0);
  }
}
