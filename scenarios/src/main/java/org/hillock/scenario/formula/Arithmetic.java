package org.hillock.scenario.formula;

import java.util.function.DoubleUnaryOperator;

/** Operators and functions of expressions on plain numbers; truth is 1 or 0. */
final class Arithmetic {

  private Arithmetic() {}

  static double binary(String operator, double left, double right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "^" -> StrictMath.pow(left, right);
      case "<" -> left < right ? 1 : 0;
      case "<=" -> left <= right ? 1 : 0;
      case ">" -> left > right ? 1 : 0;
      case ">=" -> left >= right ? 1 : 0;
      case "==" -> left == right ? 1 : 0;
      default -> left != right ? 1 : 0;
    };
  }

  static DoubleUnaryOperator unary(String function) {
    return switch (function) {
      case "abs" -> Math::abs;
      case "sqrt" -> StrictMath::sqrt;
      case "exp" -> StrictMath::exp;
      case "log" -> StrictMath::log;
      case "log10" -> StrictMath::log10;
      case "sin" -> StrictMath::sin;
      case "cos" -> StrictMath::cos;
      case "round" -> value -> Math.floor(value + 0.5);
      case "floor" -> Math::floor;
      default -> Math::ceil;
    };
  }
}
