package org.hillock.format;

/**
 * A network that a format cannot say, or a file that is not as the format wants it: which part,
 * what was found, what would help.
 */
public final class FormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String found;
  private final String remedy;

  /**
   * @param where the part, such as {@code node 'lif'}; empty if the caller knows better
   * @param found what is wrong with it
   * @param remedy what would help
   */
  public FormatException(String where, String found, String remedy) {
    super((where.isEmpty() ? "" : where + ": ") + found + ".\nWhat would help: " + remedy + ".");
    this.where = where;
    this.found = found;
    this.remedy = remedy;
  }

  /** The same within something larger. */
  public FormatException in(String outer) {
    return new FormatException(where.isEmpty() ? outer : outer + ", " + where, found, remedy);
  }

  /** The part. */
  public String where() {
    return where;
  }

  /** What is wrong with it. */
  public String found() {
    return found;
  }

  /** What would help. */
  public String remedy() {
    return remedy;
  }
}
