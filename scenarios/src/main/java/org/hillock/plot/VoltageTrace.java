package org.hillock.plot;

import java.util.Arrays;

/**
 * A membrane potential with its spikes put in.
 *
 * <p>An integrate-and-fire neuron has no spike shape: its potential comes near the threshold and is
 * next seen at reset. To show where it fired, each spike becomes a vertical stroke: from the last
 * sample before it up to a fixed height and down to the first sample after.
 */
final class VoltageTrace {

  private VoltageTrace() {}

  /**
   * Puts strokes into a trace.
   *
   * @param name in the legend
   * @param times of the samples [ms], ascending
   * @param potential at these times [mV]
   * @param spikes times of the neuron's spikes [ms], ascending
   * @param height upper end of the strokes [mV]
   */
  static Line withSpikes(
      String name, double[] times, double[] potential, double[] spikes, double height) {
    if (times.length == 0) {
      return new Line(name, times, potential);
    }
    double[] x = new double[times.length + 3 * spikes.length];
    double[] y = new double[x.length];
    int n = 0;
    int sample = 0;
    for (double spike : spikes) {
      if (spike < times[0] || spike > times[times.length - 1]) {
        continue;
      }
      while (sample < times.length && times[sample] < spike) {
        x[n] = times[sample];
        y[n++] = potential[sample++];
      }
      double before = potential[Math.max(0, sample - 1)];
      double after = potential[Math.min(sample, times.length - 1)];
      for (double level : new double[] {before, height, after}) {
        x[n] = spike;
        y[n++] = level;
      }
    }
    for (; sample < times.length; sample++) {
      x[n] = times[sample];
      y[n++] = potential[sample];
    }
    return new Line(name, Arrays.copyOf(x, n), Arrays.copyOf(y, n));
  }
}
