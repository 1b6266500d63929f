package org.hillock.loihi.netx;

/**
 * A network that netx would not load, or not as it is meant: where, what was found, what is
 * allowed.
 */
public final class NetxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String found;
  private final String allowed;

  /**
   * @param where such as {@code layer 2, weight}
   * @param found the value found
   * @param allowed what would have been accepted
   */
  public NetxException(String where, String found, String allowed) {
    super(where + ": found " + found + "; allowed: " + allowed);
    this.where = where;
    this.found = found;
    this.allowed = allowed;
  }

  /** The place. */
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
