package org.hillock.network;

import java.util.Arrays;
import java.util.List;

/** Recorded spike times, one ascending train per neuron. */
public final class SpikeTrains {

  private final double[][] times;

  private SpikeTrains(double[][] times) {
    this.times = times;
  }

  /**
   * @param trains one array of times [ms] per neuron, in any order
   * @throws InvalidNetworkException if a time is negative or not finite
   */
  public static SpikeTrains of(List<double[]> trains) {
    double[][] times = new double[trains.size()][];
    for (int i = 0; i < times.length; i++) {
      times[i] = sorted(trains.get(i));
    }
    return new SpikeTrains(times);
  }

  /**
   * The same train for every neuron, kept once.
   *
   * @param train times [ms] in any order
   * @param neurons how many share it
   * @throws InvalidNetworkException if a time is negative or not finite
   */
  public static SpikeTrains shared(double[] train, int neurons) {
    double[][] times = new double[neurons][];
    Arrays.fill(times, sorted(train));
    return new SpikeTrains(times);
  }

  private static double[] sorted(double[] train) {
    double[] times = train.clone();
    Arrays.sort(times);
    for (double time : times) {
      if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
        throw new InvalidNetworkException("spike_times", time + " ms", "finite times from 0 ms on");
      }
    }
    return times;
  }

  /** Number of trains. */
  public int size() {
    return times.length;
  }

  /** Number of spikes of one neuron. */
  public int count(int neuron) {
    return times[neuron].length;
  }

  /** Time [ms] of one spike of one neuron; spikes ascend. */
  public double time(int neuron, int spike) {
    return times[neuron][spike];
  }

  /** A copy of the times [ms] of one neuron, ascending. */
  public double[] train(int neuron) {
    return times[neuron].clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpikeTrains that && Arrays.deepEquals(times, that.times);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(times);
  }

  @Override
  public String toString() {
    return times.length + " spike trains";
  }
}
