package org.hillock.scenario.formula;

import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * Writes an expression as text that reads back to the same, with the values of parameters in the
 * place of their names and no more parentheses than are needed.
 *
 * @param evaluator knows the values
 * @param kept which names stay
 */
record WrittenFormula(Evaluator evaluator, Predicate<Expression> kept) {

  private static final int COMPARISON = 0;
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int SIGNED = 3;
  private static final int QUANTITY = 4;
  private static final int POWER = 5;
  private static final int ATOM = 6;

  /**
   * A text, and how tightly its outermost operator binds.
   *
   * @param text as written
   * @param binds one of the constants
   */
  private record Part(String text, int binds) {

    /** In parentheses unless it binds as tightly as this. */
    String atLeast(int least) {
      return binds >= least ? text : "(" + text + ")";
    }
  }

  /** The text. */
  String text(Expression expression) throws ExpressionException {
    return part(expression).text();
  }

  private Part part(Expression expression) throws ExpressionException {
    if (expression instanceof Expression.Name name && kept.test(name)) {
      return new Part(name.name(), ATOM);
    } else if (expression instanceof Expression.Negative negative) {
      return new Part("-" + part(negative.operand()).atLeast(SIGNED), SIGNED);
    } else if (expression instanceof Expression.Binary binary) {
      return binary(binary);
    } else if (expression instanceof Expression.Call call) {
      StringJoiner arguments = new StringJoiner(", ", call.function() + "(", ")");
      for (Expression argument : call.arguments()) {
        arguments.add(text(argument));
      }
      return new Part(arguments.toString(), ATOM);
    }
    String value = evaluator.evaluate(expression).text();
    boolean plain = value.matches("[0-9.]+([eE][-+]?[0-9]+)?|true|false");
    return new Part(value, value.startsWith("-") ? SIGNED : plain ? ATOM : QUANTITY);
  }

  private Part binary(Expression.Binary binary) throws ExpressionException {
    int binds =
        switch (binary.operator()) {
          case "+", "-" -> SUM;
          case "*", "/" -> PRODUCT;
          case "^" -> POWER;
          default -> COMPARISON;
        };
    Part left = part(binary.left());
    Part right = part(binary.right());
    if (binds == POWER) {
      return new Part(left.atLeast(ATOM) + "^" + right.atLeast(ATOM), POWER);
    }
    // Operators of one kind are read from the left.
    String text =
        left.atLeast(binds == COMPARISON ? SUM : binds)
            + " "
            + binary.operator()
            + " "
            + right.atLeast(binds + 1);
    return new Part(text, binds);
  }
}
