package org.hillock.engine.event;

import org.hillock.engine.run.Partitioning;

/**
 * How the neurons of a partition are numbered in this engine: population after population, in the
 * order of the network. (On the grid neurons at which no spikes arrive come last, since rows of
 * spikes leave them out; here they are visited as others are.)
 */
final class LocalNumbers {

  private LocalNumbers() {}

  /**
   * The number of the first neuron of a population; past the last population, how many there are.
   */
  static int first(Partitioning partitioning, int population, int partition) {
    int first = 0;
    for (int i = 0; i < population; i++) {
      first += partitioning.to(i, partition) - partitioning.from(i, partition);
    }
    return first;
  }
}
