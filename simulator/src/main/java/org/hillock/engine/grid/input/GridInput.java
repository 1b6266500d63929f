package org.hillock.engine.grid.input;

import org.hillock.model.UnsummedInput;

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

  /**
   * Whether all that the input does is to add counts, each times one weight, to one receptor of all
   * neurons of the block, so that {@link #count} can take the place of {@link #addSpikes}.
   */
  default boolean counts() {
    return false;
  }

  /**
   * Gives the counts of a step to the receptor, if there are any.
   *
   * @param step the step
   * @param input of each receptor
   * @param from first neuron of the block
   * @param to one past the last
   */
  default void count(long step, UnsummedInput[] input, int from, int to) {}

  /** Whether the current of this step differs from that of the step before. */
  default boolean currentChanges(long step) {
    return false;
  }

  /** Adds the current that flows in a step [pA] to the block's. */
  default void addCurrent(long step) {}
}
