package org.hillock.scenario;

import org.jspecify.annotations.Nullable;

/** An expression that cannot be read or evaluated. */
final class ExpressionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String found;
  private final String allowed;
  private final @Nullable String suggestion;
  private final int at;
  private final Kind kind;

  /** Who needs to hear of it. */
  enum Kind {
    /** The expression is wrong. */
    MISTAKE,
    /** The numbers do not work out, such as a division by zero. */
    ARITHMETIC,
    /** It depends on something that was already reported. */
    FOLLOWS
  }

  ExpressionException(
      Kind kind, int at, String found, String allowed, @Nullable String suggestion) {
    super(found, null, false, false);
    this.kind = kind;
    this.at = at;
    this.found = found;
    this.allowed = allowed;
    this.suggestion = suggestion;
  }

  ExpressionException(int at, String found, String allowed) {
    this(Kind.MISTAKE, at, found, allowed, null);
  }

  /** Something that rests on a mistake that was already reported. */
  static ExpressionException follows() {
    return new ExpressionException(Kind.FOLLOWS, 0, "", "", null);
  }

  String found() {
    return found;
  }

  String allowed() {
    return allowed;
  }

  @Nullable String suggestion() {
    return suggestion;
  }

  /** Offset in the text of the expression. */
  int at() {
    return at;
  }

  Kind kind() {
    return kind;
  }
}
