package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import org.hillock.analysis.TimeBins;
import org.hillock.record.Spikes;

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
   * @param spikes of all neurons
   * @param start of the window [ms]
   * @param stop of the window [ms]
   * @param step of the grid [ms]; 0 in continuous time
   */
  static double width(List<Spikes> spikes, double start, double stop, double step) {
    List<TimeBins> choices =
        widths(start, stop, step).stream()
            .map(width -> TimeBins.within(start, stop, width))
            .toList();
    List<double[]> counts = counts(spikes, choices);
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < choices.size(); i++) {
      double cost = cost(counts.get(i), choices.get(i).width());
      if (cost < least) {
        least = cost;
        best = choices.get(i).width();
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

  /** Spikes in the bins of all widths, in one pass: it may be over a file. */
  private static List<double[]> counts(List<Spikes> spikes, List<TimeBins> choices) {
    List<double[]> counts = choices.stream().map(bins -> new double[bins.number()]).toList();
    for (Spikes all : spikes) {
      all.forEach(
          (time, neuron) -> {
            for (int i = 0; i < choices.size(); i++) {
              int bin = choices.get(i).index(time);
              if (choices.get(i).contains(bin)) {
                counts.get(i)[bin]++;
              }
            }
          });
    }
    return counts;
  }

  private static double cost(double[] counts, double width) {
    if (counts.length < 2) {
      return Double.POSITIVE_INFINITY;
    }
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    double mean = total / counts.length;
    double variance = 0;
    for (double count : counts) {
      variance += (count - mean) * (count - mean);
    }
    variance /= counts.length;
    return (2 * mean - variance) / (width * width);
  }
}
