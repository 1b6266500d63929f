package org.hillock.network;

/**
 * Between which bounds a quantity lies, both included.
 *
 * @param low no value is below this
 * @param high no value is above this
 */
public record Interval(double low, double high) {

  /** One value. */
  public static Interval of(double value) {
    return new Interval(value, value);
  }

  /** The smallest that has all of these values. */
  public static Interval around(double... values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new Interval(low, high);
  }

  /** The smallest that has all values of both. */
  public Interval with(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** What both have; one of the ends of this if there is nothing. */
  public Interval within(Interval other) {
    double least = Math.max(low, Math.min(high, other.low));
    return new Interval(least, Math.max(least, Math.min(high, other.high)));
  }

  /** The value itself, or the bound beyond which it is. */
  public double nearest(double value) {
    return Math.max(low, Math.min(high, value));
  }

  /** All products of a value of this and one of another. */
  public Interval times(Interval other) {
    return around(
        product(low, other.low),
        product(low, other.high),
        product(high, other.low),
        product(high, other.high));
  }

  /** A bound of 0 holds whatever the other one is. */
  private static double product(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  /** Whether both bounds are numbers. */
  public boolean finite() {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
