package org.hillock.analysis;

import org.hillock.record.Spikes;

/**
 * How the spike counts of two populations in bins go together when one is shifted: Pearson's
 * coefficient of the counts of a in bin t and of b in bin t + lag. It is Elephant's {@code
 * cross_correlation_histogram} of the summed trains with {@code cross_correlation_coefficient} and
 * {@code border_correction}: means and variances are those of the whole window, and the sum over
 * the bins that overlap is scaled to as many as there are.
 *
 * @param bin width of a bin, by which lags are apart [ms]
 * @param values of lags from minus to plus the largest; not a number where a count never changes
 */
public record CrossCorrelogram(double bin, double[] values) {

  /**
   * Correlates.
   *
   * @param a spikes of the neurons that are asked about alone
   * @param b the same of others, or of the same ones: then lag 0 has 1
   * @param window in which bins lie
   * @param bin width of a bin [ms]
   * @param most largest lag to either side, in bins; lags with no bin in common are not a number
   */
  public static CrossCorrelogram of(Spikes a, Spikes b, TimeWindow window, double bin, int most) {
    TimeBins bins = TimeBins.within(window.start(), window.stop(), bin);
    double[] first = deviations(bins.count(a));
    double[] second = deviations(bins.count(b));
    int n = first.length;
    double norm = Math.sqrt(squares(first) * squares(second));
    double[] values = new double[2 * most + 1];
    for (int lag = -most; lag <= most; lag++) {
      int overlap = n - Math.abs(lag);
      double sum = 0;
      for (int i = Math.max(0, -lag); i < Math.min(n, n - lag); i++) {
        sum += first[i] * second[i + lag];
      }
      values[lag + most] = overlap > 0 && norm > 0 ? sum * n / overlap / norm : Double.NaN;
    }
    return new CrossCorrelogram(bin, values);
  }

  private static double[] deviations(int[] counts) {
    double mean = 0;
    for (int count : counts) {
      mean += (double) count / counts.length;
    }
    double[] deviations = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      deviations[i] = counts[i] - mean;
    }
    return deviations;
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /** Largest lag, in bins. */
  public int most() {
    return values.length / 2;
  }

  /** Coefficient at a lag in bins, of which a positive one means that b follows a. */
  public double at(int lag) {
    return values[lag + most()];
  }

  /**
   * The lag at which it is largest [ms], the shortest of several; not a number if there is none.
   */
  public double peak() {
    double best = Double.NEGATIVE_INFINITY;
    double lag = Double.NaN;
    for (int far = 0; far <= most(); far++) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        if (at(sign * far) > best) {
          best = at(sign * far);
          lag = sign * far * bin;
        }
      }
    }
    return lag;
  }
}
