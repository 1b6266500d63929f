package org.hillock.network;

/** A description of a network that cannot be: says where, what was found and what is allowed. */
public final class InvalidNetworkException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String found;
  private final String allowed;

  /**
   * @param where the path of the offending element, such as {@code neurons.exc.tau_m}
   * @param found the value found
   * @param allowed what would have been accepted
   */
  public InvalidNetworkException(String where, String found, String allowed) {
    super(where + ": found " + found + "; allowed: " + allowed);
    this.where = where;
    this.found = found;
    this.allowed = allowed;
  }

  /** The path of the offending element. */
  public String where() {
    return where;
  }

  /** The value found. */
  public String found() {
    return found;
  }

  /** What would have been accepted. */
  public String allowed() {
    return allowed;
  }
}
