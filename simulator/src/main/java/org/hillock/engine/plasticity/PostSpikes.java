package org.hillock.engine.plasticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recent spikes of the neurons of one population in one partition, each with the traces that it
 * left: one flat ring a neuron, all of one capacity, which all plastic synapses onto them share.
 * Times are in the unit of the engine. For one thread.
 */
public final class PostSpikes {

  private static final int INITIAL_CAPACITY = 8;

  private final int neurons;
  private final double rarely;
  private final List<Double> taus = new ArrayList<>();
  private TraceDecay[] decays = {};
  private final List<PlasticTable> tables = new ArrayList<>();
  private final int[] total;
  private final int[] oldest;
  private int capacity = INITIAL_CAPACITY;
  private double[] times;
  private double[][] traces = {};
  private double lastSweep = RowPlasticity.NEVER;

  /**
   * @param neurons how many
   * @param rarely if rings run full again within this time, they grow rather than cost a sweep over
   *     all synapses each time
   */
  public PostSpikes(int neurons, double rarely) {
    this.neurons = neurons;
    this.rarely = rarely;
    this.total = new int[neurons];
    this.oldest = new int[neurons];
    this.times = new double[neurons * capacity];
  }

  /**
   * What the spikes of a neuron take [bytes].
   *
   * @param traceCount how many traces are kept
   */
  public static double bytes(int traceCount) {
    return (1 + traceCount) * (double) INITIAL_CAPACITY * Double.BYTES + 2 * Integer.BYTES;
  }

  /** Asks for a trace; returns its number. All are asked for before the first spike. */
  int trace(double tau, TraceDecay decay) {
    int known = taus.indexOf(tau);
    if (known >= 0) {
      return known;
    }
    taus.add(tau);
    decays = Arrays.copyOf(decays, decays.length + 1);
    decays[decays.length - 1] = decay;
    traces = Arrays.copyOf(traces, decays.length);
    traces[decays.length - 1] = new double[times.length];
    return decays.length - 1;
  }

  /** Takes in synapses onto these neurons. */
  public void addTable(PlasticTable table) {
    tables.add(table);
  }

  /** Whether no synapse wants to know of these spikes. */
  public boolean unheard() {
    return tables.isEmpty();
  }

  /**
   * Takes note of a spike.
   *
   * @param neuron index within the partition's slice of the population
   * @param time when, after the deliveries up to it
   * @param delivered all deliveries up to this time have been made
   */
  public void add(int neuron, double time, double delivered) {
    if (total[neuron] - oldest[neuron] == capacity) {
      if (time - lastSweep < rarely) {
        grow();
      } else {
        lastSweep = time;
        tables.forEach(table -> table.settle(delivered));
      }
    }
    int n = total[neuron];
    int place = place(neuron, n);
    times[place] = time;
    for (int k = 0; k < traces.length; k++) {
      double trace = 1;
      if (n > oldest[neuron]) {
        int last = place(neuron, n - 1);
        trace += traces[k][last] * decays[k].over(time - times[last]);
      }
      traces[k][place] = trace;
    }
    total[neuron] = n + 1;
  }

  /** How many neurons there are. */
  int neurons() {
    return neurons;
  }

  /** One past the number of the latest spike of each neuron, whose spikes are numbered from 0. */
  int[] ends() {
    return total;
  }

  /** Number of the oldest spike of each neuron that is kept. */
  int[] oldest() {
    return oldest;
  }

  /**
   * When spikes were: spike n of a neuron stands at neuron capacity + (n & (capacity - 1)). Rings
   * that grow are others.
   */
  double[] times() {
    return times;
  }

  /** A trace right after each spike, at the same places. */
  double[] traces(int trace) {
    return traces[trace];
  }

  /** How many spikes a ring holds, a power of 2. */
  int capacity() {
    return capacity;
  }

  /**
   * Forgets spikes that no synapse needs any more, but for the last of them, whose traces are still
   * needed; if a neuron remains full, all rings grow.
   */
  public void forget() {
    double time = Double.POSITIVE_INFINITY;
    for (PlasticTable table : tables) {
      time = Math.min(time, table.needsAfter());
    }
    boolean full = false;
    for (int neuron = 0; neuron < neurons; neuron++) {
      while (oldest[neuron] < total[neuron] - 1
          && times[place(neuron, oldest[neuron] + 1)] <= time) {
        oldest[neuron]++;
      }
      full |= total[neuron] - oldest[neuron] == capacity;
    }
    if (full) {
      grow();
    }
  }

  /** Doubles the room of every neuron. */
  private void grow() {
    int larger = capacity * 2;
    double[] newTimes = new double[Math.multiplyExact(neurons, larger)];
    double[][] newTraces = new double[traces.length][newTimes.length];
    for (int neuron = 0; neuron < neurons; neuron++) {
      for (int spike = oldest[neuron]; spike < total[neuron]; spike++) {
        int from = place(neuron, spike);
        int to = neuron * larger + (spike & larger - 1);
        newTimes[to] = times[from];
        for (int k = 0; k < traces.length; k++) {
          newTraces[k][to] = traces[k][from];
        }
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
