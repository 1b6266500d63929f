package org.hillock.engine.grid.input;

import org.hillock.random.PoissonCounts;
import org.jspecify.annotations.Nullable;

/** How many Poisson spikes there are in each step. */
interface StepCounts {

  /** The counts of a step, yet to be drawn; null where there are none. */
  @Nullable PoissonCounts of(long step);

  /** Whether all counts can be had as numbers of 16 bits. */
  boolean short16();

  /**
   * Of one rate.
   *
   * @param counts of each step
   * @param start spikes arrive after this step
   * @param stop and up to this one
   */
  record Steady(PoissonCounts counts, long start, long stop) implements StepCounts {

    @Override
    public @Nullable PoissonCounts of(long step) {
      return step > start && step <= stop ? counts : null;
    }

    @Override
    public boolean short16() {
      return counts.shorts() != null;
    }
  }
}
