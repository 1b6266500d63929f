package org.hillock.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them, the same in every country. */
public final class Numerals {

  private Numerals() {}

  /** A whole number with thousands set apart. */
  public static String count(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  /** A number with so many significant digits, without trailing zeros. */
  public static String significant(double number, int digits) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "none" : "∞";
    }
    if (number == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits));
    double size = Math.abs(number);
    if (size >= 1000 && size < 1e15) {
      return String.format(
          Locale.ROOT, "%,d", rounded.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }
    return size < 1e-4 || size >= 1e15
        ? String.format(Locale.ROOT, "%." + (digits - 1) + "e", number)
        : rounded.stripTrailingZeros().toPlainString();
  }

  /** A number with four significant digits. */
  public static String number(double number) {
    return significant(number, 4);
  }

  /** A fraction as a percentage. */
  public static String percent(double fraction) {
    double percent = 100 * fraction;
    return (percent >= 10 ? count(percent) : significant(percent, 2)) + " %";
  }

  /** A place in a picture, to a hundredth of a pixel. */
  public static String coordinate(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /** How many of what. */
  public static String counted(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }
}
