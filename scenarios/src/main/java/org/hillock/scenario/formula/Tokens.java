package org.hillock.scenario.formula;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of an expression into tokens and hands them out one by one. */
public final class Tokens {

  /** Longer than this is no formula that a person wrote. */
  private static final int MAX_LENGTH = 4000;

  private static final List<String> TWO_CHARACTERS = List.of("**", "==", "!=", "<=", ">=");

  public enum Kind {
    NUMBER,
    NAME,
    QUOTED,
    SYMBOL,
    END
  }

  /**
   * @param text as written; without the quotes if quoted
   * @param at offset of its first character
   * @param touches whether nothing stands between it and the token before
   */
  public record Token(Kind kind, String text, int at, boolean touches) {
    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }

    public boolean isName(String name) {
      return kind == Kind.NAME && text.equals(name);
    }
  }

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  Tokens(String text) throws ExpressionException {
    if (text.length() > MAX_LENGTH) {
      throw new ExpressionException(
          0,
          "a formula of " + text.length() + " characters",
          "expected at most " + MAX_LENGTH + "; name parts of it under parameters");
    }
    int at = 0;
    int end = -1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int start = at;
      Kind kind;
      if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
        kind = Kind.NUMBER;
        at = endOfNumber(text, at);
      } else if (Character.isLetter(c) || c == '_' || c == '\u00b5') {
        kind = Kind.NAME;
        while (at < text.length() && isNamePart(text.charAt(at))) {
          at++;
        }
      } else if (c == '\'' || c == '"') {
        at = text.indexOf(c, start + 1) + 1;
        if (at == 0) {
          throw new ExpressionException(start, "a quote that is not closed", "");
        }
        tokens.add(new Token(Kind.QUOTED, text.substring(start + 1, at - 1), start, end == start));
        end = at;
        continue;
      } else {
        kind = Kind.SYMBOL;
        boolean two =
            at + 2 <= text.length() && TWO_CHARACTERS.contains(text.substring(at, at + 2));
        if (!two && "+-*/^()[],:<>%".indexOf(c) < 0) {
          throw new ExpressionException(
              at, "unexpected character '" + c + "'", "expected a number, a name or + - * / ^ ( )");
        }
        at += two ? 2 : 1;
      }
      tokens.add(new Token(kind, text.substring(start, at), start, end == start));
      end = at;
    }
    tokens.add(new Token(Kind.END, "the end", text.length(), false));
  }

  private static int endOfNumber(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int exponent = at + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      if (exponent < text.length() && isDigit(text.charAt(exponent))) {
        at = exponent;
        while (at < text.length() && isDigit(text.charAt(at))) {
          at++;
        }
      }
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '\u00b5';
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The token after the next ones, or the end. */
  Token peek(int ahead) {
    return tokens.get(Math.min(next + ahead, tokens.size() - 1));
  }

  public Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the next token if it is this symbol. */
  boolean takeIf(String symbol) {
    if (peek().is(symbol)) {
      next++;
      return true;
    }
    return false;
  }

  /** The token before the next one; the next one if there is none. */
  Token previous() {
    return tokens.get(Math.max(0, next - 1));
  }
}
