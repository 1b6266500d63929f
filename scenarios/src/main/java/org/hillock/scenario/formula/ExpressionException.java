package org.hillock.scenario.formula;

import org.jspecify.annotations.Nullable;

/** An expression that cannot be read or evaluated. */
public final class ExpressionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String found;
  private final String allowed;
  private final @Nullable String suggestion;
  private final int at;
  private final Kind kind;

  /** Who needs to hear of it. */
  public enum Kind {
    /** The expression is wrong. */
    MISTAKE,
    /** The numbers do not work out, such as a division by zero. */
    ARITHMETIC,
    /** It depends on something that was already reported. */
    FOLLOWS
  }

  public ExpressionException(
      Kind kind, int at, String found, String allowed, @Nullable String suggestion) {
    super(found, null, false, false);
    this.kind = kind;
    this.at = at;
    this.found = found;
    this.allowed = allowed;
    this.suggestion = suggestion;
  }

  public ExpressionException(int at, String found, String allowed) {
    this(Kind.MISTAKE, at, found, allowed, null);
  }

  /** Something that rests on a mistake that was already reported. */
  public static ExpressionException follows() {
    return new ExpressionException(Kind.FOLLOWS, 0, "", "", null);
  }

  public String found() {
    return found;
  }

  public String allowed() {
    return allowed;
  }

  public @Nullable String suggestion() {
    return suggestion;
  }

  /** Offset in the text of the expression. */
  public int at() {
    return at;
  }

  public Kind kind() {
    return kind;
  }
}
