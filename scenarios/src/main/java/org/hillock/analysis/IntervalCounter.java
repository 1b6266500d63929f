package org.hillock.analysis;

import org.hillock.record.Spikes;

/**
 * The intervals between the spikes of each neuron, summed up while spikes come: no spike is kept.
 *
 * <p>Mean and squared deviations are carried on as by Welford (1962, Technometrics 4:419), which
 * loses nothing where the deviations are small beside the mean. They are the same as those of the
 * whole train but for rounding.
 */
public final class IntervalCounter {

  private final int from;
  private final int[] spikes;
  private final double[] first;
  private final double[] last;
  private final double[] mean;
  private final double[] squares;

  /**
   * @param from first neuron
   * @param to one past the last neuron
   */
  public IntervalCounter(int from, int to) {
    int neurons = Math.max(0, to - from);
    this.from = from;
    this.spikes = new int[neurons];
    this.first = new double[neurons];
    this.last = new double[neurons];
    this.mean = new double[neurons];
    this.squares = new double[neurons];
  }

  /** The intervals of all spikes of some neurons. */
  static IntervalCounter of(Spikes spikes, int from, int to) {
    IntervalCounter counter = new IntervalCounter(from, to);
    spikes.forEach(counter::spike);
    return counter;
  }

  /** Takes note of a spike, not before others of the neuron [ms]; neurons outside do not count. */
  public void spike(double time, int neuron) {
    int i = neuron - from;
    if (i < 0 || i >= spikes.length) {
      return;
    }
    int intervals = spikes[i]++;
    if (intervals == 0) {
      first[i] = time;
    } else {
      double interval = time - last[i];
      double deviation = interval - mean[i];
      mean[i] += deviation / intervals;
      squares[i] += deviation * (interval - mean[i]);
    }
    last[i] = time;
  }

  /** See {@link SpikeStatistics#meanCvIsi}. */
  public double meanCv() {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < spikes.length; i++) {
      if (spikes[i] > SpikeStatistics.LEAST_INTERVALS) {
        int intervals = spikes[i] - 1;
        sum += Math.sqrt(squares[i] / intervals) / ((last[i] - first[i]) / intervals);
        n++;
      }
    }
    return sum / n;
  }

  /** See {@link SpikeStatistics#meanIsi}. */
  double meanInterval() {
    double sum = 0;
    long n = 0;
    for (int i = 0; i < spikes.length; i++) {
      if (spikes[i] > 1) {
        sum += last[i] - first[i];
        n += spikes[i] - 1;
      }
    }
    return sum / n;
  }
}
