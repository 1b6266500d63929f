package org.hillock.network;

import java.util.Arrays;

/**
 * Where the neurons of a population are: on a line, in a plane or in space. Immutable.
 *
 * <p>The distance of two neurons is Euclidean. Along a line it is |x₁ - x₀|, with nothing squared
 * on the way, so that it is as exact as the coordinates.
 */
public final class Positions {

  /** Space has no more. */
  public static final int MAX_DIMENSIONS = 3;

  private final int dimensions;

  /** The coordinates of the first neuron, then those of the second, and so on [mm]. */
  private final double[] coordinates;

  private Positions(int dimensions, double[] coordinates) {
    this.dimensions = dimensions;
    this.coordinates = coordinates;
    for (double coordinate : coordinates) {
      if (!Double.isFinite(coordinate)) {
        throw new InvalidNetworkException("positions", coordinate + " mm", "finite coordinates");
      }
    }
  }

  /**
   * Positions one by one.
   *
   * @param points the coordinates of each neuron [mm]: one to three, as many for all
   * @throws InvalidNetworkException if there is no neuron, or the numbers of coordinates do not fit
   */
  public static Positions of(double[]... points) {
    int dimensions = points.length == 0 ? 0 : points[0].length;
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new InvalidNetworkException(
          "positions",
          points.length == 0 ? "no neuron" : dimensions + " coordinates",
          "one to three coordinates for each neuron");
    }
    double[] coordinates = new double[Math.multiplyExact(points.length, dimensions)];
    for (int neuron = 0; neuron < points.length; neuron++) {
      if (points[neuron].length != dimensions) {
        throw new InvalidNetworkException(
            "positions",
            points[neuron].length + " coordinates for neuron " + neuron,
            dimensions + ", as for neuron 0");
      }
      System.arraycopy(points[neuron], 0, coordinates, neuron * dimensions, dimensions);
    }
    return new Positions(dimensions, coordinates);
  }

  /**
   * Neurons at equal distances on a straight line.
   *
   * @param size number of neurons
   * @param from where the first is [mm]
   * @param to where the last is [mm]; with as many coordinates
   */
  public static Positions between(int size, double[] from, double[] to) {
    int dimensions = of(from, to).dimensions;
    double[] coordinates = new double[Math.multiplyExact(size, dimensions)];
    for (int i = 0; i < coordinates.length; i++) {
      int neuron = i / dimensions;
      int axis = i % dimensions;
      coordinates[i] =
          neuron == 0
              ? from[axis]
              : neuron == size - 1
                  ? to[axis]
                  : from[axis] + (to[axis] - from[axis]) * neuron / (size - 1);
    }
    return new Positions(dimensions, coordinates);
  }

  /** Number of neurons. */
  public int size() {
    return coordinates.length / dimensions;
  }

  /** Number of coordinates of each neuron, 1 to 3. */
  public int dimensions() {
    return dimensions;
  }

  /** A coordinate of a neuron [mm]. */
  public double coordinate(int neuron, int axis) {
    return coordinates[neuron * dimensions + axis];
  }

  /**
   * How far a neuron is from one of another population, or of the same [mm].
   *
   * @param neuron which of these
   * @param others positions of as many dimensions
   * @param other which of those
   */
  public double distance(int neuron, Positions others, int other) {
    if (dimensions == 1) {
      return Math.abs(others.coordinates[other] - coordinates[neuron]);
    }
    double squares = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      double difference = others.coordinate(other, axis) - coordinate(neuron, axis);
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }

  /** The smallest coordinate of neurons {@code from} to {@code to - 1} along an axis [mm]. */
  public double low(int axis, int from, int to) {
    double low = Double.POSITIVE_INFINITY;
    for (int neuron = from; neuron < to; neuron++) {
      low = Math.min(low, coordinate(neuron, axis));
    }
    return low;
  }

  /** The largest coordinate of neurons {@code from} to {@code to - 1} along an axis [mm]. */
  public double high(int axis, int from, int to) {
    double high = Double.NEGATIVE_INFINITY;
    for (int neuron = from; neuron < to; neuron++) {
      high = Math.max(high, coordinate(neuron, axis));
    }
    return high;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Positions that
        && dimensions == that.dimensions
        && Arrays.equals(coordinates, that.coordinates);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(coordinates) + dimensions;
  }

  @Override
  public String toString() {
    return size() + " positions in " + dimensions + " dimensions";
  }
}
