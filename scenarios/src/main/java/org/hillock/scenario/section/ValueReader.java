package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.hillock.model.GridTime;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionException.Kind;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.formula.Scope;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * Reads single values: quantities, whole numbers, switches, words. Each method returns null after
 * it has reported what is wrong.
 */
public final class ValueReader {

  private final Problems problems;
  private final Scope scope;
  private final Evaluator evaluator;
  private final double step;
  private final boolean rounds;

  /** A reader of values in continuous time. */
  public ValueReader(Problems problems, Scope scope) {
    this(problems, scope, 0, false);
  }

  private ValueReader(Problems problems, Scope scope, double step, boolean rounds) {
    this.problems = problems;
    this.scope = scope;
    this.evaluator = new Evaluator(scope);
    this.step = step;
    this.rounds = rounds;
  }

  /**
   * A reader of the same on a grid.
   *
   * @param gridStep its step [ms]; 0 in continuous time
   * @param roundsTimes whether a time off the grid is rounded to it; otherwise it is a mistake
   */
  public ValueReader onGrid(double gridStep, boolean roundsTimes) {
    return new ValueReader(problems, scope, gridStep, roundsTimes);
  }

  Problems problems() {
    return problems;
  }

  Evaluator evaluator() {
    return evaluator;
  }

  /** Reports a mistake in the text of a value, at the character that is to blame. */
  public static void report(Problems problems, Item.Scalar item, ExpressionException e) {
    if (e.kind() == Kind.FOLLOWS) {
      return;
    }
    boolean whole = item.text().length() <= 60 && !e.found().contains("'" + item.text() + "'");
    String found = whole && !item.empty() ? e.found() + " in '" + item.text() + "'" : e.found();
    problems.add(item.placeOf(e.at()), item.path(), found, e.allowed(), e.suggestion());
  }

  /** The single value that an item must be. */
  public Item.@Nullable Scalar scalar(Item item, String expected) {
    if (item instanceof Item.Scalar scalar && !scalar.empty()) {
      return scalar;
    }
    problems.add(item, "found " + item.phrase(), "expected " + expected);
    return null;
  }

  /** Any value. */
  @Nullable Value value(Item item, String expected) {
    Item.Scalar scalar = scalar(item, expected);
    if (scalar == null) {
      return null;
    }
    try {
      return evaluator.evaluate(ExpressionParser.parse(scalar.text(), scope.names()::contains));
    } catch (ExpressionException e) {
      report(problems, scalar, e);
      return null;
    }
  }

  /** A quantity of any dimension. */
  @Nullable Quantity anyQuantity(Item item) {
    Value value = value(item, "a number or a quantity");
    if (value == null || value instanceof Quantity) {
      return (Quantity) value;
    }
    problems.add(item, describe(item, value), "expected a number or a quantity");
    return null;
  }

  /** The number of a quantity in a unit. */
  @Nullable Double number(Item item, MeasurementUnit unit) {
    Value value = value(item, unit.example());
    if (value == null) {
      return null;
    }
    if (!(value instanceof Quantity quantity) || !quantity.dimension().equals(unit.dimension())) {
      boolean unitless = value instanceof Quantity q && q.dimension().equals(Dimension.NONE);
      String what = unitless ? ", a plain number without a unit" : ", " + value.phrase();
      problems.add(item, source(item, value) + what, "expected " + unit.example());
      return null;
    }
    double number = quantity.in(unit);
    if (!Double.isFinite(number)) {
      problems.add(item, describe(item, value), "expected a finite value");
      return null;
    }
    return number + 0.0;
  }

  /** A time [ms]. */
  @Nullable Double time(Item item) {
    return number(item, MeasurementUnit.MILLISECOND);
  }

  /** A time of at least so much [ms]. */
  @Nullable Double timeFrom(Item item, double min) {
    Double time = time(item);
    if (time != null && time < min) {
      problems.add(
          item,
          source(item, time, MeasurementUnit.MILLISECOND),
          "expected at least " + Numbers.text(min) + " ms");
      return null;
    }
    return time;
  }

  /** A time of at least so much that is a whole number of steps, on a grid [ms]. */
  @Nullable Double gridTimeFrom(Item item, double min) {
    Double time = timeFrom(item, min);
    return time == null ? null : onGrid(item, "found " + item.phrase(), time);
  }

  /** A time above zero [ms]. */
  @Nullable Double positiveTime(Item item) {
    Double time = time(item);
    if (time != null && time <= 0) {
      problems.add(
          item, source(item, time, MeasurementUnit.MILLISECOND), "expected more than 0 ms");
      return null;
    }
    return time;
  }

  /** A time above zero, or from zero on, that is a whole number of steps, on a grid [ms]. */
  @Nullable Double multiple(Item item, boolean zeroAllowed) {
    Double time = zeroAllowed ? timeFrom(item, 0) : positiveTime(item);
    if (time == null) {
      return null;
    }
    // A time of next to nothing is as good as 0, which is on the grid.
    boolean none = GridTime.index(time, step) < 1;
    boolean tooShort = rounds ? none : GridTime.stepOf(time, step) < 2;
    if (step > 0 && !zeroAllowed && tooShort && (none || !GridTime.onGrid(time, step))) {
      problems.add(
          item,
          source(item, time, MeasurementUnit.MILLISECOND),
          "expected at least one step, " + Numbers.text(step, MeasurementUnit.MILLISECOND));
      return null;
    }
    return onGrid(item, "found " + item.phrase(), time);
  }

  /** The same from zero on; the other if there is none, or after a problem was reported. */
  double multiple(@Nullable Item item, double otherwise) {
    Double time = item == null ? null : multiple(item, true);
    return time == null ? otherwise : time;
  }

  /**
   * A time as the grid has it: as it is if it is a whole number of steps, otherwise rounded if the
   * scenario wants that, otherwise a mistake, which names the two nearest.
   *
   * @param found what the message says of the time
   * @param time [ms]
   */
  @Nullable Double onGrid(Item item, String found, double time) {
    OptionalDouble onGrid = onGrid(time);
    if (onGrid.isEmpty()) {
      problems.add(item, found + ", " + offGrid(), nearest(time));
      return null;
    }
    return onGrid.getAsDouble();
  }

  private String offGrid() {
    return "which is not a multiple of the step of "
        + Numbers.text(step, MeasurementUnit.MILLISECOND);
  }

  /** The same for a time in a table. */
  double onGrid(CsvTable table, int row, String column, double time) {
    OptionalDouble onGrid = onGrid(time);
    if (onGrid.isEmpty()) {
      table.wrong(row, column, ", " + offGrid(), nearest(time));
    }
    return onGrid.orElse(time);
  }

  /** The same; empty where it is a mistake. */
  private OptionalDouble onGrid(double time) {
    if (step == 0 || GridTime.onGrid(time, step)) {
      return OptionalDouble.of(time);
    }
    return rounds
        ? OptionalDouble.of(GridTime.time(GridTime.index(time, step), step))
        : OptionalDouble.empty();
  }

  /** What to do about a time off the grid. */
  String nearest(double time) {
    long below = (long) Math.floor(time / step);
    return "the nearest are "
        + Numbers.text(GridTime.time(below, step), MeasurementUnit.MILLISECOND)
        + " and "
        + Numbers.text(GridTime.time(below + 1, step), MeasurementUnit.MILLISECOND)
        + "; 'time: {off_grid: round}' takes the nearer one";
  }

  /** A whole number from min to max. */
  @Nullable Long integer(Item item, long min, long max) {
    String range =
        min < 0
            ? "a whole number"
            : max >= Integer.MAX_VALUE
                ? "a whole number, at least " + min
                : "a whole number from " + min + " to " + max;
    Value value = value(item, range);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Quantity quantity) || !quantity.dimension().equals(Dimension.NONE)) {
      problems.add(item, source(item, value) + ", " + value.phrase(), "expected " + range);
      return null;
    }
    double number = quantity.plain();
    double whole = Math.rint(number);
    if (Math.abs(number - whole) > 1e-6) {
      problems.add(
          item,
          "found " + item.phrase() + formula(item, value) + ", not a whole number",
          "expected " + range + "; round(...) makes it one");
      return null;
    }
    if (whole < min || whole > max) {
      String allowed = whole > max && max >= Integer.MAX_VALUE ? "at most " + max : range;
      problems.add(item, "found " + item.phrase() + formula(item, value), "expected " + allowed);
      return null;
    }
    return (long) whole;
  }

  /** True or false. */
  @Nullable Boolean truth(Item item) {
    return truth(item, false);
  }

  /** True or false of a whole population, for which scripts of the field also write 1 or 0. */
  @Nullable Boolean truthOrNumber(Item item) {
    if (!(item instanceof Item.Scalar)) {
      String expected = "expected true or false, the same for all neurons of a population";
      problems.add(item, "found " + item.phrase(), expected);
      return null;
    }
    return truth(item, true);
  }

  private @Nullable Boolean truth(Item item, boolean numbers) {
    boolean strange =
        item instanceof Item.Scalar scalar
            && Names.LEGAL.matcher(scalar.text()).matches()
            && !List.of("true", "false").contains(scalar.text())
            && !scope.names().contains(scalar.text());
    if (strange) {
      problems.add(item, "found " + item.phrase(), "expected true or false");
      return null;
    }
    Value value = value(item, "true or false");
    if (value == null || value instanceof Value.Truth) {
      return value == null ? null : ((Value.Truth) value).value();
    }
    if (numbers
        && value instanceof Quantity quantity
        && quantity.dimension().equals(Dimension.NONE)
        && (quantity.plain() == 0 || quantity.plain() == 1)) {
      return quantity.plain() == 1;
    }
    problems.add(item, describe(item, value), "expected true or false");
    return null;
  }

  /** One of the known names. */
  @Nullable String choice(Item item, String kind, Collection<String> known) {
    Item.Scalar scalar = scalar(item, "one of " + Names.listed("", known));
    if (scalar == null) {
      return null;
    }
    if (!known.contains(scalar.text())) {
      problems.unknown(item.place(), item.path(), kind, scalar.text(), known);
      return null;
    }
    return scalar.text();
  }

  /** One or several of some names, each once. */
  List<String> names(Item item, String kind, Collection<String> known) {
    List<Item> items = item instanceof Item.Listing listing ? listing.items() : List.of(item);
    List<String> names = new ArrayList<>();
    for (Item element : items) {
      String name = choice(element, kind, known);
      if (name != null && names.contains(name)) {
        problems.add(element, "a second '" + name + "'", "");
      } else if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** Any text. */
  public @Nullable String text(Item item) {
    Item.Scalar scalar = scalar(item, "a text");
    return scalar == null ? null : scalar.text();
  }

  private static String describe(Item item, Value value) {
    return source(item, value) + ", " + value.phrase();
  }

  /** The value as it stands in the file, and what it comes to if it is a formula. */
  static String source(Item item, Value value) {
    return "found " + item.phrase() + formula(item, value);
  }

  /** The same of a number in a unit. */
  static String source(Item item, double number, MeasurementUnit unit) {
    return source(item, Quantity.of(number, unit));
  }

  private static String formula(Item item, Value value) {
    boolean plain =
        item instanceof Item.Scalar scalar
            && scalar.text().matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)? *[A-Za-z/%]*");
    if (plain || value instanceof Value.Word) {
      return "";
    }
    if (value instanceof Quantity quantity) {
      MeasurementUnit unit = MeasurementUnit.canonical(quantity.dimension());
      return " = " + Numbers.rounded(quantity.in(unit), unit);
    }
    return "";
  }
}
