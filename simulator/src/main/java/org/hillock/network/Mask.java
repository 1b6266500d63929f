package org.hillock.network;

import java.util.Arrays;

/**
 * Which targets a source reaches, by the way from it to them; names are those of NEST's {@code
 * nest.spatial}. Immutable.
 *
 * <p>A target on the border is reached, and so is one that is beyond it by rounding alone: by less
 * than a billionth of its size. It is then taken to be on the border.
 */
public interface Mask {

  /** Borders are taken to be so much further away. */
  double SLACK = 1 + 1e-9;

  /** Takes what a mask is made of. */
  interface Words {

    /** A length or a place [mm]. */
    void length(String name, double... values);

    /** An angle [rad]. */
    void angle(String name, double value);
  }

  /** Its name in scenario files. */
  String shape();

  /** Says what it is made of, by the names of scenario files. */
  void describe(Words words);

  /** What covers the same ways in the other direction. */
  default Mask turned() {
    return this;
  }

  /** Whether it covers ways of so many coordinates. */
  boolean has(int dimensions);

  /**
   * Whether a target is reached.
   *
   * @param way from the source to it along each axis [mm]
   */
  boolean covers(double[] way);

  /** Between which bounds the ways lie along an axis, but for rounding [mm]. */
  Interval along(int axis);

  /** Between which bounds the distances lie, but for rounding [mm]. */
  Interval distance();

  private static double square(double[] way) {
    double square = 0;
    for (double along : way) {
      square += along * along;
    }
    return square;
  }

  private static double positive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new InvalidNetworkException("mask." + what, value + " mm", "more than 0 mm");
    }
    return value;
  }

  /**
   * All within a distance: a circle, on a line a piece on either side; {@code spherical} in space.
   *
   * @param radius the distance [mm]
   * @param solid whether it is one for three dimensions
   */
  record Round(double radius, boolean solid) implements Mask {

    /**
     * @throws InvalidNetworkException if the radius is not above 0
     */
    public Round {
      positive("radius", radius);
    }

    @Override
    public String shape() {
      return solid ? "spherical" : "circular";
    }

    @Override
    public void describe(Words words) {
      words.length("radius", radius);
    }

    @Override
    public boolean has(int dimensions) {
      return solid == (dimensions == 3);
    }

    @Override
    public boolean covers(double[] way) {
      return square(way) <= radius * radius * SLACK;
    }

    @Override
    public Interval along(int axis) {
      return new Interval(-radius, radius);
    }

    @Override
    public Interval distance() {
      return new Interval(0, radius);
    }
  }

  /**
   * Between two circles.
   *
   * @param inner the radius of the inner one, whose targets are not reached [mm]
   * @param outer the radius of the outer one [mm]
   */
  record Doughnut(double inner, double outer) implements Mask {

    /**
     * @throws InvalidNetworkException if the inner radius is below 0 or not below the outer one
     */
    public Doughnut {
      positive("outer_radius", outer);
      if (!(inner >= 0 && inner < outer)) {
        throw new InvalidNetworkException(
            "mask.inner_radius", inner + " mm", "0 mm or more, and less than outer_radius");
      }
    }

    @Override
    public String shape() {
      return "doughnut";
    }

    @Override
    public void describe(Words words) {
      words.length("inner_radius", inner);
      words.length("outer_radius", outer);
    }

    @Override
    public boolean has(int dimensions) {
      return dimensions < 3;
    }

    @Override
    public boolean covers(double[] way) {
      double square = square(way);
      return square > inner * inner * SLACK && square <= outer * outer * SLACK;
    }

    @Override
    public Interval along(int axis) {
      return new Interval(-outer, outer);
    }

    @Override
    public Interval distance() {
      return new Interval(inner, outer);
    }
  }

  /**
   * An ellipse around the source.
   *
   * @param major length of the axis along x before it is turned [mm]
   * @param minor length of the other one [mm]
   * @param angle by which it is turned against the clock [rad]
   */
  record Elliptical(double major, double minor, double angle) implements Mask {

    /**
     * @throws InvalidNetworkException if an axis is not above 0, or the minor one the longer one
     */
    public Elliptical {
      positive("minor_axis", minor);
      positive("major_axis", major);
      if (minor > major || !Double.isFinite(angle)) {
        throw new InvalidNetworkException(
            "mask.minor_axis", minor + " mm", "at most the major axis, " + major + " mm");
      }
    }

    @Override
    public String shape() {
      return "elliptical";
    }

    @Override
    public void describe(Words words) {
      words.length("major_axis", major);
      words.length("minor_axis", minor);
      words.angle("azimuth_angle", angle);
    }

    @Override
    public boolean has(int dimensions) {
      return dimensions == 2;
    }

    @Override
    public boolean covers(double[] way) {
      double cosine = StrictMath.cos(angle);
      double sine = StrictMath.sin(angle);
      double x = 2 * (way[0] * cosine + way[1] * sine) / major;
      double y = 2 * (way[1] * cosine - way[0] * sine) / minor;
      return x * x + y * y <= SLACK;
    }

    @Override
    public Interval along(int axis) {
      return new Interval(-0.5 * major, 0.5 * major);
    }

    @Override
    public Interval distance() {
      return new Interval(0, 0.5 * major);
    }
  }

  /**
   * A rectangle, on a line a piece; {@code box} in space.
   *
   * @param lowerLeft the corner with the lowest coordinates, from the source [mm]
   * @param upperRight the corner with the highest [mm]
   */
  record Corners(double[] lowerLeft, double[] upperRight) implements Mask {

    /**
     * @throws InvalidNetworkException if a coordinate of the second is not above that of the first
     */
    public Corners {
      lowerLeft = lowerLeft.clone();
      upperRight = upperRight.clone();
      if (lowerLeft.length != upperRight.length) {
        throw new InvalidNetworkException(
            "mask.upper_right",
            upperRight.length + " coordinates",
            lowerLeft.length + ", as in lower_left");
      }
      for (int axis = 0; axis < lowerLeft.length; axis++) {
        if (!(lowerLeft[axis] < upperRight[axis])) {
          throw new InvalidNetworkException(
              "mask.upper_right",
              upperRight[axis] + " mm, not above " + lowerLeft[axis] + " mm",
              "coordinates above those of lower_left");
        }
      }
    }

    @Override
    public String shape() {
      return lowerLeft.length == 3 ? "box" : "rectangular";
    }

    @Override
    public void describe(Words words) {
      words.length("lower_left", lowerLeft.clone());
      words.length("upper_right", upperRight.clone());
    }

    @Override
    public Mask turned() {
      return new Corners(negative(upperRight), negative(lowerLeft));
    }

    private static double[] negative(double[] corner) {
      return Arrays.stream(corner).map(along -> 0 - along).toArray();
    }

    @Override
    public boolean has(int dimensions) {
      return dimensions == lowerLeft.length;
    }

    @Override
    public boolean covers(double[] way) {
      for (int axis = 0; axis < way.length; axis++) {
        double slack = (upperRight[axis] - lowerLeft[axis]) * (SLACK - 1);
        if (way[axis] < lowerLeft[axis] - slack || way[axis] > upperRight[axis] + slack) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Interval along(int axis) {
      return new Interval(lowerLeft[axis], upperRight[axis]);
    }

    @Override
    public Interval distance() {
      double squares = 0;
      for (int axis = 0; axis < lowerLeft.length; axis++) {
        Interval along = along(axis);
        double most = Math.max(Math.abs(along.low()), Math.abs(along.high()));
        squares += most * most;
      }
      return new Interval(0, Math.sqrt(squares));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Corners that
          && Arrays.equals(lowerLeft, that.lowerLeft)
          && Arrays.equals(upperRight, that.upperRight);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(lowerLeft) + Arrays.hashCode(upperRight);
    }
  }
}
