package org.hillock.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.formula.Scope;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code --over} says: {@code g=3:8:0.5}, a range with its step whose end is included if
 * it is hit within rounding, or {@code eta=1,2,4}, a list of values of any kind.
 */
public final class AxisReader {

  private static final String OPTION = "--over ";

  private static final String FORMS =
      "expected NAME=START:STOP:STEP or NAME=VALUE,VALUE, such as --over g=3:8:0.5 or --over"
          + " eta=1,2,4";

  /** A value that is off by less than this part of a step is the end of the range itself. */
  private static final double ROUNDING = 1e-9;

  /** More points than this nobody runs. */
  static final int MOST = 1_000_000;

  private final String text;

  private AxisReader(String text) {
    this.text = text;
  }

  /**
   * Reads one axis.
   *
   * @throws MistakeException if it is none
   */
  public static SweepAxis read(String text) {
    return new AxisReader(text).axis();
  }

  private SweepAxis axis() {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw wrong(FORMS);
    }
    String name = text.substring(0, equals).strip();
    if (name.equals("seed")) {
      throw wrong("seeds are not an axis; expected --seeds N, for as many of them");
    }
    String values = text.substring(equals + 1).strip();
    List<String> range = split(values, ':');
    return range.size() > 1 ? range(name, range) : list(name, split(values, ','));
  }

  private SweepAxis range(String name, List<String> parts) {
    if (parts.size() != 3) {
      throw wrong("found " + parts.size() + " parts between colons; " + FORMS);
    }
    List<Quantity> quantities = new ArrayList<>();
    for (String part : parts) {
      Quantity quantity = quantity(part);
      if (quantity == null || !quantity.isFinite()) {
        throw wrong("'" + part + "' is no number with a unit that exists; " + FORMS);
      }
      quantities.add(quantity);
    }
    Quantity first = quantities.get(0);
    for (Quantity other : quantities) {
      if (!other.dimension().equals(first.dimension())) {
        throw wrong(
            "found "
                + first.phrase()
                + " and "
                + other.phrase()
                + "; expected START, STOP and STEP of one kind, each with its unit");
      }
    }
    MeasurementUnit unit = MeasurementUnit.canonical(first.dimension());
    double start = first.in(unit);
    double stop = quantities.get(1).in(unit);
    double step = quantities.get(2).in(unit);
    double steps = (stop - start) / step;
    if (!(steps >= 0)) {
      throw wrong("the step does not lead from the start to the end; expected one that does");
    }
    if (steps >= MOST) {
      throw wrong("found " + Numbers.text(steps) + " steps; expected fewer than " + MOST);
    }
    int last = (int) Math.floor(steps + ROUNDING);
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      boolean end = i == last && Math.abs(steps - last) <= ROUNDING;
      numbers.add(end ? stop : decimal(start, step, i));
    }
    List<String> texts = numbers.stream().map(number -> Numbers.text(number, unit)).toList();
    return new SweepAxis(name, texts, numbers, unit);
  }

  /** As people count: 3 + 3 * 0.1 is 3.3, which doubles would miss. */
  private static double decimal(double start, double step, int i) {
    return new BigDecimal(Numbers.text(start))
        .add(new BigDecimal(Numbers.text(step)).multiply(BigDecimal.valueOf(i)))
        .doubleValue();
  }

  private SweepAxis list(String name, List<String> values) {
    if (values.stream().anyMatch(String::isEmpty)) {
      throw wrong("found nothing where a value should be; " + FORMS);
    }
    if (new LinkedHashSet<>(values).size() < values.size()) {
      throw wrong("found a value twice; expected different ones");
    }
    List<Double> numbers = new ArrayList<>();
    MeasurementUnit unit = null;
    for (String value : values) {
      Quantity quantity = quantity(value);
      if (quantity == null) {
        return new SweepAxis(name, values, List.of(), null);
      }
      MeasurementUnit own = MeasurementUnit.canonical(quantity.dimension());
      if (unit != null && !own.equals(unit)) {
        return new SweepAxis(name, values, List.of(), null);
      }
      unit = own;
      numbers.add(quantity.in(own));
    }
    return new SweepAxis(name, values, numbers, unit);
  }

  /** The quantity that a text is; null if it is something else, such as a word. */
  private static @Nullable Quantity quantity(String value) {
    try {
      Value found =
          new Evaluator(Scope.EMPTY).evaluate(ExpressionParser.parse(value, name -> false));
      return found instanceof Quantity quantity ? quantity : null;
    } catch (ExpressionException e) {
      return null;
    }
  }

  /** Parts between separators that stand outside of all brackets and quotes. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && "([{".indexOf(c) >= 0) {
        depth++;
      } else if (!quoted && ")]}".indexOf(c) >= 0) {
        depth--;
      } else if (!quoted && depth == 0 && c == separator) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(text.substring(from).strip());
    return parts;
  }

  private MistakeException wrong(String what) {
    return new MistakeException(OPTION + text + ": " + what);
  }
}
