package org.hillock.engine.event;

import java.util.Arrays;
import java.util.List;
import org.hillock.engine.exchange.Packet;

/**
 * Spikes of one pass over a window: those that one partition has fired, or those of all, merged.
 *
 * <p>Written by the thread that works on the partition; read when all have met.
 */
final class Outbox {

  private double[] times = new double[256];
  private int[] populations = new int[256];
  private int[] neurons = new int[256];
  private int size;

  /** Index of the next window in which the partition has something to do. */
  private long nextWindow;

  /** Room for {@link #merge}: what is made anew in every window becomes a heap of garbage. */
  private double[] sortedTimes = new double[0];

  private long[] keys = new long[0];
  private final TimeOrder timeOrder = new TimeOrder();

  void clear() {
    size = 0;
  }

  /** Adds a spike: neuron index within its population. */
  void add(double time, int population, int neuron) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      populations = Arrays.copyOf(populations, 2 * size);
      neurons = Arrays.copyOf(neurons, 2 * size);
    }
    times[size] = time;
    populations[size] = population;
    neurons[size++] = neuron;
  }

  int size() {
    return size;
  }

  double time(int spike) {
    return times[spike];
  }

  int population(int spike) {
    return populations[spike];
  }

  int neuron(int spike) {
    return neurons[spike];
  }

  long nextWindow() {
    return nextWindow;
  }

  void announce(long window) {
    nextWindow = window;
  }

  /**
   * Holds the spikes of all partitions, by time, then population, then neuron: an order that does
   * not depend on partitions.
   */
  void merge(List<Outbox> boxes) {
    clear();
    boxes.forEach(this::addAll);
    int[] order = timeOrder.of(times, size);
    if (keys.length < size) {
      sortedTimes = new double[2 * size];
      keys = new long[2 * size];
    }
    for (int i = 0; i < size; i++) {
      sortedTimes[i] = times[order[i]];
      keys[i] = (long) populations[order[i]] << 32 | neurons[order[i]];
    }
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && sortedTimes[to] == sortedTimes[from]) {
        to++;
      }
      Arrays.sort(keys, from, to);
      from = to;
    }
    for (int i = 0; i < size; i++) {
      times[i] = sortedTimes[i];
      populations[i] = (int) (keys[i] >>> 32);
      neurons[i] = (int) keys[i];
    }
  }

  /** Adds all spikes of another. */
  void addAll(Outbox other) {
    for (int i = 0; i < other.size; i++) {
      add(other.times[i], other.populations[i], other.neurons[i]);
    }
  }

  /** Writes all spikes for another rank, one by one. */
  void write(Packet to) {
    for (int i = 0; i < size; i++) {
      to.putDouble(times[i]);
      to.putInt(populations[i]);
      to.putInt(neurons[i]);
    }
  }

  /** Reads what another rank has written, in place of what is here. */
  void read(int spikes, Packet from) {
    clear();
    for (int i = 0; i < spikes; i++) {
      add(from.getDouble(), from.getInt(), from.getInt());
    }
  }
}
