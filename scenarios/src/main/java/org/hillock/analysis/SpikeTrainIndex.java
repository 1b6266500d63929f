package org.hillock.analysis;

import java.util.Arrays;
import org.hillock.record.Spikes;

/**
 * The spikes of a range of neurons, grouped by neuron.
 *
 * <p>A spike list is ordered by time. A stable counting sort by neuron turns it into one ascending
 * train per neuron, all of them in a single array:
 *
 * <pre>
 *   times   [ 3.0 9.5 | 1.2 | | 0.4 2.2 8.1 ]
 *   offsets   0         2   3 3             6
 *   neuron    from      +1  +2 +3
 * </pre>
 *
 * Two passes over the spikes, however many neurons there are.
 */
public final class SpikeTrainIndex {

  private final int from; // first neuron
  private final int[] offsets; // train of neuron from + i is offsets[i] .. offsets[i + 1] - 1
  private final double[] times; // [ms]

  private SpikeTrainIndex(int from, int[] offsets, double[] times) {
    this.from = from;
    this.offsets = offsets;
    this.times = times;
  }

  /**
   * Groups the spikes of neurons {@code from} to {@code to - 1}; spikes of others are left out.
   *
   * @param spikes what to group
   * @param from first neuron
   * @param to one past the last neuron; not more than {@code from} for none
   */
  public static SpikeTrainIndex of(Spikes spikes, int from, int to) {
    int[] offsets = new int[Math.max(0, to - from) + 1];
    spikes.forEach(
        (time, neuron) -> {
          if (neuron >= from && neuron < to) {
            offsets[neuron - from + 1]++;
          }
        });
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = Math.addExact(offsets[i], offsets[i - 1]);
    }
    double[] times = new double[offsets[offsets.length - 1]];
    int[] next = offsets.clone();
    spikes.forEach(
        (time, neuron) -> {
          if (neuron >= from && neuron < to) {
            times[next[neuron - from]++] = time;
          }
        });
    return new SpikeTrainIndex(from, offsets, times);
  }

  /** Groups all spikes, up to the highest neuron that fired. */
  public static SpikeTrainIndex of(Spikes spikes) {
    int[] most = {-1};
    spikes.forEach((time, neuron) -> most[0] = Math.max(most[0], neuron));
    return of(spikes, 0, most[0] + 1);
  }

  /** The first neuron. */
  public int from() {
    return from;
  }

  /** One past the last neuron. */
  public int to() {
    return from + offsets.length - 1;
  }

  /** Number of spikes of one neuron. */
  public int count(int neuron) {
    return offsets[neuron - from + 1] - offsets[neuron - from];
  }

  /** Number of spikes of all neurons of the range. */
  public int total() {
    return times.length;
  }

  /** When one neuron fired for the {@code n}th time, counted from 0 [ms]. */
  public double time(int neuron, int n) {
    return times[offsets[neuron - from] + n];
  }

  /** A copy of the times of one neuron, ascending [ms]. */
  public double[] train(int neuron) {
    return Arrays.copyOfRange(times, offsets[neuron - from], offsets[neuron - from + 1]);
  }

  /** The intervals between successive spikes, neuron by neuron, in order of time [ms]. */
  public double[] intervals() {
    int trains = 0;
    for (int neuron = from; neuron < to(); neuron++) {
      trains += count(neuron) > 0 ? 1 : 0;
    }
    double[] intervals = new double[times.length - trains];
    int n = 0;
    for (int neuron = from; neuron < to(); neuron++) {
      for (int i = offsets[neuron - from] + 1; i < offsets[neuron - from + 1]; i++) {
        intervals[n++] = times[i] - times[i - 1];
      }
    }
    return intervals;
  }
}
