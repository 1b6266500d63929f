package org.hillock.scenario.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import org.hillock.text.DecimalText;

/** Doubles as text that reads back to the same double, the same on every JVM. */
public final class Numbers {

  private Numbers() {}

  /** The shortest text that reads back to the same value. */
  public static String text(double value) {
    return new DecimalText().of(value);
  }

  /** A number with its unit. */
  public static String text(double value, MeasurementUnit unit) {
    return unit.symbol().isEmpty() ? text(value) : text(value) + " " + unit.symbol();
  }

  /** A number with its unit for people: six digits. */
  public static String rounded(double value, MeasurementUnit unit) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "no value" : text(value, unit);
    }
    double six = new BigDecimal(value).round(new MathContext(6)).doubleValue();
    return text(six, unit);
  }
}
