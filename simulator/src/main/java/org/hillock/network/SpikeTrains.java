package org.hillock.network;

import java.util.Arrays;
import java.util.List;

/** Recorded spike times, one ascending train per neuron. */
public final class SpikeTrains {

  /** A count is no finer than so many bins over all of the time; then it is too high. */
  private static final int MOST_BINS = 1_000_000;

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

  /**
   * The most spikes of all trains together in so many adjacent bins of a width, and so in any
   * window of the width if there are two.
   *
   * @param width of a bin [ms], above 0
   * @param bins adjacent bins that are added up
   */
  public double most(double width, int bins) {
    double wide = Math.max(width, last() / MOST_BINS);
    double[] counts = new double[(int) (last() / wide) + 1];
    for (int first = 0; first < times.length; ) {
      int end = first + 1;
      while (end < times.length && times[end] == times[first]) {
        end++; // neurons that share a train
      }
      for (double time : times[first]) {
        counts[(int) (time / wide)] += end - first;
      }
      first = end;
    }
    double most = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      double sum = 0;
      for (int i = bin; i < Math.min(bin + bins, counts.length); i++) {
        sum += counts[i];
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  /** Spikes that are kept: those of a train that neurons share count once. */
  public double kept() {
    double kept = 0;
    for (int i = 0; i < times.length; i++) {
      kept += i > 0 && times[i] == times[i - 1] ? 0 : times[i].length;
    }
    return kept;
  }

  /** When the last spike of all is [ms]; 0 without any. */
  public double last() {
    double last = 0;
    for (double[] train : times) {
      last = train.length == 0 ? last : Math.max(last, train[train.length - 1]);
    }
    return last;
  }

  /** Mean number of spikes of a train. */
  public double mean() {
    double sum = 0;
    for (double[] train : times) {
      sum += train.length;
    }
    return times.length == 0 ? 0 : sum / times.length;
  }

  /** Mean rate of a train up to the last spike of all, or the first millisecond [Hz]. */
  public double meanRate() {
    return mean() / Math.max(1, last()) * 1000;
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
