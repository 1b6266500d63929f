package org.hillock.scenario;

import java.math.BigDecimal;
import java.math.MathContext;

/** Doubles as text that reads back to the same double, the same on every JVM. */
final class Numbers {

  private Numbers() {}

  /** The shortest text of 15 to 17 digits that reads back to the same value. */
  static String text(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return 1 / value < 0 && value == 0 ? "0" : Long.toString((long) value);
    }
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 15; ; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (digits == 17 || rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros().toString();
      }
    }
  }

  /** A number with its unit. */
  static String text(double value, MeasurementUnit unit) {
    return unit.symbol().isEmpty() ? text(value) : text(value) + " " + unit.symbol();
  }

  /** A number with its unit for people: six digits. */
  static String rounded(double value, MeasurementUnit unit) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "no value" : text(value, unit);
    }
    double six = new BigDecimal(value).round(new MathContext(6)).doubleValue();
    return text(six, unit);
  }
}
