package org.hillock.scenario.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hillock.scenario.formula.Tokens.Kind;
import org.hillock.scenario.formula.Tokens.Token;
import org.hillock.scenario.quantity.MeasurementUnit;
import org.hillock.scenario.quantity.Quantity;
import org.hillock.text.Names;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas such as {@code eta * 20 mV / (J * 20 ms)}.
 *
 * <pre>
 *   comparison = sum [("==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") sum]
 *   sum        = product {("+" | "-") product}
 *   product    = signed {("*" | "/") signed}
 *   signed     = ["-" | "+"] signed | power
 *   power      = primary [("^" | "**") signed]
 *   primary    = number [unit] | name | name "(" comparison {"," comparison} ")"
 *              | name "[" [sum] [":" [sum]] "]" | "(" comparison ")" | quoted text
 * </pre>
 *
 * <p>A unit binds to the number before it more tightly than any operator: {@code 20 mV / 4 ms} is a
 * quotient of two quantities. A unit may be a product or quotient itself, then without spaces:
 * {@code 10 pA / 2 pA/ms} is 5 ms. A unit name directly after a number is a unit even if a
 * parameter has the same name; anywhere else the parameter wins.
 */
public final class ExpressionParser {

  private static final int MAX_DEPTH = 100;

  private final Tokens tokens;
  private final Predicate<String> isParameter;
  private int depth;

  /**
   * @param text the formula
   * @param isParameter whether a name is a parameter
   */
  public ExpressionParser(String text, Predicate<String> isParameter) throws ExpressionException {
    this.tokens = new Tokens(text);
    this.isParameter = isParameter;
  }

  /** The whole text as one expression. */
  public static Expression parse(String text, Predicate<String> isParameter)
      throws ExpressionException {
    if (text.matches("[-+]?\\.(nan|NaN|NAN|inf|Inf|INF)")) {
      throw new ExpressionException(0, "found '" + text + "'", "expected a finite number");
    }
    ExpressionParser parser = new ExpressionParser(text, isParameter);
    Expression expression = parser.comparison();
    parser.expectEnd();
    return expression;
  }

  public Tokens tokens() {
    return tokens;
  }

  /** Refuses anything that is left over. */
  public void expectEnd() throws ExpressionException {
    Token token = tokens.peek();
    if (token.kind() != Kind.END) {
      throw unexpected(token);
    }
  }

  private ExpressionException unexpected(Token token) {
    if (token.kind() == Kind.NAME && tokens.previous().kind() == Kind.NUMBER) {
      return new ExpressionException(
          ExpressionException.Kind.MISTAKE,
          token.at(),
          "unknown unit '" + token.text() + "'",
          "known: " + String.join(", ", MeasurementUnit.symbols()),
          Names.nearest(token.text(), MeasurementUnit.symbols()));
    }
    if (token.kind() == Kind.END) {
      return new ExpressionException(
          Math.max(0, token.at() - 1), "the formula ends too early", "expected a number or a name");
    }
    return new ExpressionException(token.at(), "unexpected '" + token.text() + "'", "");
  }

  Expression comparison() throws ExpressionException {
    Expression left = sum();
    Token token = tokens.peek();
    if (token.kind() == Kind.SYMBOL
        && List.of("==", "!=", "<", "<=", ">", ">=").contains(token.text())) {
      tokens.take();
      return new Expression.Binary(token.at(), token.text(), left, sum());
    }
    return left;
  }

  public Expression sum() throws ExpressionException {
    Expression left = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      Token operator = tokens.take();
      left = new Expression.Binary(operator.at(), operator.text(), left, product());
    }
    return left;
  }

  private Expression product() throws ExpressionException {
    Expression left = signed();
    while (tokens.peek().is("*") || tokens.peek().is("/")) {
      Token operator = tokens.take();
      left = new Expression.Binary(operator.at(), operator.text(), left, signed());
    }
    return left;
  }

  private Expression signed() throws ExpressionException {
    Token token = tokens.peek();
    if (++depth > MAX_DEPTH) {
      throw new ExpressionException(token.at(), "a formula nested too deeply", "");
    }
    try {
      if (tokens.takeIf("-")) {
        return new Expression.Negative(token.at(), signed());
      }
      return tokens.takeIf("+") ? signed() : power();
    } finally {
      depth--;
    }
  }

  private Expression power() throws ExpressionException {
    Expression base = primary();
    Token token = tokens.peek();
    if (token.is("^") || token.is("**")) {
      tokens.take();
      return new Expression.Binary(token.at(), "^", base, signed());
    }
    return base;
  }

  private Expression primary() throws ExpressionException {
    Token token = tokens.take();
    switch (token.kind()) {
      case NUMBER:
        return literal(token);
      case QUOTED:
        return tokens.peek().is("[")
            ? elements(token)
            : new Expression.Quoted(token.at(), token.text());
      case NAME:
        if (tokens.peek().is("(")) {
          return call(token);
        }
        return tokens.peek().is("[")
            ? elements(token)
            : new Expression.Name(token.at(), token.text());
      default:
        if (token.is("(")) {
          Expression inner = comparison();
          close(")", token);
          return inner;
        }
        throw unexpected(token);
    }
  }

  private Expression literal(Token number) throws ExpressionException {
    double value = Double.parseDouble(number.text());
    if (tokens.takeIf("%")) {
      return new Expression.Literal(number.at(), Quantity.of(value, MeasurementUnit.PERCENT), true);
    }
    MeasurementUnit unit = unit();
    return new Expression.Literal(
        number.at(), unit == null ? Quantity.number(value) : Quantity.of(value, unit), false);
  }

  private @Nullable MeasurementUnit unit() throws ExpressionException {
    MeasurementUnit unit;
    Token token = tokens.peek();
    if (token.kind() == Kind.NUMBER && token.text().equals("1") && unitFollows(1) != null) {
      tokens.take();
      unit = MeasurementUnit.NONE;
    } else if (token.kind() == Kind.NAME && MeasurementUnit.of(token.text()) != null) {
      tokens.take();
      unit = MeasurementUnit.of(token.text());
    } else {
      return null;
    }
    for (MeasurementUnit next = unitFollows(0); next != null; next = unitFollows(0)) {
      unit = tokens.take().is("*") ? unit.times(next) : unit.over(next);
      tokens.take();
    }
    Token after = tokens.peek();
    if (after.touches() && (after.is("^") || after.is("**"))) {
      throw new ExpressionException(
          after.at(),
          "a power directly after a unit can be read in two ways",
          "write (2 ms)^2, or 2 ms*ms");
    }
    return unit;
  }

  /** The unit that continues a product or quotient of units without a space, or null. */
  private @Nullable MeasurementUnit unitFollows(int ahead) {
    Token operator = tokens.peek(ahead);
    Token name = tokens.peek(ahead + 1);
    boolean joined =
        (operator.is("*") || operator.is("/"))
            && operator.touches()
            && name.kind() == Kind.NAME
            && name.touches()
            && !tokens.peek(ahead + 2).is("(")
            && !isParameter.test(name.text());
    return joined ? MeasurementUnit.of(name.text()) : null;
  }

  private Expression call(Token name) throws ExpressionException {
    Token open = tokens.take();
    List<Expression> arguments = new ArrayList<>();
    if (!tokens.takeIf(")")) {
      do {
        arguments.add(comparison());
      } while (tokens.takeIf(","));
      close(")", open);
    }
    return new Expression.Call(name.at(), name.text(), arguments);
  }

  private Expression elements(Token name) throws ExpressionException {
    Token open = tokens.take();
    Expression from = tokens.peek().is(":") ? null : sum();
    if (tokens.takeIf(":")) {
      Expression to = tokens.peek().is("]") ? null : sum();
      close("]", open);
      return new Expression.Elements(name.at(), name.text(), from, to, false);
    }
    close("]", open);
    return new Expression.Elements(name.at(), name.text(), from, null, true);
  }

  private void close(String symbol, Token open) throws ExpressionException {
    if (!tokens.takeIf(symbol)) {
      Token token = tokens.peek();
      if (token.kind() == Kind.END) {
        throw new ExpressionException(
            open.at(),
            "a '" + open.text() + "' that is not closed",
            "expected '" + symbol + "'; inside { } or [ ] a formula with commas needs quotes");
      }
      throw unexpected(token);
    }
  }
}
