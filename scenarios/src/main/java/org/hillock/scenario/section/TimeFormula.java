package org.hillock.scenario.section;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hillock.model.GridTime;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.formula.Scope;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.hillock.scenario.source.Item;
import org.hillock.scenario.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas in which {@code t} is the time of the simulation: their value in the middle of
 * each interval is held over it.
 */
final class TimeFormula {

  private static final String TIME = "t";

  /** More values than this are a mistake: an interval of a step in a very long run. */
  private static final int MOST = 2_000_000;

  private final ValueReader values;
  private final Problems problems;
  private final double end;

  /**
   * @param end until when they are evaluated [ms]
   */
  TimeFormula(ValueReader values, double end) {
    this.values = values;
    this.problems = values.problems();
    this.end = end;
  }

  /** Whether an item is a formula that changes in time. */
  boolean changes(@Nullable Item item) {
    Scope scope = values.evaluator().scope();
    if (!(item instanceof Item.Scalar scalar) || scope.names().contains(TIME)) {
      return false;
    }
    try {
      return ExpressionParser.parse(scalar.text(), scope.names()::contains).names(TIME);
    } catch (ExpressionException e) {
      return false; // is reported where a constant is read
    }
  }

  /**
   * Its values.
   *
   * @param item the formula
   * @param unit of what it gives
   * @param least value that is allowed
   * @param start of the first interval [ms]
   * @param stop of the last [ms]; infinity for the end
   * @param interval how long each is [ms]
   * @return null after a problem was reported
   */
  @Nullable TimeCourse read(
      Item item, MeasurementUnit unit, double least, double start, double stop, double interval) {
    Item.Scalar formula = (Item.Scalar) item;
    double last = Math.min(stop, end);
    double count = Math.ceil((last - start) / interval - 1e-9);
    if (count > MOST) {
      problems.add(
          formula,
          "found " + formula.phrase() + ", which takes " + Math.round(count) + " values",
          "expected at most " + MOST + "; give a longer 'interval'");
      return null;
    }
    List<Double> times = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    try {
      AtTime scope = new AtTime(values.evaluator().scope());
      Evaluator evaluator = new Evaluator(scope);
      Expression expression = ExpressionParser.parse(formula.text(), scope.names()::contains);
      for (int i = 0; i < count; i++) {
        scope.time = start + (i + 0.5) * interval;
        double value = value(formula, evaluator, expression, unit, least, scope.time);
        if (Double.isNaN(value)) {
          return null;
        }
        if (found.isEmpty() || value != found.get(found.size() - 1)) {
          times.add(GridTime.time(i, interval) + start);
          found.add(value);
        }
      }
    } catch (ExpressionException e) {
      ValueReader.report(problems, formula, e);
      return null;
    }
    if (found.isEmpty() || stop <= end) {
      times.add(found.isEmpty() ? start : stop);
      found.add(0.0);
    }
    return new TimeCourse(times, found);
  }

  /** The value at a time; NaN after a problem was reported. */
  private double value(
      Item.Scalar formula,
      Evaluator evaluator,
      Expression expression,
      MeasurementUnit unit,
      double least,
      double time)
      throws ExpressionException {
    Value value = evaluator.evaluate(expression);
    String at = "at t = " + Numbers.rounded(time, MeasurementUnit.MILLISECOND);
    if (!(value instanceof Quantity quantity) || !quantity.dimension().equals(unit.dimension())) {
      problems.add(
          formula,
          "found " + formula.phrase() + ", " + value.phrase() + " " + at,
          "expected " + unit.example());
      return Double.NaN;
    }
    double number = quantity.in(unit) + 0.0;
    if (!(number >= least && Double.isFinite(number))) {
      problems.add(
          formula,
          "found " + formula.phrase() + " = " + Numbers.rounded(number, unit) + " " + at,
          number < least
              ? "expected at least "
                  + Numbers.text(least, unit)
                  + "; max("
                  + Numbers.text(least, unit)
                  + ", ...) cuts it off"
              : "expected a finite value");
      return Double.NaN;
    }
    return number;
  }

  /** The names of the scenario, and the time. */
  private static final class AtTime implements Scope {

    private final Scope outer;
    private final List<String> names;
    private double time;

    AtTime(Scope outer) {
      this.outer = outer;
      this.names = new ArrayList<>(outer.names());
      names.add(TIME);
    }

    @Override
    public @Nullable Value value(String name, int at) throws ExpressionException {
      return name.equals(TIME)
          ? Quantity.of(time, MeasurementUnit.MILLISECOND)
          : outer.value(name, at);
    }

    @Override
    public Collection<String> names() {
      return names;
    }
  }
}
