package org.hillock.engine.event;

import java.util.Arrays;

/**
 * Spikes in flight from one population, first in, first out, each with how far along its row it has
 * been delivered. Since spikes enter in order of time, those that arrive through synapses of one
 * delay do so in the order of the queue: no other is needed (benchmarks/README.md has a heap and a
 * calendar beside it).
 */
final class SpikeQueue {

  private double[] times = new double[64];
  private int[] sources = new int[64];
  private int[] cursors = new int[64];
  private double[] previousTimes = new double[64];
  private final int traces;
  private double[] previousTraces;
  private int head;
  private int end;

  /** For synapses that do not change. */
  SpikeQueue() {
    this(0);
  }

  /**
   * @param traces how many a source has
   */
  SpikeQueue(int traces) {
    this.traces = traces;
    this.previousTraces = new double[64 * traces];
  }

  /** Adds a spike, whose row begins at a synapse. */
  void add(double time, int source, int cursor) {
    add(time, source, cursor, Double.NaN, previousTraces, 0);
  }

  /**
   * The same for plastic synapses.
   *
   * @param previousTime the source's spike before this one
   * @param from an array with its traces right after that
   * @param at where they begin
   */
  void add(double time, int source, int cursor, double previousTime, double[] from, int at) {
    if (end == times.length) {
      makeRoom();
    }
    times[end] = time;
    sources[end] = source;
    cursors[end] = cursor;
    previousTimes[end] = previousTime;
    System.arraycopy(from, at, previousTraces, end * traces, traces);
    end++;
  }

  private void makeRoom() {
    int live = end - head;
    int capacity = live > times.length / 2 ? 2 * times.length : times.length;
    times = Arrays.copyOf(Arrays.copyOfRange(times, head, end), capacity);
    sources = Arrays.copyOf(Arrays.copyOfRange(sources, head, end), capacity);
    cursors = Arrays.copyOf(Arrays.copyOfRange(cursors, head, end), capacity);
    previousTimes = Arrays.copyOf(Arrays.copyOfRange(previousTimes, head, end), capacity);
    previousTraces =
        Arrays.copyOf(
            Arrays.copyOfRange(previousTraces, head * traces, end * traces), capacity * traces);
    head = 0;
    end = live;
  }

  /** Place of the oldest spike. */
  int head() {
    return head;
  }

  /** One past the place of the latest. */
  int end() {
    return end;
  }

  double time(int place) {
    return times[place];
  }

  int source(int place) {
    return sources[place];
  }

  /** The source's spike before this one. */
  double previousTime(int place) {
    return previousTimes[place];
  }

  /** The traces of all sources right after those spikes. */
  double[] previousTraces() {
    return previousTraces;
  }

  /** Where those of a spike begin. */
  int tracesAt(int place) {
    return place * traces;
  }

  /** The next synapse through which a spike will be delivered. */
  int cursor(int place) {
    return cursors[place];
  }

  void setCursor(int place, int synapse) {
    cursors[place] = synapse;
  }

  /** Forgets the oldest spike. */
  void remove() {
    head++;
  }
}
