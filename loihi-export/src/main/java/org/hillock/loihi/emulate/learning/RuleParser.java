package org.hillock.loihi.emulate.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the text of learning rules; see {@link LearningRule} for what it may say. */
final class RuleParser {

  private static final int MOST_MANTISSA = 7;
  private static final int MOST_EXPONENT = 8;
  private static final int NO_DECIMATION = -1;

  private String text = "";
  private int at;
  private int decimation = NO_DECIMATION;

  /** k of the u_k read so far; 0 if there was none. */
  int decimation() {
    return Math.max(0, decimation);
  }

  /** The products of a sum; none if the text is blank. */
  List<Product> sum(String rule) {
    text = rule;
    at = 0;
    List<Product> products = new ArrayList<>();
    while (!atEnd()) {
      int sign = 1;
      if (take('-')) {
        sign = -1;
      } else if (!take('+') && !products.isEmpty()) {
        throw wrong("+, - or * expected");
      }
      products.add(product(sign));
    }
    return products;
  }

  private Product product(int sign) {
    int begin = at;
    Term term = new Term(sign);
    do {
      factor(term);
    } while (take('*'));
    if (term.dependency == null) {
      throw new LearningRuleException(text, begin, "a product needs x0, y0 or u0, u1, …");
    }
    int exponent = term.exponent;
    long mantissa = term.mantissa;
    while (Math.abs(mantissa) > MOST_MANTISSA && mantissa % 2 == 0 && exponent < MOST_EXPONENT) {
      mantissa /= 2;
      exponent++;
    }
    if (Math.abs(mantissa) > MOST_MANTISSA + 1) {
      throw new LearningRuleException(
          text, begin, "the factor " + term.mantissa + " is not m × 2^e with m from -8 to 7");
    }
    try {
      return new Product(term.dependency, (int) mantissa, exponent, term.factors);
    } catch (IllegalArgumentException e) {
      throw new LearningRuleException(text, begin, String.valueOf(e.getMessage()));
    }
  }

  /** What has been read of a product. */
  private static final class Term {
    final List<Factor> factors = new ArrayList<>();
    @Nullable Dependency dependency;
    long mantissa;
    int exponent;

    Term(int sign) {
      mantissa = sign;
    }

    void scale(Number number) {
      mantissa *= number.mantissa;
      exponent += number.exponent;
    }
  }

  /** mantissa × 2^exponent. */
  private record Number(long mantissa, int exponent) {}

  private void factor(Term term) {
    if (take('(')) {
      sumInBrackets(term, false);
    } else if (digitAhead() || ahead('-') || ahead('+')) {
      term.scale(signedNumber());
    } else {
      int begin = at;
      String name = name();
      if (name.equals("sgn") || name.equals("sign")) {
        expect('(');
        sumInBrackets(term, true);
      } else if (name.equals("x0") || name.equals("y0")) {
        Dependency found = name.equals("x0") ? Dependency.X0 : Dependency.Y0;
        if (term.dependency == null) {
          term.dependency = found;
        } else {
          term.factors.add(new Factor(quantity(name, begin), 0, false));
        }
      } else if (name.matches("u\\d+")) {
        decimate(Integer.parseInt(name.substring(1)), begin);
        term.dependency = term.dependency == null ? Dependency.U : term.dependency;
      } else {
        term.factors.add(new Factor(quantity(name, begin), 0, false));
      }
    }
  }

  private void decimate(int k, int begin) {
    if (decimation != NO_DECIMATION && decimation != k) {
      throw new LearningRuleException(
          text, begin, "a rule has one decimation; u" + decimation + " stands before u" + k);
    }
    decimation = k;
  }

  /** A quantity and a constant, either first, each with a sign; or one of the two alone. */
  private void sumInBrackets(Term term, boolean signOnly) {
    int begin = at;
    Quantity quantity = null;
    int quantitySign = 1;
    Number constant = null;
    while (!take(')')) {
      if (atEnd()) {
        throw wrong("\")\" expected");
      }
      int sign = take('-') ? -1 : 1;
      if (sign == 1) {
        take('+');
      }
      if (digitAhead() && constant == null) {
        Number number = number();
        constant = new Number(sign * number.mantissa, number.exponent);
      } else if (!digitAhead() && quantity == null) {
        quantity = quantity(name(), begin);
        quantitySign = sign;
      } else {
        throw new LearningRuleException(text, begin, "one quantity and one constant at most");
      }
    }
    if (quantity == null) {
      if (signOnly || constant == null) {
        throw new LearningRuleException(text, begin, "a quantity expected");
      }
      term.scale(constant);
      return;
    }
    if (signOnly && quantity.compareTo(Quantity.W) < 0) {
      throw new LearningRuleException(text, begin, "the sign is that of w, d or t");
    }
    // -q + c = -(q - c): the sign goes into the scale.
    term.mantissa *= quantitySign;
    int added = constant == null ? 0 : quantitySign * whole(constant, begin);
    term.factors.add(new Factor(quantity, added, signOnly));
  }

  private int whole(Number number, int begin) {
    if (number.exponent < 0 || number.exponent > MOST_EXPONENT) {
      throw new LearningRuleException(text, begin, "the constant is not a whole number of 8 bits");
    }
    return Math.toIntExact(number.mantissa << number.exponent);
  }

  private Number signedNumber() {
    int sign = 1;
    if (take('-')) {
      sign = -1;
    } else {
      take('+');
    }
    Number number = number();
    return new Number(sign * number.mantissa, number.exponent);
  }

  private Number number() {
    long mantissa = digits();
    if (!take('^')) {
      return new Number(mantissa, 0);
    }
    if (mantissa != 2) {
      throw wrong("only powers of 2 are known");
    }
    boolean bracket = take('(');
    int sign = take('-') ? -1 : 1;
    if (sign == 1) {
      take('+');
    }
    int exponent = sign * (int) digits();
    if (bracket) {
      expect(')');
    }
    return new Number(1, exponent);
  }

  private Quantity quantity(String name, int begin) {
    for (Quantity quantity : Quantity.values()) {
      if (quantity != Quantity.CONSTANT && quantity.name().toLowerCase(Locale.ROOT).equals(name)) {
        return quantity;
      }
    }
    throw new LearningRuleException(
        text, begin, "\"" + name + "\" is none of x0 x1 x2 y0 y1 y2 y3 w d t u0 u1 … sgn");
  }

  private long digits() {
    atEnd();
    int begin = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (begin == at || at - begin > 9) {
      throw wrong("a number expected");
    }
    return Long.parseLong(text.substring(begin, at));
  }

  private String name() {
    atEnd();
    int begin = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    if (begin == at) {
      throw wrong("a factor expected");
    }
    return text.substring(begin, at);
  }

  private boolean digitAhead() {
    return !atEnd() && Character.isDigit(text.charAt(at));
  }

  private boolean ahead(char symbol) {
    if (atEnd()) {
      return false;
    }
    return text.charAt(at) == symbol;
  }

  private boolean take(char symbol) {
    boolean found = ahead(symbol);
    at += found ? 1 : 0;
    return found;
  }

  private void expect(char symbol) {
    if (!take(symbol)) {
      throw wrong("\"" + symbol + "\" expected");
    }
  }

  /** Skips blanks; whether nothing follows. */
  private boolean atEnd() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }

  private LearningRuleException wrong(String reason) {
    return new LearningRuleException(text, at, reason);
  }
}
