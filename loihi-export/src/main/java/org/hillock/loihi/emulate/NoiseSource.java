package org.hillock.loihi.emulate;

/** Where the numbers come from of which noise is made. Used by one thread. */
public interface NoiseSource {

  /**
   * Draws a number for each of some neurons.
   *
   * @param step in which they act, from 1
   * @param first number of the first neuron
   * @param count how many neurons
   * @param into receives {@code count} numbers from -127 to 127, which depend on step and neuron
   *     alone
   */
  void draw(long step, int first, int count, int[] into);
}
