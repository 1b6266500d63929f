package org.hillock.loihi.quantise;

import org.hillock.loihi.chip.ChipProfile;

/**
 * A constant that is added to v in every step: mantissa × 2^exponent.
 *
 * @param mantissa signed
 * @param exponent 0 or more
 */
public record Bias(int mantissa, int exponent) {

  /** No bias. */
  public static final Bias NONE = new Bias(0, 0);

  /**
   * The bias nearest to a number. The least exponent whose mantissa fits has the finest grid, which
   * holds the grids of all greater ones, so no other choice is nearer.
   *
   * @param value in units of v; at most {@link #max}
   */
  public static Bias nearest(double value, ChipProfile.Neuron chip) {
    for (int exponent = 0; exponent <= chip.biasExponentMax(); exponent++) {
      double mantissa = Math.rint(value / (1 << exponent));
      if (Math.abs(mantissa) <= chip.biasMantissaMax()) {
        return new Bias((int) mantissa, exponent);
      }
    }
    throw new IllegalArgumentException("bias " + value);
  }

  /** The largest bias that the chip can add. */
  public static long max(ChipProfile.Neuron chip) {
    return (long) chip.biasMantissaMax() << chip.biasExponentMax();
  }

  /** What is added to v. */
  public int value() {
    return mantissa << exponent;
  }
}
