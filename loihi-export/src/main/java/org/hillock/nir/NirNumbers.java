package org.hillock.nir;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers that have been through a file or a change of unit, freed of the dust of rounding. */
final class NirNumbers {

  /** Frameworks write r = tau/dt in single precision: what is meant is a factor of 1. */
  private static final double SINGLE = 1e-6;

  private NirNumbers() {}

  /** Seconds in ms. */
  static double milliseconds(double seconds) {
    return clean(seconds * 1000);
  }

  /** A number of 15 digits, if there is one next to the value. */
  static double clean(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value;
    }
    double rounded = new BigDecimal(value).round(new MathContext(15)).doubleValue();
    return Math.abs(rounded - value) <= 3 * Math.ulp(value) ? rounded : value;
  }

  /** What a spike's weight is multiplied by: 1 if that is meant. */
  static double factor(double value) {
    return Math.abs(value - 1) < SINGLE ? 1 : clean(value);
  }
}
