package org.hillock.scenario.formula;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Operators and functions of expressions on plain numbers; truth is 1 or 0. */
final class Arithmetic {

  private Arithmetic() {}

  static DoubleBinaryOperator binary(String operator) {
    return switch (operator) {
      case "+" -> (left, right) -> left + right;
      case "-" -> (left, right) -> left - right;
      case "*" -> (left, right) -> left * right;
      case "/" -> (left, right) -> left / right;
      case "^" -> Arithmetic::power;
      case "<" -> (left, right) -> left < right ? 1 : 0;
      case "<=" -> (left, right) -> left <= right ? 1 : 0;
      case ">" -> (left, right) -> left > right ? 1 : 0;
      case ">=" -> (left, right) -> left >= right ? 1 : 0;
      case "==" -> (left, right) -> left == right ? 1 : 0;
      default -> (left, right) -> left != right ? 1 : 0;
    };
  }

  /** Squares are so common that they are worth a product. */
  static double power(double base, double exponent) {
    return exponent == 2 ? base * base : StrictMath.pow(base, exponent);
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
