package org.hillock.loihi.sanafe;

/** A mapping that cannot be said to SANA-FE: which part, what is in the way, what would help. */
public final class SanaFeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String found;
  private final String remedy;

  /**
   * @param where the population, synapse or port, such as {@code exc → inh}
   * @param found what SANA-FE does not have
   * @param remedy what would help
   */
  public SanaFeException(String where, String found, String remedy) {
    super(where + ": " + found + ".\nWhat would help: " + remedy + ".");
    this.where = where;
    this.found = found;
    this.remedy = remedy;
  }

  /** The population, synapse or port. */
  public String where() {
    return where;
  }

  /** What SANA-FE does not have. */
  public String found() {
    return found;
  }

  /** What would help. */
  public String remedy() {
    return remedy;
  }
}
