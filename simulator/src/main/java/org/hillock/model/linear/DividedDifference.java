package org.hillock.model.linear;

import java.util.Arrays;

/**
 * Divided differences of the exponential function, to a few units in the last place wherever the
 * points lie:
 *
 * <pre>
 *   exp[a] = e^a,   exp[a, …, b] = (exp[a, …] - exp[…, b])/(a - b),   exp[a, …, a] = e^a/n!
 * </pre>
 *
 * <p>Where all points lie within 1 of each other the quotient would lose digits, and the series
 * around their centre c is taken instead (McCurdy, Ng and Parlett 1984, Math Comp 43:501): e^c Σ_m
 * s_m/(m + n)!, s_m being the sum of all products of m of the points less c, with repetition.
 */
final class DividedDifference {

  private static final int TERMS = 30;

  private DividedDifference() {}

  /** The divided difference at these points, at most some ten. */
  static double ofExp(double... points) {
    double[] sorted = points.clone();
    Arrays.sort(sorted);
    return of(sorted, 0, sorted.length);
  }

  private static double of(double[] sorted, int from, int to) {
    double low = sorted[from];
    double high = sorted[to - 1];
    if (to - from == 1) {
      return StrictMath.exp(low);
    }
    return high - low <= 1
        ? series(sorted, from, to)
        : (of(sorted, from + 1, to) - of(sorted, from, to - 1)) / (high - low);
  }

  private static double series(double[] sorted, int from, int to) {
    double centre = 0.5 * (sorted[from] + sorted[to - 1]);
    // sums[m]: the sum of all products of m of the points seen so far.
    double[] sums = new double[TERMS];
    sums[0] = 1;
    for (int i = from; i < to; i++) {
      double point = sorted[i] - centre;
      for (int m = 1; m < TERMS; m++) {
        sums[m] += point * sums[m - 1];
      }
    }
    double factorial = 1;
    for (int n = 2; n < to - from; n++) {
      factorial *= n;
    }
    double sum = 0;
    for (int m = 0; m < TERMS; m++) {
      sum += sums[m] / factorial;
      factorial *= m + to - from;
    }
    return StrictMath.exp(centre) * sum;
  }
}
