package org.hillock.scenario.section;

import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.hillock.scenario.source.Item;

/**
 * A title that may use parameters: {@code "g = {g}"}. What stands in braces is a formula, and its
 * value takes its place; a brace itself is written twice.
 */
public final class TitleText {

  private TitleText() {}

  /** The title with all values put in; mistakes are reported, and leave their formula as it is. */
  public static String resolve(Item.Scalar title, ValueReader values) {
    String text = title.text();
    StringBuilder resolved = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
      if (c == '{' && !twice) {
        int end = text.indexOf('}', at);
        if (end < 0) {
          values
              .problems()
              .add(
                  title.placeOf(at),
                  title.path(),
                  "a '{' that is not closed in '" + text + "'",
                  "expected {NAME} of a parameter, or {{ for the brace itself",
                  null);
          return text;
        }
        resolved.append(value(title, at + 1, end, values));
        at = end + 1;
      } else {
        resolved.append(c);
        at += (c == '{' || c == '}') && twice ? 2 : 1;
      }
    }
    return resolved.toString();
  }

  /** A text that {@link #resolve} gives back as it is. */
  public static String escaped(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }

  private static String value(Item.Scalar title, int from, int to, ValueReader values) {
    int offset = title.textOffset() < 0 ? -1 : 0;
    Item.Scalar formula =
        new Item.Scalar(
            title.placeOf(from),
            title.path(),
            title.text().substring(from, to),
            offset,
            title.text().substring(from, to).isBlank());
    Value value = values.value(formula, "the name of a parameter between { and }");
    if (value instanceof Quantity quantity) {
      MeasurementUnit unit = MeasurementUnit.canonical(quantity.dimension());
      return Numbers.rounded(quantity.in(unit), unit);
    }
    return value == null ? formula.text() : value.text();
  }
}
