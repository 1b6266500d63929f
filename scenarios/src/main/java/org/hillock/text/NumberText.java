package org.hillock.text;

/**
 * Numbers as plain decimals that read back to the same double, the shortest of their kind. The text
 * does not depend on the JVM, as that of {@link Double#toString} did before JDK 19.
 */
public final class NumberText {

  private final DecimalText text = new DecimalText();
  private double last = Double.NaN;
  private String lastText = "NaN";

  /** The text of a number; the last one is remembered, since times come in runs. */
  public String of(double value) {
    if (value != last) {
      last = value;
      lastText = text.of(value);
    }
    return lastText;
  }
}
