package org.hillock.model.linear;

import org.hillock.model.Column;
import org.hillock.model.NeuronBlock;

/**
 * The current into the neurons of a block in the present step: what is injected, or zeros where
 * nothing is, and a constant. A choice in the loop would keep vectors from staying in registers.
 *
 * @param injected [pA], of neuron i at i times the stride
 * @param stride 1, or 0 where all neurons have the same
 * @param constant I_e [pA]
 */
record Injected(double[] injected, int stride, Column constant) {

  private static final double[] NONE = new double[Column.MOST_LANES];

  static Injected of(NeuronBlock block, Column constant) {
    double[] current = block.current();
    return current == null ? new Injected(NONE, 0, constant) : new Injected(current, 1, constant);
  }

  double at(int neuron) {
    return injected[neuron * stride] + constant.at(neuron);
  }
}
