package org.hillock.engine.grid.table;

import java.util.Arrays;
import org.hillock.engine.exchange.Packet;

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

  /** Number of populations of the network. */
  public int populations() {
    return populations;
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

  /** Chooses neurons. */
  public interface Choice {

    /** Whether a neuron of a population is meant. */
    boolean means(int population, int neuron);
  }

  /** Holds the spikes of another buffer of the same network that are chosen, and all visits. */
  public void copy(SpikeBuffer other, Choice choice) {
    clear();
    for (int group = 0; group < other.groups; group++) {
      for (int i = other.start[group]; i < other.start[group + 1]; i++) {
        if (choice.means(group % populations, other.neurons[i])) {
          add(other.neurons[i]);
        }
      }
      endGroup();
    }
    System.arraycopy(other.visits, 0, visits, 0, visits.length);
  }

  /** Writes everything for another rank. */
  public void write(Packet to) {
    to.putInt(groups);
    int filled = 0;
    for (int group = 0; group < groups; group++) {
      filled += start[group + 1] > start[group] ? 1 : 0;
    }
    to.putInt(filled);
    for (int group = 0; group < groups; group++) {
      if (start[group + 1] > start[group]) {
        to.putInt(group);
        to.putInt(start[group + 1]);
      }
    }
    to.putInts(neurons, 0, size);
    int visited = 0;
    for (long each : visits) {
      visited += each > 0 ? 1 : 0;
    }
    to.putInt(visited);
    for (int i = 0; i < visits.length; i++) {
      if (visits[i] > 0) {
        to.putInt(i);
        to.putLong(visits[i]);
      }
    }
  }

  /** Reads what another rank has written, in place of what is here. */
  public void read(Packet from) {
    groups = from.getInt();
    int filled = from.getInt();
    size = 0;
    int begun = 0;
    for (int i = 0; i < filled; i++) {
      int group = from.getInt();
      Arrays.fill(start, begun, group + 1, size);
      begun = group + 1;
      size = from.getInt();
    }
    Arrays.fill(start, begun, groups + 1, size);
    if (neurons.length < size) {
      neurons = new int[2 * size];
    }
    from.getInts(neurons, 0, size);
    Arrays.fill(visits, 0);
    int visited = from.getInt();
    for (int i = 0; i < visited; i++) {
      visits[from.getInt()] = from.getLong();
    }
  }
}
