package org.hillock.network;

import java.util.Arrays;

/**
 * A part of space with straight borders, in which neurons are: a piece of a line, a rectangle, or a
 * box. The word is that of NEST's {@code nest.spatial}.
 *
 * @param lengths how long it is along each axis [mm], above 0: one to three
 * @param center its middle [mm], with as many coordinates
 */
public record Extent(double[] lengths, double[] center) {

  /**
   * @throws InvalidNetworkException if a length is not above 0, or the numbers of coordinates are
   *     not the same
   */
  public Extent {
    lengths = lengths.clone();
    center = center.clone();
    if (lengths.length < 1 || lengths.length > Positions.MAX_DIMENSIONS) {
      throw new InvalidNetworkException(
          "positions.extent", lengths.length + " lengths", "one to three, one for each dimension");
    }
    for (double length : lengths) {
      if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
        throw new InvalidNetworkException("positions.extent", length + " mm", "more than 0 mm");
      }
    }
    if (center.length != lengths.length) {
      throw new InvalidNetworkException(
          "positions.center",
          center.length + " coordinates",
          "as many as the extent has lengths, " + lengths.length);
    }
    for (double coordinate : center) {
      if (!Double.isFinite(coordinate)) {
        throw new InvalidNetworkException(
            "positions.center", coordinate + " mm", "finite coordinates");
      }
    }
  }

  /** Around the origin. */
  public static Extent of(double... lengths) {
    return new Extent(lengths, new double[lengths.length]);
  }

  /** Copies them. */
  @Override
  public double[] lengths() {
    return lengths.clone();
  }

  /** Copies it. */
  @Override
  public double[] center() {
    return center.clone();
  }

  /** Number of axes, 1 to 3. */
  public int dimensions() {
    return lengths.length;
  }

  /** How long it is along an axis [mm]. */
  public double length(int axis) {
    return lengths[axis];
  }

  /** Where it begins along an axis [mm]. */
  public double low(int axis) {
    return center[axis] - 0.5 * lengths[axis];
  }

  /** Whether a coordinate lies in it, but for rounding. */
  boolean contains(int axis, double coordinate) {
    return Math.abs(coordinate - center[axis]) <= 0.5 * lengths[axis] * (1 + 1e-9);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Extent that
        && Arrays.equals(lengths, that.lengths)
        && Arrays.equals(center, that.center);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lengths) + Arrays.hashCode(center);
  }
}
