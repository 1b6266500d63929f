package org.hillock.lif;

import org.hillock.model.NeuronBlock;

/** The injected current of a block, or zeros where none is injected. */
final class Injected {

  private static final double[] NONE = new double[Column.MOST_LANES];

  private Injected() {}

  /**
   * The injected current [pA], of neuron i at i times {@link #stride}. A choice in the loop would
   * keep vectors from staying in registers.
   */
  static double[] current(NeuronBlock block) {
    double[] current = block.current();
    return current == null ? NONE : current;
  }

  /** 1, or 0 where all neurons have the same. */
  static int stride(NeuronBlock block) {
    return block.current() == null ? 0 : 1;
  }
}
