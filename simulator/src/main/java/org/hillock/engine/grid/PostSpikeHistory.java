package org.hillock.engine.grid;

import java.util.Arrays;

/**
 * Recent postsynaptic spikes of the targets of a plastic table, each with the trace that it left:
 * one flat ring a neuron, all of one capacity.
 */
final class PostSpikeHistory {

  private static final int INITIAL_CAPACITY = 8;

  private final int neurons;
  private final DecayTable decay;
  private final int[] total;
  private final int[] oldest;
  private int capacity = INITIAL_CAPACITY;
  private long[] steps;
  private double[] traces;

  PostSpikeHistory(int neurons, DecayTable decay) {
    this.neurons = neurons;
    this.decay = decay;
    this.total = new int[neurons];
    this.oldest = new int[neurons];
    this.steps = new long[neurons * capacity];
    this.traces = new double[neurons * capacity];
  }

  /** Whether the neuron's ring is full, so that room must be made before {@link #add}. */
  boolean full(int neuron) {
    return total[neuron] - oldest[neuron] == capacity;
  }

  /** Adds a spike. */
  void add(int neuron, long step) {
    int n = total[neuron];
    double trace = 1;
    if (n > 0) {
      int last = place(neuron, n - 1);
      trace += traces[last] * decay.at(step - steps[last]);
    }
    int place = place(neuron, n);
    steps[place] = step;
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
  long step(int neuron, int spike) {
    return steps[place(neuron, spike)];
  }

  /** The trace of all spikes strictly before a moment. */
  double traceBefore(int neuron, long step) {
    for (int spike = total[neuron] - 1; spike >= oldest[neuron]; spike--) {
      int place = place(neuron, spike);
      if (steps[place] < step) {
        return traces[place] * decay.at(step - steps[place]);
      }
    }
    return 0;
  }

  /**
   * Forgets spikes up to a moment, but for the last of them, whose trace is still needed; if a
   * neuron remains full, all rings grow.
   */
  void forgetUpTo(long step) {
    boolean full = false;
    for (int neuron = 0; neuron < neurons; neuron++) {
      while (oldest[neuron] < total[neuron] - 1
          && steps[place(neuron, oldest[neuron] + 1)] <= step) {
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
    long[] newSteps = new long[Math.multiplyExact(neurons, larger)];
    double[] newTraces = new double[newSteps.length];
    for (int neuron = 0; neuron < neurons; neuron++) {
      for (int spike = oldest[neuron]; spike < total[neuron]; spike++) {
        int to = neuron * larger + (spike & larger - 1);
        newSteps[to] = steps[place(neuron, spike)];
        newTraces[to] = traces[place(neuron, spike)];
      }
    }
    capacity = larger;
    steps = newSteps;
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
