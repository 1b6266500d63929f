package org.hillock.model.linear;

import org.hillock.model.Column;
import org.jspecify.annotations.Nullable;

/**
 * The current into the neurons of a block in the present step.
 *
 * @param ofEach what is injected into each [pA], or null if nothing is
 * @param constant I_e [pA]
 */
record Injected(double @Nullable [] ofEach, Column constant) {

  double at(int neuron) {
    return ofEach == null ? constant.at(neuron) : ofEach[neuron] + constant.at(neuron);
  }
}
