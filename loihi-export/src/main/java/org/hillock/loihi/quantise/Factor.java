package org.hillock.loihi.quantise;

import org.hillock.loihi.chip.Programme;

/**
 * A number as mantissa × 2^-shift, the mantissa of as many of {@value Programme#FACTOR_BITS} bits
 * as the number has, so that its size is no matter.
 */
record Factor(int mantissa, int shift) {

  /** The greatest mantissa. */
  static final int MAX = (1 << Programme.FACTOR_BITS) - 1;

  static Factor of(double value) {
    int shift = value == 0 ? 0 : Programme.FACTOR_BITS - 1 - Math.getExponent(value);
    shift = Math.max(0, Math.min(Programme.MOST_SHIFT, shift));
    if (mantissa(value, shift) > MAX && shift > 0) {
      // The mantissa was rounded up to a power of two.
      shift--;
    }
    return new Factor(mantissa(value, shift), shift);
  }

  /** The mantissa of a number that shares its shift with another. */
  static int mantissa(double value, int shift) {
    return (int) Math.rint(Math.scalb(value, shift));
  }

  /** The number. */
  static double value(int mantissa, int shift) {
    return Math.scalb((double) mantissa, -shift);
  }

  /** The number. */
  double value() {
    return value(mantissa, shift);
  }
}
