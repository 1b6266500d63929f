package org.hillock.scenario.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hillock.scenario.formula.ExpressionException.Kind;
import org.hillock.scenario.quantity.Dimension;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.scenario.quantity.Value;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions, with dimensions. Uses StrictMath, so that every JVM gives the same bits.
 */
public final class Evaluator {

  private static final String ARITHMETIC = "+-*/^";

  private final Scope scope;

  public Evaluator(Scope scope) {
    this.scope = scope;
  }

  public Scope scope() {
    return scope;
  }

  /** The value of an expression. */
  public Value evaluate(Expression expression) throws ExpressionException {
    if (expression instanceof Expression.Literal literal) {
      return finite(literal.value(), literal.at(), "a number that is not finite");
    } else if (expression instanceof Expression.Quoted quoted) {
      return new Value.Word(quoted.text());
    } else if (expression instanceof Expression.Name name) {
      Value value = resolve(name);
      if (value == null) {
        throw unknown(name);
      }
      return value;
    } else if (expression instanceof Expression.Negative negative) {
      return quantity(negative.operand()).negated();
    } else if (expression instanceof Expression.Binary binary) {
      return ARITHMETIC.contains(binary.operator()) ? arithmetic(binary) : comparison(binary);
    } else if (expression instanceof Expression.Call call) {
      return call(call);
    }
    throw new ExpressionException(
        expression.at(), "a range of neurons where a value is expected", "");
  }

  /** The value of an expression that must be a number or quantity. */
  public Quantity quantity(Expression expression) throws ExpressionException {
    Value value = evaluate(expression);
    if (value instanceof Quantity quantity) {
      return quantity;
    }
    throw new ExpressionException(
        expression.at(),
        "'" + value.text() + "' is " + value.phrase(),
        "expected a number or a quantity");
  }

  /** The value of an expression that must be a plain number. */
  public double plain(Expression expression, String what) throws ExpressionException {
    Quantity quantity = quantity(expression);
    if (!quantity.dimension().equals(Dimension.NONE)) {
      throw new ExpressionException(
          expression.at(), what + " is " + quantity.phrase(), "expected a plain number");
    }
    return quantity.plain();
  }

  private @Nullable Value resolve(Expression.Name name) throws ExpressionException {
    Value value = scope.value(name.name(), name.at());
    if (value != null) {
      return value;
    }
    switch (name.name()) {
      case "pi":
        return Quantity.number(Math.PI);
      case "true":
        return new Value.Truth(true);
      case "false":
        return new Value.Truth(false);
      default:
        MeasurementUnit unit = MeasurementUnit.of(name.name());
        return unit == null ? null : Quantity.of(1, unit);
    }
  }

  private ExpressionException unknown(Expression.Name name) {
    List<String> known = new ArrayList<>(scope.names());
    return new ExpressionException(
        Kind.MISTAKE,
        name.at(),
        "unknown parameter '" + name.name() + "'",
        known.isEmpty()
            ? "the scenario has no parameters"
            : "known: " + Names.listed(name.name(), known),
        Names.nearest(name.name(), known));
  }

  /** Goes down the left side in a loop: a long sum is deeply nested there. */
  private Value arithmetic(Expression.Binary binary) throws ExpressionException {
    Deque<Expression.Binary> spine = new ArrayDeque<>();
    Expression leftmost = binary;
    while (leftmost instanceof Expression.Binary next && ARITHMETIC.contains(next.operator())) {
      spine.push(next);
      leftmost = next.left();
    }
    Quantity left = quantity(leftmost);
    while (!spine.isEmpty()) {
      left = arithmetic(spine.pop(), left);
    }
    return left;
  }

  private Quantity arithmetic(Expression.Binary binary, Quantity left) throws ExpressionException {
    Quantity right = quantity(binary.right());
    Quantity result =
        switch (binary.operator()) {
          case "+" -> {
            same(binary.operatorAt(), "add", left, right);
            yield left.plus(right);
          }
          case "-" -> {
            same(binary.operatorAt(), "subtract", left, right);
            yield left.plus(right.negated());
          }
          case "*" -> left.times(right);
          case "/" -> left.over(right);
          default -> Functions.power(binary.operatorAt(), left, right);
        };
    boolean byZero = binary.operator().equals("/") && right.value() == 0;
    return finite(
        result, binary.operatorAt(), byZero ? "a division by zero" : "a result that is not finite");
  }

  private Value comparison(Expression.Binary binary) throws ExpressionException {
    String operator = binary.operator();
    boolean equality = operator.equals("==") || operator.equals("!=");
    Value left = equality ? orWord(binary.left(), binary.right()) : evaluate(binary.left());
    Value right = equality ? orWord(binary.right(), binary.left()) : evaluate(binary.right());
    if (left instanceof Quantity a && right instanceof Quantity b) {
      same(binary.operatorAt(), "compare", a, b);
      return new Value.Truth(compare(operator, a, b));
    }
    if (!equality || left.getClass() != right.getClass()) {
      throw new ExpressionException(
          binary.operatorAt(),
          "cannot compare " + left.phrase() + " with " + right.phrase() + " by " + operator,
          "");
    }
    return new Value.Truth(left.equals(right) == operator.equals("=="));
  }

  /** Whether a comparison of quantities of one dimension holds; never for a NaN. */
  public static boolean compare(String operator, Quantity left, Quantity right) {
    if (Double.isNaN(left.value()) || Double.isNaN(right.value())) {
      return false;
    }
    int order = left.compareValue(right);
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /** A name that is no parameter is a word if it is compared with a word. */
  private Value orWord(Expression expression, Expression other) throws ExpressionException {
    if (expression instanceof Expression.Name name && scope.value(name.name(), name.at()) == null) {
      Value against =
          other instanceof Expression.Name || other instanceof Expression.Quoted
              ? evaluate(other)
              : null;
      if (against instanceof Value.Word) {
        return new Value.Word(name.name());
      }
    }
    return evaluate(expression);
  }

  private Value call(Expression.Call call) throws ExpressionException {
    if (call.function().equals("if")) {
      return choose(call);
    }
    if (Functions.NAMES.contains(call.function())) {
      List<Quantity> arguments = new ArrayList<>();
      for (Expression argument : call.arguments()) {
        arguments.add(quantity(argument));
      }
      return finite(
          Functions.call(call, arguments), call.at(), call.function() + "(...) that is not finite");
    }
    Quantity measure = scope.measure(call, this);
    if (measure != null) {
      return measure;
    }
    List<String> known = new ArrayList<>(Functions.NAMES);
    known.add("if");
    known.addAll(scope.measures());
    throw new ExpressionException(
        Kind.MISTAKE,
        call.at(),
        "unknown function '" + call.function() + "'",
        "known: " + Names.listed(call.function(), known),
        Names.nearest(call.function(), known));
  }

  /**
   * Both branches are evaluated, so that a mistake shows whichever is taken; but only the one that
   * is taken needs to give a finite number.
   */
  private Value choose(Expression.Call call) throws ExpressionException {
    if (call.arguments().size() != 3) {
      throw new ExpressionException(
          call.at(),
          "if with " + call.arguments().size() + " arguments",
          "expected if(condition, value, otherwise)");
    }
    Value condition = evaluate(call.arguments().get(0));
    if (!(condition instanceof Value.Truth truth)) {
      throw new ExpressionException(
          call.arguments().get(0).at(),
          "a condition that is " + condition.phrase(),
          "expected a comparison, such as g > 4");
    }
    Value taken = evaluate(call.arguments().get(truth.value() ? 1 : 2));
    Value other;
    try {
      other = evaluate(call.arguments().get(truth.value() ? 2 : 1));
    } catch (ExpressionException e) {
      if (e.kind() == Kind.ARITHMETIC) {
        return taken;
      }
      throw e;
    }
    if (!taken.phrase().equals(other.phrase())) {
      throw new ExpressionException(
          call.at(),
          "if(...) is " + taken.phrase() + " or " + other.phrase(),
          "expected the same kind of value in both cases");
    }
    return taken;
  }

  private static void same(int at, String verb, Quantity left, Quantity right)
      throws ExpressionException {
    if (!left.dimension().equals(right.dimension())) {
      throw new ExpressionException(
          at,
          "cannot " + verb + " " + left.phrase() + " and " + right.phrase(),
          "expected quantities of the same kind");
    }
  }

  private Quantity finite(Quantity quantity, int at, String what) throws ExpressionException {
    if (scope.strict() && !quantity.isFinite()) {
      throw new ExpressionException(Kind.ARITHMETIC, at, what, "expected a finite number", null);
    }
    return quantity;
  }
}
