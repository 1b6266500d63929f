package org.hillock.engine.run;

import java.util.List;

/**
 * Times the phases of one worker. Only one epoch in eight is looked at, since a step of a small
 * network takes no longer than a few readings of the clock; times are then scaled to the whole.
 *
 * <p>Not thread-safe.
 */
public final class PhaseClock {

  /** What a worker does. */
  public enum Phase {
    DELIVER,
    UPDATE,
    EXCHANGE,
    RECORD
  }

  /** A power of two, less one. */
  private static final int SKIPPED = 7;

  private final long[] nanos = new long[Phase.values().length];
  private int epochs;
  private boolean looking;
  private long last;

  /**
   * Starts an epoch.
   *
   * @param counts whether its times are wanted
   */
  public void beginEpoch(boolean counts) {
    looking = counts && (epochs++ & SKIPPED) == 0;
    if (looking) {
      last = System.nanoTime();
    }
  }

  /** Ends a phase that began when the one before ended. */
  public void end(Phase phase) {
    if (looking) {
      long now = System.nanoTime();
      nanos[phase.ordinal()] += now - last;
      last = now;
    }
  }

  /**
   * The times of all workers together, as parts of the time that the run took.
   *
   * @param clocks one a worker
   * @param seconds what the run took
   */
  public static PhaseTimes of(List<PhaseClock> clocks, double seconds) {
    double[] sums = new double[Phase.values().length];
    double total = 0;
    for (PhaseClock clock : clocks) {
      for (int phase = 0; phase < sums.length; phase++) {
        sums[phase] += clock.nanos[phase];
        total += clock.nanos[phase];
      }
    }
    if (total == 0) {
      return PhaseTimes.NONE;
    }
    double scale = seconds / total;
    return new PhaseTimes(
        sums[Phase.DELIVER.ordinal()] * scale,
        sums[Phase.UPDATE.ordinal()] * scale,
        sums[Phase.EXCHANGE.ordinal()] * scale,
        sums[Phase.RECORD.ordinal()] * scale);
  }
}
