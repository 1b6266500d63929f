package org.hillock.scenario.formula;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.Numbers;
import org.hillock.scenario.quantity.Quantity;

/** The functions that any expression may call. */
final class Functions {

  /** All names but {@code if}, which does not evaluate all its arguments alike. */
  static final List<String> NAMES =
      List.of(
          "sqrt", "exp", "log", "log10", "sin", "cos", "abs", "min", "max", "round", "floor",
          "ceil", "pow");

  private Functions() {}

  /** The value of a function of {@link #NAMES}. */
  static Quantity call(Expression.Call call, List<Quantity> arguments) throws ExpressionException {
    String name = call.function();
    switch (name) {
      case "min", "max":
        arity(call, arguments.size() >= 1, "at least 1");
        Quantity best = arguments.get(0);
        for (Quantity next : arguments) {
          if (!next.dimension().equals(best.dimension())) {
            throw new ExpressionException(
                call.at(),
                "cannot take the " + name + " of " + best.phrase() + " and " + next.phrase(),
                "expected quantities of the same kind");
          }
          int order = next.compareValue(best);
          best = (name.equals("min") ? order < 0 : order > 0) ? next : best;
        }
        return best;
      case "pow":
        arity(call, arguments.size() == 2, "2");
        return power(call.at(), arguments.get(0), arguments.get(1));
      default:
        arity(call, arguments.size() == 1, "1");
        return unary(call, arguments.get(0));
    }
  }

  private static Quantity unary(Expression.Call call, Quantity argument)
      throws ExpressionException {
    return switch (call.function()) {
      case "abs" -> argument.value() < 0 ? argument.negated() : argument;
      case "sqrt" -> {
        if (argument.value() < 0) {
          throw new ExpressionException(
              ExpressionException.Kind.ARITHMETIC,
              call.at(),
              "the square root of a negative number",
              "",
              null);
        }
        if (!argument.dimension().isSquare()) {
          throw new ExpressionException(
              call.at(), "the square root of " + argument.phrase() + " has no unit", "");
        }
        yield argument.squareRoot();
      }
      case "exp" -> plain(call, argument, StrictMath::exp);
      case "log" -> plain(call, argument, StrictMath::log);
      case "log10" -> plain(call, argument, StrictMath::log10);
      case "sin" -> plain(call, argument, StrictMath::sin);
      case "cos" -> plain(call, argument, StrictMath::cos);
      case "round" -> plain(call, argument, value -> Math.floor(value + 0.5));
      case "floor" -> plain(call, argument, Math::floor);
      default -> plain(call, argument, Math::ceil);
    };
  }

  private static Quantity plain(
      Expression.Call call, Quantity argument, DoubleUnaryOperator function)
      throws ExpressionException {
    if (!argument.dimension().equals(Dimension.NONE)) {
      throw new ExpressionException(
          call.at(),
          call.function() + " of " + argument.phrase(),
          "expected a plain number; divide by a unit first");
    }
    return Quantity.number(function.applyAsDouble(argument.plain()));
  }

  /** A quantity to a power. */
  static Quantity power(int at, Quantity base, Quantity exponent) throws ExpressionException {
    if (!exponent.dimension().equals(Dimension.NONE)) {
      throw new ExpressionException(
          at, "an exponent that is " + exponent.phrase(), "expected a plain number");
    }
    double value = exponent.plain();
    if (base.dimension().equals(Dimension.NONE)) {
      return Quantity.number(StrictMath.pow(base.plain(), value));
    }
    if (value != Math.rint(value) || Math.abs(value) > 20) {
      throw new ExpressionException(
          at,
          base.phrase() + " to the power of " + Numbers.text(value),
          "expected a whole number up to 20, or a plain number to be raised");
    }
    return base.toThe((int) value);
  }

  private static void arity(Expression.Call call, boolean fits, String expected)
      throws ExpressionException {
    if (!fits) {
      throw new ExpressionException(
          call.at(),
          call.function() + " with " + call.arguments().size() + " arguments",
          "expected " + expected);
    }
  }
}
