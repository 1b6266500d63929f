package org.hillock.model;

/**
 * A kernel that need not know in which order inputs arrive. A window is cut into cells of equal
 * length; what the inputs of a cell leave at its end is a sum, and a bound on the state within the
 * cell tells whether the neuron may fire there. Only where it may are the cell's inputs put in
 * order.
 *
 * <p>Used by one thread at a time; shares the scratch space of its kernel.
 */
public interface CellKernel {

  /** Numbers that an input leaves at the end of its cell, and that are summed. */
  int SUMS = 3;

  /** Cells of a window. */
  int cells();

  /**
   * What inputs leave at the ends of their cells.
   *
   * @param remaining time from each input to the end of its cell [ms]; room for a multiple of 8
   * @param weights their weights
   * @param count how many
   * @param into takes the {@link #SUMS} numbers of an input, each in an array of its own
   */
  void effects(double[] remaining, double[] weights, int count, double[][] into);

  /**
   * Takes a neuron, to which no current is injected anew, through a window.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param inputs what arrives
   * @param spikes where to report spikes, ascending in time
   * @return as {@link EventKernel#advance}
   */
  double advance(EventBlock block, int neuron, CellInputs inputs, SpikeTimes spikes);
}
