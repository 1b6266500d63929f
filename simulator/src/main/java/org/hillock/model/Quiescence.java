package org.hillock.model;

/**
 * How the neurons of a kernel go on while nothing reaches them, told without going through every
 * step. With it, an engine need not touch a neuron that is silent for certain until its next input.
 *
 * <p>Many steps at once give the state of as many single steps up to rounding.
 */
public interface Quiescence {

  /**
   * Whether a neuron stays below the threshold for ever if no input arrives.
   *
   * @param block the neurons
   * @param neuron index within the block
   */
  boolean silent(NeuronBlock block, int neuron);

  /**
   * Advances a silent neuron.
   *
   * @param block the neurons
   * @param neuron index within the block
   * @param from the step that it has reached
   * @param to the step that it is to reach, {@code from} or more
   */
  void advance(NeuronBlock block, int neuron, long from, long to);
}
