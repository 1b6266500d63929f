package org.hillock.engine.grid.table;

import java.util.Arrays;

/** The presynaptic spikes of one step, each with what its source had done before. */
final class SourceCohort {

  private int size;
  private int[] source = new int[8];
  private double[] lastStep = new double[8];
  private final int traces;
  private double[] lastTraces;

  /**
   * @param traces how many a source has
   */
  SourceCohort(int traces) {
    this.traces = traces;
    this.lastTraces = new double[8 * traces];
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /**
   * Adds a spike.
   *
   * @param spikeSource who fired
   * @param previousStep the source's spike before this one
   * @param from an array with its traces right after that
   * @param at where they begin
   */
  void add(int spikeSource, double previousStep, double[] from, int at) {
    if (size == source.length) {
      source = Arrays.copyOf(source, size * 2);
      lastStep = Arrays.copyOf(lastStep, size * 2);
      lastTraces = Arrays.copyOf(lastTraces, size * 2 * traces);
    }
    source[size] = spikeSource;
    lastStep[size] = previousStep;
    System.arraycopy(from, at, lastTraces, size * traces, traces);
    size++;
  }

  int source(int i) {
    return source[i];
  }

  /** The source's spike before this one. */
  double previousStep(int i) {
    return lastStep[i];
  }

  /** The traces of all sources right after those spikes. */
  double[] previousTraces() {
    return lastTraces;
  }

  /** Where those of a spike begin. */
  int tracesAt(int i) {
    return i * traces;
  }
}
