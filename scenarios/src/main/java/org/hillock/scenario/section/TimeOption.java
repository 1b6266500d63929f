package org.hillock.scenario.section;

import java.util.List;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.formula.Scope;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.source.Problem;
import org.hillock.scenario.source.ScenarioException;
import org.jspecify.annotations.Nullable;

/** A time that is given as an option of the command line, such as {@code --duration '2 s'}. */
public final class TimeOption {

  /** Steps of a run: they are counted by an int, and the engine needs a little room. */
  public static final int MOST_STEPS = Integer.MAX_VALUE - 8;

  private TimeOption() {}

  /**
   * The time in ms.
   *
   * @param option how messages call it
   * @param text a quantity or an expression of quantities
   * @throws ScenarioException if it is not a time of 0 or more
   */
  public static double milliseconds(String option, String text) throws ScenarioException {
    try {
      Quantity quantity =
          new Evaluator(Scope.EMPTY).quantity(ExpressionParser.parse(text, name -> false));
      if (quantity.dimension().equals(Dimension.TIME)
          && quantity.in(MeasurementUnit.MILLISECOND) >= 0) {
        return quantity.in(MeasurementUnit.MILLISECOND);
      }
      boolean negative = quantity.dimension().equals(Dimension.TIME);
      String what = negative ? "a time below 0" : quantity.phrase();
      throw mistake(option, "found '" + text + "', " + what, null);
    } catch (ExpressionException e) {
      throw mistake(option, e.found(), e.suggestion());
    }
  }

  private static ScenarioException mistake(
      String option, String found, @Nullable String suggestion) {
    return new ScenarioException(
        List.of(
            new Problem(
                option,
                0,
                0,
                "",
                found,
                "expected a time, such as '200 ms' or '2 s'",
                suggestion)));
  }
}
