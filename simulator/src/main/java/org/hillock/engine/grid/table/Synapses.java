package org.hillock.engine.grid.table;

import org.jspecify.annotations.Nullable;

/** One table of synapses onto the neurons of a partition, all from the same population. */
public interface Synapses {

  /** Index of the population whose spikes the table delivers. */
  int sourcePopulation();

  /** Number of synapses. */
  int size();

  /** Starts the cohort of spikes of a step; the spikes follow by {@link #add}. */
  void beginStep(long step);

  /**
   * Adds spikes of the step begun last, in ascending order of neuron.
   *
   * @param spikes where they are
   * @param from first place in {@code spikes.neurons()}
   * @param to one past the last
   */
  void add(SpikeBuffer spikes, int from, int to);

  /**
   * Adds the weights of all synapses whose delay ends in this step to the rows of input.
   *
   * @param step the step
   * @param rows one row a receptor, an element a neuron of the partition
   * @param arrivals where to note the targets, or null
   * @return number of synapses delivered
   */
  long deliver(long step, double[][] rows, @Nullable Arrivals arrivals);
}
