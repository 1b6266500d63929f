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
   * @param arrivals where to note the targets, or null
   * @return number of synapses delivered
   */
  long deliver(long step, @Nullable Arrivals arrivals);

  /** Forgets what is due in a step, as if it had been delivered. */
  void skip(long step);

  /**
   * Synapses whose weights do not change.
   *
   * @param table the synapses
   * @param rows where they add to
   * @param epoch most steps of an epoch
   */
  static Synapses thatStay(BuiltTable table, InputRows rows, int epoch) {
    return CopiedSynapses.suits(table)
        ? new CopiedSynapses(table, rows, epoch)
        : new StaticSynapses(table, rows, epoch);
  }
}
