package org.hillock.bench;

import java.util.Comparator;
import java.util.List;

/**
 * A run and what the machine allowed at that moment.
 *
 * @param figures of the run
 * @param work that its network asks for
 * @param least the time that this work takes at least, measured right after the run
 */
public record Measured(BenchFigures figures, Work work, LowerBound least) {

  /**
   * Measures the machine beside a run, on as many threads.
   *
   * @param figures of the run
   * @param work that its network asks for
   */
  public static Measured beside(BenchFigures figures, Work work) {
    return new Measured(
        figures,
        work,
        LowerBound.of(
            work, figures.eventsPerBiologicalSecond(), MachineSpeed.of(work, figures.threads())));
  }

  /** How many times the least the run took. */
  public double ratio() {
    return figures.realTimeFactor() / least.realTimeFactor();
  }

  /** The run with the median real-time factor, the slower of two. */
  public static Measured median(List<Measured> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(run -> run.figures().realTimeFactor()))
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
