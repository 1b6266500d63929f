package org.hillock.network;

/**
 * A quantity of a pair of neurons that follows from where they are: a probability, a weight or a
 * delay by distance. Profiles are immutable, and two that give the same are equal.
 *
 * <p>The way leads from the source to the target, the shortest one where borders are periodic.
 */
public interface Profile {

  /** 1 everywhere. */
  Profile ONE = new Constant(1);

  /**
   * The value for a pair.
   *
   * @param distance of source and target [mm]
   * @param way from the source to the target along each axis [mm]
   */
  double at(double distance, double[] way);

  /**
   * Bounds of all values for ways within bounds: they hold, but need not be the narrowest.
   *
   * @param distance of source and target [mm]
   * @param way along each axis [mm]
   */
  Interval bounds(Interval distance, Interval[] way);

  /** Whether nothing but the distance matters, so that it is the same in both directions. */
  boolean central();

  /** As a formula of a scenario file, in which {@code d} is the distance. */
  String formula();

  /**
   * The same for all pairs.
   *
   * @param value it
   */
  record Constant(double value) implements Profile {
    @Override
    public double at(double distance, double[] way) {
      return value;
    }

    @Override
    public Interval bounds(Interval distance, Interval[] way) {
      return Interval.of(value);
    }

    @Override
    public boolean central() {
      return true;
    }

    @Override
    public String formula() {
      return Double.toString(value);
    }
  }

  /**
   * {@code amplitude * exp(-d^2 / (2 sigma^2))}.
   *
   * @param amplitude value at distance 0
   * @param sigma standard deviation [mm]
   */
  record Gaussian(double amplitude, double sigma) implements Profile {
    @Override
    public double at(double distance, double[] way) {
      return amplitude * StrictMath.exp(-distance * distance / (2 * sigma * sigma));
    }

    @Override
    public Interval bounds(Interval distance, Interval[] way) {
      double[] nowhere = {};
      return Interval.around(at(distance.low(), nowhere), at(distance.high(), nowhere));
    }

    @Override
    public boolean central() {
      return true;
    }

    @Override
    public String formula() {
      return amplitude + " * exp(-d^2 / (2 * (" + sigma + " mm)^2))";
    }
  }

  /**
   * {@code amplitude * exp(-d / length)}.
   *
   * @param amplitude value at distance 0
   * @param length over which it falls to 1/e [mm]
   */
  record Exponential(double amplitude, double length) implements Profile {
    @Override
    public double at(double distance, double[] way) {
      return amplitude * StrictMath.exp(-distance / length);
    }

    @Override
    public Interval bounds(Interval distance, Interval[] way) {
      double[] nowhere = {};
      return Interval.around(at(distance.low(), nowhere), at(distance.high(), nowhere));
    }

    @Override
    public boolean central() {
      return true;
    }

    @Override
    public String formula() {
      return amplitude + " * exp(-d / " + length + " mm)";
    }
  }
}
