package org.hillock.plot;

import java.util.Arrays;
import java.util.List;

/**
 * Equal bins (a, b] of intervals between spikes. On a grid their width is a whole number of steps:
 * otherwise some bins would hold one more of the values that there can be than others.
 *
 * @param first number of the first bin; bin k is (k width, (k + 1) width]
 * @param width [ms]
 * @param count how many bins there are
 */
record IntervalBins(long first, double width, int count) {

  private static final double SHOWN = 0.98; // of the intervals of a population

  private static final int ALIKE = 11; // bins around intervals that are all alike

  private static final double ROUNDING = 1e-6; // of a width

  /**
   * Bins from the least interval up to where 98 of 100 intervals are of the population that needs
   * most room, so that none is cut off by a faster one.
   *
   * @param most about how many bins
   * @param step of the grid [ms]; 0 in continuous time
   * @param populations the intervals of each [ms], one or more and more than 0
   */
  static IntervalBins of(int most, double step, List<double[]> populations) {
    double least = Double.POSITIVE_INFINITY;
    double limit = 0;
    for (double[] intervals : populations) {
      double[] sorted = intervals.clone();
      Arrays.sort(sorted);
      least = Math.min(least, sorted[0]);
      limit = Math.max(limit, sorted[(int) Math.ceil(SHOWN * sorted.length) - 1]);
    }
    double range = limit - least;
    boolean alike = range <= 1e-9 * limit;
    double wanted = alike ? limit / 50 : range / most;
    double width =
        step > 0
            ? step * NiceNumber.atLeast(Math.max(1, wanted / step))
            : NiceNumber.atLeast(wanted);
    long begin = bin(least, width);
    int count = (int) (bin(limit, width) - begin + 1);
    return alike
        ? new IntervalBins(begin - ALIKE / 2, width, ALIKE)
        : new IntervalBins(begin, width, count);
  }

  /** Which bin a value is in, though it be off by a rounding error. */
  private static long bin(double value, double width) {
    return (long) Math.ceil(value / width - ROUNDING) - 1;
  }

  /** How many intervals are in each bin; those outside are left out. */
  Histogram counts(double[] intervals) {
    int[] counts = new int[count];
    for (double interval : intervals) {
      long bin = bin(interval, width) - first;
      if (bin >= 0 && bin < count) {
        counts[(int) bin]++;
      }
    }
    return new Histogram(first * width, width, counts);
  }

  /** How many intervals are longer than all bins. */
  long beyond(double[] intervals) {
    return Arrays.stream(intervals).filter(i -> bin(i, width) >= first + count).count();
  }
}
