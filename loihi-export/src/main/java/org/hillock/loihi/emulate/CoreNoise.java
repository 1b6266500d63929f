package org.hillock.loihi.emulate;

/**
 * The noise of a core: a whole number n from -127 to 127 makes
 *
 * <pre>
 *   (n + 64 × offset) × 2^(exponent - 7)          rounded toward zero
 * </pre>
 *
 * (nengo-loihi, {@code NoiseState}; the chip's register for an exponent below 7 acts as one more.)
 *
 * @param target where it is added
 * @param exponent 0 to 23
 * @param offset -128 to 127
 */
public record CoreNoise(Target target, int exponent, int offset) {

  /** Where noise is added. */
  public enum Target {
    /** The sum of a step's input, before it wraps: it decays with u. */
    CURRENT,
    /** What is added to v, besides u and bias. */
    VOLTAGE
  }

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public CoreNoise {
    if (exponent < 0 || exponent > 23) {
      throw new IllegalArgumentException("noise exponent " + exponent + " outside 0 to 23");
    }
    if (offset < -128 || offset > 127) {
      throw new IllegalArgumentException("noise offset " + offset + " outside -128 to 127");
    }
  }

  /** The noise that a number from -127 to 127 makes. */
  int of(int drawn) {
    int mantissa = drawn + 64 * offset;
    return exponent >= 7 ? mantissa << exponent - 7 : mantissa / (1 << 7 - exponent);
  }
}
