package org.hillock.model.linear;

import org.hillock.model.NeuronBlock;
import org.hillock.model.UnsummedInput;
import org.jspecify.annotations.Nullable;

/** The commonest neurons have loops of their own that take input before it is summed. */
interface UnsummedLoop {

  /** The loop for neurons of some rows, or null if there is none. */
  static @Nullable UnsummedLoop of(Row[] rows) {
    TwoCurrents twoCurrents = TwoCurrents.of(rows);
    return twoCurrents != null ? twoCurrents : OneMembrane.of(rows);
  }

  /** Whether the loop is for input of this kind. */
  boolean takes(UnsummedInput[] input);

  /**
   * Advances neurons of a block into which nothing is injected, as their rows would, to the same
   * bits.
   */
  void advance(NeuronBlock block, UnsummedInput[] input, int from, int to);

  /**
   * The same for as many neurons as fill whole vectors.
   *
   * @return one past the last of them
   */
  int advanceByVectors(NeuronBlock block, UnsummedInput[] input, int from, int to);
}
