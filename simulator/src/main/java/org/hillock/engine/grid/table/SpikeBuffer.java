package org.hillock.engine.grid.table;

import java.util.Arrays;

/**
 * The spikes that one partition fires during one epoch, grouped by step and population.
 *
 * <p>Written by the thread that works on the partition; read by all when they have met.
 */
public final class SpikeBuffer {

  private final int populations;
  private int[] neurons = new int[256];
  private int[] start;
  private final long[] visits;
  private int size;
  private int groups;

  /**
   * @param populations number of populations of the network
   * @param steps most steps in an epoch
   */
  public SpikeBuffer(int populations, int steps) {
    this.populations = populations;
    this.start = new int[populations * steps + 1];
    this.visits = new long[populations];
  }

  /** Forgets everything. */
  public void clear() {
    size = 0;
    groups = 0;
    Arrays.fill(visits, 0);
  }

  /** Adds to the number of neurons of a population that were looked at one by one. */
  public void addVisits(int population, int count) {
    visits[population] += count;
  }

  /** Neurons of a population that were looked at one by one in this epoch. */
  public long visits(int population) {
    return visits[population];
  }

  /** Adds a spike of the group that is being filled: neuron index within its population. */
  public void add(int neuron) {
    if (size == neurons.length) {
      neurons = Arrays.copyOf(neurons, size * 2);
    }
    neurons[size++] = neuron;
  }

  /** Ends the group of one population in one step; groups come by step, then population. */
  public void endGroup() {
    start[++groups] = size;
  }

  /** Where the group of a population in the i-th step of the epoch begins in {@link #neurons}. */
  public int from(int step, int population) {
    return start[step * populations + population];
  }

  /** One past the end of that group. */
  public int to(int step, int population) {
    return start[step * populations + population + 1];
  }

  /**
   * Neuron indices within their populations, ascending within each group; one that fired several
   * times in the step stands there as often.
   */
  public int[] neurons() {
    return neurons;
  }
}
