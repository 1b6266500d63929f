package org.hillock.report.run;

import org.hillock.report.Numerals;
import org.hillock.text.NumberText;

/** Numbers of a manifest, shown as they stand there: nothing is rounded. */
final class Values {

  /** From here on a whole number has its thousands set apart, and stays exact. */
  private static final double EXACT = 9e15;

  private Values() {}

  /** A number; a dash where there is none. */
  static String text(double number) {
    return Double.isNaN(number) ? "–" : new NumberText().of(number);
  }

  /** A whole number with its thousands set apart; a dash where nobody knows it. */
  static String count(double number) {
    return Math.abs(number) < EXACT ? Numerals.count(number) : text(number);
  }

  /** A number with its unit; a dash alone where there is none. */
  static String text(double number, String unit) {
    return Double.isNaN(number) ? "–" : text(number) + " " + unit;
  }
}
