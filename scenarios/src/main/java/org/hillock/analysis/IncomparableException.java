package org.hillock.analysis;

/** Two runs that cannot be compared; the message says why and what to do. */
public final class IncomparableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String first;
  private final String second;

  /**
   * @param first name of one run
   * @param second name of the other
   * @param problem what does not fit, and what would
   */
  IncomparableException(String first, String second, String problem) {
    super("'" + first + "' and '" + second + "' cannot be compared: " + problem);
    this.first = first;
    this.second = second;
  }

  /** Name of one run. */
  public String first() {
    return first;
  }

  /** Name of the other run. */
  public String second() {
    return second;
  }
}
