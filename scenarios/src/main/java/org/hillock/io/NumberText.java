package org.hillock.io;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as plain decimals that read back to the same double, the shortest of their kind. The text
 * does not depend on the JVM, as that of {@link Double#toString} did before JDK 19.
 */
public final class NumberText {

  /** Beyond this many decimals a number is written with an exponent. */
  private static final int MOST_DECIMALS = 20;

  private double last = Double.NaN;
  private String lastText = "";

  /** The text of a number; the text before last is remembered, since times come in runs. */
  public String of(double value) {
    if (value != last) {
      last = value;
      lastText = compute(value);
    }
    return lastText;
  }

  private static String compute(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(value);
    if (Math.abs(value) >= 1e-5 && Math.abs(value) < 1e15) {
      for (int decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
        String text = exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        if (Double.parseDouble(text) == value) {
          return text;
        }
      }
    }
    for (int digits = 1; digits < 17; digits++) {
      String text = exact.round(new java.math.MathContext(digits)).toString();
      if (Double.parseDouble(text) == value) {
        return text;
      }
    }
    return exact.round(new java.math.MathContext(17)).toString();
  }
}
