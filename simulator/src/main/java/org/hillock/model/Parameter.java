package org.hillock.model;

/**
 * One parameter of a model or rule.
 *
 * @param name the field's name for it, such as {@code tau_m}
 * @param unit its unit
 * @param defaultValue value where none is given
 * @param min smallest allowed value
 * @param minAllowed whether min itself is allowed
 * @param max largest allowed value, itself allowed
 * @param description one line for people
 * @param onGrid whether it is a time that on a grid must be a whole number of steps
 */
public record Parameter(
    String name,
    Unit unit,
    double defaultValue,
    double min,
    boolean minAllowed,
    double max,
    String description,
    boolean onGrid) {

  /** A parameter that does not care for the grid. */
  public Parameter(
      String name,
      Unit unit,
      double defaultValue,
      double min,
      boolean minAllowed,
      double max,
      String description) {
    this(name, unit, defaultValue, min, minAllowed, max, description, false);
  }

  /** A parameter that may take any finite value. */
  public static Parameter any(String name, Unit unit, double defaultValue, String description) {
    return new Parameter(
        name, unit, defaultValue, -Double.MAX_VALUE, true, Double.MAX_VALUE, description);
  }

  /** A parameter that must be above 0. */
  public static Parameter positive(
      String name, Unit unit, double defaultValue, String description) {
    return new Parameter(name, unit, defaultValue, 0, false, Double.MAX_VALUE, description);
  }

  /** A parameter that must be 0 or above. */
  public static Parameter nonNegative(
      String name, Unit unit, double defaultValue, String description) {
    return new Parameter(name, unit, defaultValue, 0, true, Double.MAX_VALUE, description);
  }

  /** A time of 0 or more that on a grid must be a whole number of steps [ms]. */
  public static Parameter duration(String name, double defaultValue, String description) {
    return new Parameter(
        name, Unit.MILLISECOND, defaultValue, 0, true, Double.MAX_VALUE, description, true);
  }

  /** A time above 0 that on a grid must be a whole number of steps, at least one [ms]. */
  public static Parameter positiveDuration(String name, double defaultValue, String description) {
    return new Parameter(
        name, Unit.MILLISECOND, defaultValue, 0, false, Double.MAX_VALUE, description, true);
  }

  /** Whether a value lies in the allowed range; never true for NaN or infinity. */
  public boolean allows(double value) {
    return (minAllowed ? value >= min : value > min) && value <= max;
  }

  /** The allowed range in words, with the unit. */
  public String range() {
    String suffix = unit == Unit.NONE ? "" : " " + unit.symbol();
    if (min == -Double.MAX_VALUE && max == Double.MAX_VALUE) {
      return "any finite value" + (suffix.isEmpty() ? "" : " in" + suffix);
    }
    if (max == Double.MAX_VALUE) {
      return (minAllowed ? "at least " : "more than ") + number(min) + suffix;
    }
    return (minAllowed ? "from " : "more than ")
        + number(min)
        + suffix
        + (minAllowed ? " to " : " and at most ")
        + number(max)
        + suffix;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
