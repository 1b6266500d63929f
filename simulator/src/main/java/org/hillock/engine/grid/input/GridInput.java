package org.hillock.engine.grid.input;

/** What one input adds to some neurons of one block in every step. */
public interface GridInput {

  /**
   * Adds the spikes that arrive in a step at some neurons of the block to its rows of input.
   *
   * @param step the step
   * @param rows one row a receptor, from the block's input offset on
   * @param from first neuron of the block
   * @param to one past the last
   */
  default void addSpikes(long step, double[][] rows, int from, int to) {}

  /** Whether the current of this step differs from that of the step before. */
  default boolean currentChanges(long step) {
    return false;
  }

  /** Adds the current that flows in a step [pA] to the block's. */
  default void addCurrent(long step) {}
}
