package org.hillock.analysis;

import java.util.Arrays;

/**
 * Some numbers in short.
 *
 * @param mean of all
 * @param median the one in the middle, or half way between the two in the middle
 * @param most the greatest
 */
public record Spread(double mean, double median, double most) {

  /** Of these numbers; NaN if there are none. */
  public static Spread of(double[] values) {
    int n = values.length;
    if (n == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return new Spread(Arrays.stream(sorted).sum() / n, median, sorted[n - 1]);
  }
}
