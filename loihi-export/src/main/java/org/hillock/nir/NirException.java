package org.hillock.nir;

/** A graph, a file or a network that does not go: which part, what was found, what would help. */
public final class NirException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String found;
  private final String remedy;

  /**
   * @param where the part, such as {@code node 'lif'}; empty if the caller knows better
   * @param found what is wrong with it
   * @param remedy what would help
   */
  public NirException(String where, String found, String remedy) {
    super((where.isEmpty() ? "" : where + ": ") + found + ".\nWhat would help: " + remedy + ".");
    this.where = where;
    this.found = found;
    this.remedy = remedy;
  }

  /** The same within something larger. */
  NirException in(String outer) {
    return new NirException(where.isEmpty() ? outer : outer + ", " + where, found, remedy);
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
