package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import org.hillock.analysis.TimeBins;

/**
 * Chooses the width of the bins in which spikes are counted, so that the histogram comes as near as
 * it can to the rate from which the spikes were drawn: fine where the rate varies fast and there
 * are spikes enough to tell, coarse where there are few.
 *
 * <p>The choice is that of Shimazaki and Shinomoto (2007, Neural Comput 19:1503), method 1: of the
 * widths Δ the one with the least (2 k − v) / Δ², where k is the mean and v the (biased) variance
 * of the counts. Widths are round numbers, whole steps of the grid, and not below what a picture
 * can show.
 */
final class RateBins {

  private static final double MOST_BINS = 1000;
  private static final double LEAST_BINS = 20;

  private RateBins() {}

  /**
   * The width for spikes of a window.
   *
   * @param spikes times of all neurons [ms]
   * @param start of the window [ms]
   * @param stop of the window [ms]
   * @param step of the grid [ms]; 0 in continuous time
   */
  static double width(List<double[]> spikes, double start, double stop, double step) {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (double width : widths(start, stop, step)) {
      double cost = cost(spikes, TimeBins.within(start, stop, width));
      if (cost < least) {
        least = cost;
        best = width;
      }
    }
    return Double.isNaN(best) ? finest(start, stop, step) : best;
  }

  /** The finest bins that a picture of a window can show [ms]. */
  static double finest(double start, double stop, double step) {
    double width = stop > start ? NiceNumber.atLeast((stop - start) / MOST_BINS) : 1;
    return onGrid(width, step);
  }

  private static List<Double> widths(double start, double stop, double step) {
    List<Double> widths = new ArrayList<>();
    double width = finest(start, stop, step);
    while (widths.isEmpty() || width <= (stop - start) / LEAST_BINS) {
      widths.add(width);
      width = onGrid(NiceNumber.atLeast(1.01 * width), step);
    }
    return widths;
  }

  /** A bin that is no whole number of steps would hold now more of them, now fewer. */
  private static double onGrid(double width, double step) {
    return step == 0 ? width : step * Math.max(1, Math.ceil(width / step - 1e-9));
  }

  private static double cost(List<double[]> spikes, TimeBins bins) {
    if (bins.number() < 2) {
      return Double.POSITIVE_INFINITY;
    }
    double[] counts = new double[bins.number()];
    double total = 0;
    for (double[] times : spikes) {
      int[] own = bins.count(times);
      for (int i = 0; i < own.length; i++) {
        counts[i] += own[i];
        total += own[i];
      }
    }
    double mean = total / counts.length;
    double variance = 0;
    for (double count : counts) {
      variance += (count - mean) * (count - mean);
    }
    variance /= counts.length;
    return (2 * mean - variance) / (bins.width() * bins.width());
  }
}
