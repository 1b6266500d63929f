package org.hillock.scenario.claim;

import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.scenario.formula.Evaluator;
import org.hillock.scenario.formula.Expression;
import org.hillock.scenario.formula.ExpressionException;
import org.hillock.scenario.formula.ExpressionParser;
import org.hillock.scenario.quantity.MeasurementUnit;

/**
 * What can be measured of a run: an expression over parameters and measures of the results, such as
 * {@code rate(exc)} or {@code weight(s[0]) / W_max}.
 */
public final class MeasuredExpression {

  private final String text;
  private final Expression expression;
  private final ResultScope scope;
  private final MeasurementUnit unit;
  private final boolean recorded;

  private MeasuredExpression(
      String text,
      Expression expression,
      ResultScope scope,
      MeasurementUnit unit,
      boolean recorded) {
    this.text = text;
    this.expression = expression;
    this.scope = scope;
    this.unit = unit;
    this.recorded = recorded;
  }

  /**
   * Reads an expression and checks that it makes sense.
   *
   * @param scope without results
   */
  public static MeasuredExpression parse(String text, ResultScope scope)
      throws ExpressionException {
    return of(text, ExpressionParser.parse(text, scope.names()::contains), scope, true);
  }

  /**
   * @param recorded whether the run records what is measured; else there is no value
   */
  static MeasuredExpression of(
      String text, Expression expression, ResultScope scope, boolean recorded)
      throws ExpressionException {
    MeasurementUnit unit =
        MeasurementUnit.canonical(new Evaluator(scope).quantity(expression).dimension());
    return new MeasuredExpression(text, expression, scope, unit, recorded);
  }

  /** As written. */
  public String text() {
    return text;
  }

  /** In which the value is given. */
  public MeasurementUnit unit() {
    return unit;
  }

  /** As written, with the unit of the value, such as {@code rate(exc) [Hz]}. */
  public String label() {
    return unit.symbol().isEmpty() ? text : text + " [" + unit.symbol() + "]";
  }

  /** The value in its unit; not a number if there was nothing to measure. */
  public double value(Findings result, Network network, RunSettings settings) {
    if (!recorded) {
      return Double.NaN;
    }
    try {
      return new Evaluator(scope.with(result, network, settings)).quantity(expression).in(unit);
    } catch (ExpressionException e) {
      return Double.NaN; // such as a quotient by a rate that is 0
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
