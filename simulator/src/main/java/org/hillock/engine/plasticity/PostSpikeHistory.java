package org.hillock.engine.plasticity;

import java.util.Arrays;

/**
 * Recent postsynaptic spikes of the targets of a plastic table, each with the trace that it left:
 * one flat ring a neuron, all of one capacity. Times are in the unit of the {@link TraceDecay}.
 */
final class PostSpikeHistory {

  private static final int INITIAL_CAPACITY = 8;

  private final int neurons;
  private final TraceDecay decay;
  private final int[] total;
  private final int[] oldest;
  private int capacity = INITIAL_CAPACITY;
  private double[] times;
  private double[] traces;

  PostSpikeHistory(int neurons, TraceDecay decay) {
    this.neurons = neurons;
    this.decay = decay;
    this.total = new int[neurons];
    this.oldest = new int[neurons];
    this.times = new double[neurons * capacity];
    this.traces = new double[neurons * capacity];
  }

  /** Whether the neuron's ring is full, so that room must be made before {@link #add}. */
  boolean full(int neuron) {
    return total[neuron] - oldest[neuron] == capacity;
  }

  /** Adds a spike. */
  void add(int neuron, double time) {
    int n = total[neuron];
    double trace = 1;
    if (n > 0) {
      int last = place(neuron, n - 1);
      trace += traces[last] * decay.over(time - times[last]);
    }
    int place = place(neuron, n);
    times[place] = time;
    traces[place] = trace;
    total[neuron] = n + 1;
  }

  /** One past the number of the latest spike; spikes are numbered from 0 for each neuron. */
  int end(int neuron) {
    return total[neuron];
  }

  /** Number of the oldest spike that is kept. */
  int oldest(int neuron) {
    return oldest[neuron];
  }

  /** When a spike was. */
  double time(int neuron, int spike) {
    return times[place(neuron, spike)];
  }

  /**
   * The trace, at a moment, of all spikes that count, at their time + shift, before a bound.
   *
   * @param bound the moment, or so little before it that it makes a difference to none
   */
  double traceBefore(int neuron, double shift, double bound, double moment) {
    for (int spike = total[neuron] - 1; spike >= oldest[neuron]; spike--) {
      int place = place(neuron, spike);
      double counted = times[place] + shift;
      if (counted < bound) {
        return traces[place] * decay.over(moment - counted);
      }
    }
    return 0;
  }

  /**
   * Forgets spikes up to a moment, but for the last of them, whose trace is still needed; if a
   * neuron remains full, all rings grow.
   */
  void forgetUpTo(double time) {
    boolean full = false;
    for (int neuron = 0; neuron < neurons; neuron++) {
      while (oldest[neuron] < total[neuron] - 1
          && times[place(neuron, oldest[neuron] + 1)] <= time) {
        oldest[neuron]++;
      }
      full |= full(neuron);
    }
    if (full) {
      grow();
    }
  }

  /** Doubles the room of every neuron. */
  void grow() {
    int larger = capacity * 2;
    double[] newTimes = new double[Math.multiplyExact(neurons, larger)];
    double[] newTraces = new double[newTimes.length];
    for (int neuron = 0; neuron < neurons; neuron++) {
      for (int spike = oldest[neuron]; spike < total[neuron]; spike++) {
        int to = neuron * larger + (spike & larger - 1);
        newTimes[to] = times[place(neuron, spike)];
        newTraces[to] = traces[place(neuron, spike)];
      }
    }
    capacity = larger;
    times = newTimes;
    traces = newTraces;
  }

  private int place(int neuron, int spike) {
    return neuron * capacity + (spike & capacity - 1);
  }

  @Override
  public String toString() {
    return neurons + " neurons, " + Arrays.stream(total).sum() + " spikes";
  }
}
