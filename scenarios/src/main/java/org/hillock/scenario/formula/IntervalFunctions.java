package org.hillock.scenario.formula;

import java.util.function.DoubleUnaryOperator;
import org.hillock.network.Interval;

/**
 * The functions of expressions over intervals: bounds of what they give, for all values in bounds
 * of what they are given (Moore, Kearfott and Cloud 2009, Introduction to Interval Analysis,
 * chapter 5). What is not a number somewhere has bounds that are not.
 */
final class IntervalFunctions {

  private static final Interval NOWHERE = Interval.of(Double.NaN);
  private static final Interval EVERYWHERE =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private IntervalFunctions() {}

  /** Of two operands. */
  static Interval binary(String operator, Interval left, Interval right) {
    if (Double.isNaN(left.low() + left.high() + right.low() + right.high())) {
      return infinities(left) || infinities(right) ? EVERYWHERE : NOWHERE;
    }
    return switch (operator) {
      case "+" -> new Interval(left.low() + right.low(), left.high() + right.high());
      case "-" -> new Interval(left.low() - right.high(), left.high() - right.low());
      case "*" -> left.times(right);
      case "/" -> over(left, right);
      case "^" -> power(left, right);
      default -> new Interval(0, 1);
    };
  }

  private static boolean infinities(Interval interval) {
    return Double.isInfinite(interval.low()) && Double.isInfinite(interval.high());
  }

  private static Interval over(Interval left, Interval right) {
    if (right.low() <= 0 && right.high() >= 0) {
      boolean above = right.low() == 0 && right.high() > 0;
      boolean below = right.high() == 0 && right.low() < 0;
      return above
          ? left.times(new Interval(1 / right.high(), Double.POSITIVE_INFINITY))
          : below
              ? left.times(new Interval(Double.NEGATIVE_INFINITY, 1 / right.low()))
              : EVERYWHERE;
    }
    return left.times(new Interval(1 / right.high(), 1 / right.low())).with(exact(left, right));
  }

  /** Quotients of the ends, which may round to another side than products with an inverse. */
  private static Interval exact(Interval left, Interval right) {
    return Interval.around(
        left.low() / right.low(),
        left.low() / right.high(),
        left.high() / right.low(),
        left.high() / right.high());
  }

  private static Interval power(Interval base, Interval exponent) {
    if (exponent.low() != exponent.high()) {
      return base.low() > 0
          ? corners(base, exponent)
          : base.low() >= 0 && exponent.low() >= 0 ? corners(base, exponent) : EVERYWHERE;
    }
    double by = exponent.low();
    boolean whole = by == Math.rint(by);
    if (base.low() < 0 && !whole) {
      return NOWHERE;
    }
    if (by < 0 && base.low() <= 0 && base.high() >= 0) {
      return EVERYWHERE;
    }
    Interval ends = corners(base, exponent);
    return whole && base.low() < 0 && base.high() > 0 ? ends.with(Interval.of(0)) : ends;
  }

  private static Interval corners(Interval base, Interval exponent) {
    return Interval.around(
        Arithmetic.power(base.low(), exponent.low()),
        Arithmetic.power(base.low(), exponent.high()),
        Arithmetic.power(base.high(), exponent.low()),
        Arithmetic.power(base.high(), exponent.high()));
  }

  /** Of one argument. */
  static Interval unary(String function, Interval of, DoubleUnaryOperator point) {
    return switch (function) {
      case "sin", "cos" ->
          of.low() == of.high() ? Interval.of(point.applyAsDouble(of.low())) : new Interval(-1, 1);
      case "abs" ->
          of.low() <= 0 && of.high() >= 0
              ? new Interval(0, Math.max(-of.low(), of.high()))
              : ends(of, point);
      // All others never fall.
      default -> ends(of, point);
    };
  }

  private static Interval ends(Interval of, DoubleUnaryOperator point) {
    double low = point.applyAsDouble(of.low());
    double high = point.applyAsDouble(of.high());
    return Double.isNaN(low + high) ? NOWHERE : Interval.around(low, high);
  }
}
