package org.hillock.loihi.emulate;

/** Which neurons fire at the v that they have reached, and what firing does to them. */
interface Firing {

  /**
   * Takes some neurons through the end of a step.
   *
   * @param from first
   * @param to one past the last
   * @param v of all neurons
   */
  void spikes(int from, int to, int[] v);

  /** -1 for each neuron that fired in its last step, else 0. */
  int[] firing();

  /** A register of a neuron besides u and v, in the order of its programme. */
  long state(int neuron, int register);
}
