package org.hillock.loihi.emulate;

/** The state of neighbouring neurons, and what happens to it in a step. */
interface Neurons {

  /**
   * Takes some neurons of one core through a step.
   *
   * @param core what they share
   * @param from first, in this numbering
   * @param to one past the last
   * @param input what arrives in this step, and in others; set to 0 once taken
   * @param at where the input of neuron 0 is
   * @param noise of each neuron, from neuron 0 on; 0 where there is none
   */
  void update(CoreSettings core, int from, int to, int[] input, int at, int[] noise);

  /** -1 for each neuron that fired in its last step, else 0. */
  int[] firing();

  /** The current of a neuron. */
  long u(int neuron);

  /** The voltage of a neuron. */
  long v(int neuron);

  /** Neurons of an arithmetic, without parameters yet. */
  static Neurons of(ChipImage image, int first, int count) {
    return image.arithmetic().bounded()
        ? new BoundedNeurons(image, first, count)
        : new UnboundedNeurons(image, first, count);
  }
}
