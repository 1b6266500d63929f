package org.hillock.plot;

import org.hillock.analysis.TimeBins;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;

/**
 * The firing rate of a population over time, smoothed by a Gaussian.
 *
 * <p>Its width follows the window, on a scale of 1, 2 and 5: about a two-hundredth of the window, 5
 * ms for a second. Spikes are counted in bins of half that width and the counts convolved with the
 * Gaussian, cut off at three widths. At both ends of the window the Gaussian is scaled to the part
 * of it that lies within, so that a steady rate stays steady.
 */
final class RateCurve {

  private static final double WINDOW_PER_WIDTH = 200;
  private static final int CUT_OFF = 3; // [widths]

  private RateCurve() {}

  /** Width (standard deviation) of the Gaussian for a window [ms]. */
  static double width(double start, double stop) {
    return stop > start ? NiceNumber.atLeast((stop - start) / WINDOW_PER_WIDTH) : 1;
  }

  /** The rate [Hz per neuron] from spikes. */
  static Line of(PlotData.Group group, SpikeList spikes, double start, double stop) {
    double width = width(start, stop);
    TimeBins bins = TimeBins.within(start, stop, width / 2);
    return smoothed(group.name(), bins, bins.count(spikes.times()), width, group.size());
  }

  /**
   * The rate [Hz per neuron] from counts in bins, which are joined if finer than half the width.
   */
  static Line of(RateTable table, double start, double stop) {
    double width = width(start, stop);
    int join = (int) Math.max(1, Math.floor(width / 2 / table.bin() + 1e-9));
    int[] counts = new int[table.counts().length / join];
    for (int i = 0; i < counts.length * join; i++) {
      counts[i / join] += table.counts()[i];
    }
    TimeBins bins = new TimeBins(table.start(), table.bin() * join, counts.length);
    return smoothed(table.population(), bins, counts, width, table.size());
  }

  private static Line smoothed(
      String name, TimeBins bins, int[] counts, double width, int neurons) {
    int reach = (int) Math.ceil(CUT_OFF * width / bins.width());
    double[] gaussian = new double[reach + 1];
    for (int i = 0; i <= reach; i++) {
      double distance = i * bins.width() / width;
      gaussian[i] = Math.exp(-0.5 * distance * distance);
    }
    double[] times = new double[counts.length];
    double[] rates = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      double sum = 0;
      double norm = 0;
      for (int j = Math.max(0, i - reach); j <= Math.min(counts.length - 1, i + reach); j++) {
        double weight = gaussian[Math.abs(i - j)];
        sum += weight * counts[j];
        norm += weight;
      }
      times[i] = bins.middle(i);
      rates[i] = 1000 * sum / norm / (bins.width() * neurons);
    }
    return new Line(name, times, rates);
  }
}
