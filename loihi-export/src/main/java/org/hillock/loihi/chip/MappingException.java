package org.hillock.loihi.chip;

/**
 * A network that the chip cannot take: which part of it, which limit, how much is needed, how much
 * there is, and what would help.
 */
public final class MappingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String where;
  private final String limit;
  private final String needed;
  private final String available;
  private final String remedy;

  /**
   * @param where the population, projection or input, such as {@code neurons.exc}
   * @param limit what is short, such as {@code input axons per core}
   * @param needed the amount needed
   * @param available the amount that the chip has
   * @param remedy what would help
   */
  public MappingException(
      String where, String limit, String needed, String available, String remedy) {
    super(
        where
            + ": "
            + limit
            + ": needs "
            + needed
            + ", and the chip has "
            + available
            + ".\nWhat would help: "
            + remedy
            + ".");
    this.where = where;
    this.limit = limit;
    this.needed = needed;
    this.available = available;
    this.remedy = remedy;
  }

  /** The population, projection or input. */
  public String where() {
    return where;
  }

  /** What is short. */
  public String limit() {
    return limit;
  }

  /** The amount needed. */
  public String needed() {
    return needed;
  }

  /** The amount that the chip has. */
  public String available() {
    return available;
  }

  /** What would help. */
  public String remedy() {
    return remedy;
  }
}
