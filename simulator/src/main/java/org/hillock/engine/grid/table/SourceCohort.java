package org.hillock.engine.grid.table;

import java.util.Arrays;

/** The presynaptic spikes of one step, each with what its source had done before. */
final class SourceCohort {

  private int size;
  private int[] source = new int[8];
  private double[] lastStep = new double[8];
  private double[] lastTrace = new double[8];

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
   * @param previousTrace its trace right after that
   */
  void add(int spikeSource, double previousStep, double previousTrace) {
    if (size == source.length) {
      source = Arrays.copyOf(source, size * 2);
      lastStep = Arrays.copyOf(lastStep, size * 2);
      lastTrace = Arrays.copyOf(lastTrace, size * 2);
    }
    source[size] = spikeSource;
    lastStep[size] = previousStep;
    lastTrace[size++] = previousTrace;
  }

  int source(int i) {
    return source[i];
  }

  /** The source's spike before this one. */
  double previousStep(int i) {
    return lastStep[i];
  }

  /** The source's trace right after that. */
  double previousTrace(int i) {
    return lastTrace[i];
  }
}
