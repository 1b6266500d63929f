package org.hillock.scenario.quantity;

/**
 * What kind of quantity something is: exponents over time, voltage, current and length. A
 * capacitance is current times time over voltage, a conductance is current over voltage.
 *
 * @param time exponent of time
 * @param voltage exponent of voltage
 * @param current exponent of current
 * @param length exponent of length
 */
public record Dimension(int time, int voltage, int current, int length) {

  /** A plain number. */
  public static final Dimension NONE = new Dimension(0, 0, 0, 0);

  /** Time. */
  public static final Dimension TIME = new Dimension(1, 0, 0, 0);

  /** Voltage. */
  public static final Dimension VOLTAGE = new Dimension(0, 1, 0, 0);

  /** Current. */
  public static final Dimension CURRENT = new Dimension(0, 0, 1, 0);

  /** Length. */
  public static final Dimension LENGTH = new Dimension(0, 0, 0, 1);

  /** Rate. */
  public static final Dimension RATE = NONE.over(TIME);

  /** Capacitance. */
  public static final Dimension CAPACITANCE = CURRENT.times(TIME).over(VOLTAGE);

  /** Conductance. */
  public static final Dimension CONDUCTANCE = CURRENT.over(VOLTAGE);

  /** Resistance. */
  public static final Dimension RESISTANCE = VOLTAGE.over(CURRENT);

  /** Velocity. */
  public static final Dimension VELOCITY = LENGTH.over(TIME);

  /** The dimension of a product. */
  public Dimension times(Dimension other) {
    return new Dimension(
        time + other.time, voltage + other.voltage, current + other.current, length + other.length);
  }

  /** The dimension of a quotient. */
  public Dimension over(Dimension other) {
    return times(other.power(-1));
  }

  /** The dimension of a power. */
  public Dimension power(int exponent) {
    return new Dimension(
        time * exponent, voltage * exponent, current * exponent, length * exponent);
  }

  /** Whether every exponent is even, so that a square root exists. */
  public boolean isSquare() {
    return ((time | voltage | current | length) & 1) == 0;
  }

  /** The dimension of a square root; only if {@link #isSquare()}. */
  public Dimension squareRoot() {
    return new Dimension(time / 2, voltage / 2, current / 2, length / 2);
  }

  /** In words, with the article: "a time", "a plain number", "a quantity in mV/ms". */
  public String phrase() {
    if (equals(NONE)) {
      return "a plain number";
    } else if (equals(TIME)) {
      return "a time";
    } else if (equals(VOLTAGE)) {
      return "a voltage";
    } else if (equals(CURRENT)) {
      return "a current";
    } else if (equals(RATE)) {
      return "a rate";
    } else if (equals(CAPACITANCE)) {
      return "a capacitance";
    } else if (equals(CONDUCTANCE)) {
      return "a conductance";
    } else if (equals(RESISTANCE)) {
      return "a resistance";
    } else if (equals(LENGTH)) {
      return "a length";
    } else if (equals(VELOCITY)) {
      return "a velocity";
    }
    return "a quantity in " + MeasurementUnit.canonical(this).symbol();
  }
}
