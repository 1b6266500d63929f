package org.hillock.analysis;

import java.util.List;
import org.hillock.record.Spikes;

/**
 * Variance over mean of the number of spikes (Fano 1947, Phys Rev 72:26), from trial to trial or
 * from bin to bin; as in Elephant, the variance is that of the counts themselves (divided by their
 * number). A Poisson process has 1.
 */
public final class FanoFactor {

  private FanoFactor() {}

  /**
   * The mean over neurons that fire at all; NaN if none does.
   *
   * @param spikes in order of time
   * @param from first neuron
   * @param to one past the last neuron
   * @param windows in which spikes are counted, ascending, none within another [ms]
   */
  public static double mean(Spikes spikes, int from, int to, List<TimeWindow> windows) {
    int neurons = Math.max(0, to - from);
    long[] sums = new long[neurons];
    long[] squares = new long[neurons];
    int[] counts = new int[neurons];
    int[] at = {0};
    spikes.forEach(
        (time, neuron) -> {
          while (at[0] < windows.size() && time > end(windows.get(at[0]))) {
            at[0]++;
            add(counts, sums, squares);
          }
          boolean mine = neuron >= from && neuron < to;
          if (mine && at[0] < windows.size() && time > begin(windows.get(at[0]))) {
            counts[neuron - from]++;
          }
        });
    add(counts, sums, squares);
    double sum = 0;
    int n = 0;
    for (int i = 0; i < neurons; i++) {
      if (sums[i] > 0) {
        double mean = (double) sums[i] / windows.size();
        sum += ((double) squares[i] / windows.size() - mean * mean) / mean;
        n++;
      }
    }
    return sum / n;
  }

  private static double begin(TimeWindow window) {
    return window.start() + TimeWindow.ROUNDING;
  }

  private static double end(TimeWindow window) {
    return window.stop() + TimeWindow.ROUNDING;
  }

  /** Adds the counts of a window, and begins to count anew. */
  private static void add(int[] counts, long[] sums, long[] squares) {
    for (int i = 0; i < counts.length; i++) {
      sums[i] += counts[i];
      squares[i] += (long) counts[i] * counts[i];
      counts[i] = 0;
    }
  }
}
