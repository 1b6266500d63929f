package org.hillock.engine.grid.input;

import java.util.Arrays;
import org.hillock.random.PoissonCounts;
import org.jspecify.annotations.Nullable;

/**
 * Poisson counts of a rate that changes from step to step. A table of counts is made anew when
 * another rate begins; the random bits of a neuron and a step are the same at any rate.
 */
final class ChangingCounts implements StepCounts {

  private final long seed;
  private final int object;
  private final long[] starts;
  private final double[] means;
  private int at = -1;
  private @Nullable PoissonCounts counts;

  /**
   * @param seed the run's seed
   * @param object number of the input
   * @param starts mean k holds after step {@code starts[k]}, until the next one begins; strictly
   *     ascending
   * @param means expected spikes in a step
   */
  ChangingCounts(long seed, int object, long[] starts, double[] means) {
    this.seed = seed;
    this.object = object;
    this.starts = starts;
    this.means = means;
  }

  @Override
  public @Nullable PoissonCounts of(long step) {
    int found = Arrays.binarySearch(starts, step - 1);
    int active = found >= 0 ? found : -found - 2;
    if (active < 0 || means[active] == 0) {
      return null;
    }
    if (active != at) {
      if (counts == null || means[active] != means[at]) {
        counts = PoissonCounts.of(seed, object, means[active]);
      }
      at = active;
    }
    return counts;
  }

  @Override
  public boolean short16() {
    return false;
  }
}
