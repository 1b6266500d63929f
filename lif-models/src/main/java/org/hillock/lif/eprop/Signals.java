package org.hillock.lif.eprop;

/** A number a step of each neuron of a block, of so many recent steps. For one thread. */
final class Signals {

  private final int length;
  private final double[][] values;

  /**
   * @param neurons of the block
   * @param length how many steps are kept
   */
  Signals(int neurons, int length) {
    this.length = length;
    this.values = new double[neurons][length];
  }

  void set(int neuron, long step, double value) {
    values[neuron][(int) (step % length)] = value;
  }

  double at(int neuron, long step) {
    return values[neuron][(int) (step % length)];
  }
}
