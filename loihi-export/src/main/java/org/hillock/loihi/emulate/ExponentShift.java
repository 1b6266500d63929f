package org.hillock.loihi.emulate;

/** What a negative weight exponent shifts to the right, rounding down. */
public enum ExponentShift {
  /**
   * The sum of the mantissas of a format that one step's spikes bring a neuron with one delay
   * (lava, {@code DenseModelBitAcc}).
   */
  OF_SUM,
  /** Each mantissa by itself (brian2_loihi and nengo-loihi). */
  OF_EACH_WEIGHT
}
