package org.hillock.plot;

import java.util.Arrays;
import org.hillock.analysis.TimeBins;
import org.hillock.record.RateTable;

/**
 * The firing rate of a population over time: spikes counted in equal bins, drawn as steps, so that
 * edges stand where they are and a response does not begin before its stimulus.
 *
 * <p>On request the counts are smoothed by an exponential that looks back only: bin i becomes the
 * mean over the bins up to i, weighted by exp(−(i − j) Δ / τ). The weights are scaled to those that
 * the window holds, so that a steady rate is steady from the first bin on.
 */
final class RateCurve {

  private RateCurve() {}

  /**
   * The rate [Hz per neuron] as steps.
   *
   * @param name in the legend
   * @param bins of the counts
   * @param counts in each bin
   * @param neurons that fired them
   * @param smooth time constant of smoothing [ms]; 0 for none
   */
  static Line of(String name, TimeBins bins, int[] counts, int neurons, double smooth) {
    double[] rates = Arrays.stream(counts).asDoubleStream().toArray();
    if (smooth > 0) {
      lookBack(rates, Math.exp(-bins.width() / smooth));
    }
    double[] times = new double[2 * rates.length];
    double[] steps = new double[times.length];
    for (int i = 0; i < rates.length; i++) {
      times[2 * i] = bins.start() + i * bins.width();
      times[2 * i + 1] = bins.start() + (i + 1) * bins.width();
      steps[2 * i] = steps[2 * i + 1] = 1000 * rates[i] / (bins.width() * neurons);
    }
    return new Line(name, times, steps);
  }

  /** The same of bins that were counted while running, joined so many at a time. */
  static Line of(RateTable table, int join, double smooth) {
    int[] counts = new int[table.counts().length / join];
    for (int i = 0; i < counts.length * join; i++) {
      counts[i / join] += table.counts()[i];
    }
    TimeBins bins = new TimeBins(table.start(), table.bin() * join, counts.length);
    return of(table.population(), bins, counts, table.size(), smooth);
  }

  private static void lookBack(double[] counts, double decay) {
    double sum = 0;
    double norm = 0;
    for (int i = 0; i < counts.length; i++) {
      sum = sum * decay + counts[i];
      norm = norm * decay + 1;
      counts[i] = sum / norm;
    }
  }
}
