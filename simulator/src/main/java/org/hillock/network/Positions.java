package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * Where the neurons of a population are: on a line, in a plane or in space. Immutable.
 *
 * <p>The distance of two neurons is Euclidean. Along a line it is |x₁ - x₀|, with nothing squared
 * on the way, so that it is as exact as the coordinates.
 */
public final class Positions {

  /** Space has no more. */
  public static final int MAX_DIMENSIONS = 3;

  private final int size;
  private final int dimensions;

  /**
   * The coordinates of the first neuron, then those of the second, and so on [mm]; none in a row.
   */
  private final double[] coordinates;

  /** Where the neurons of a row are, or null if they are listed one by one. */
  private final @Nullable Row row;

  private Positions(int size, int dimensions, double[] coordinates, @Nullable Row row) {
    this.size = size;
    this.dimensions = dimensions;
    this.coordinates = coordinates;
    this.row = row;
    for (double coordinate : coordinates) {
      if (!Double.isFinite(coordinate)) {
        throw new InvalidNetworkException("positions", coordinate + " mm", "finite coordinates");
      }
    }
  }

  /**
   * Neurons at equal distances on a straight line: they are computed when they are asked for, so
   * that a row of any length takes no memory.
   *
   * @param from where the first is [mm]
   * @param to where the last is [mm]
   */
  private record Row(double[] from, double[] to) {}

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
    return new Positions(points.length, dimensions, coordinates, null);
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
    if (size < 1) {
      throw new InvalidNetworkException("positions", size + " neurons", "1 or more");
    }
    for (int axis = 0; axis < dimensions; axis++) {
      if (!Double.isFinite((to[axis] - from[axis]) * size)) {
        throw new InvalidNetworkException(
            "positions", from[axis] + " mm to " + to[axis] + " mm", "a length that is a number");
      }
    }
    return new Positions(size, dimensions, new double[0], new Row(from.clone(), to.clone()));
  }

  /** Number of neurons. */
  public int size() {
    return size;
  }

  /** Number of coordinates of each neuron, 1 to 3. */
  public int dimensions() {
    return dimensions;
  }

  /** A coordinate of a neuron [mm]. */
  public double coordinate(int neuron, int axis) {
    if (row == null) {
      return coordinates[neuron * dimensions + axis];
    }
    double from = row.from[axis];
    double to = row.to[axis];
    if (neuron == 0 || neuron == size - 1) {
      return neuron == 0 ? from : to;
    }
    return from + (to - from) * neuron / (size - 1);
  }

  /** Whether neurons are at equal distances on a straight line and were given by its ends. */
  public boolean inRow() {
    return row != null;
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
      return Math.abs(others.coordinate(other, 0) - coordinate(neuron, 0));
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
    if (row != null) {
      return Math.min(coordinate(from, axis), coordinate(to - 1, axis));
    }
    double low = Double.POSITIVE_INFINITY;
    for (int neuron = from; neuron < to; neuron++) {
      low = Math.min(low, coordinate(neuron, axis));
    }
    return low;
  }

  /** The largest coordinate of neurons {@code from} to {@code to - 1} along an axis [mm]. */
  public double high(int axis, int from, int to) {
    if (row != null) {
      return Math.max(coordinate(from, axis), coordinate(to - 1, axis));
    }
    double high = Double.NEGATIVE_INFINITY;
    for (int neuron = from; neuron < to; neuron++) {
      high = Math.max(high, coordinate(neuron, axis));
    }
    return high;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Positions that) || dimensions != that.dimensions || size != that.size) {
      return false;
    }
    for (int neuron = 0; neuron < size; neuron++) {
      for (int axis = 0; axis < dimensions; axis++) {
        if (Double.compare(coordinate(neuron, axis), that.coordinate(neuron, axis)) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Of the ends alone: rows and lists of the same places are equal. */
  @Override
  public int hashCode() {
    int hash = 31 * size + dimensions;
    for (int axis = 0; axis < dimensions; axis++) {
      hash = 31 * hash + Double.hashCode(coordinate(0, axis));
      hash = 31 * hash + Double.hashCode(coordinate(size - 1, axis));
    }
    return hash;
  }

  @Override
  public String toString() {
    return size() + " positions in " + dimensions + " dimensions";
  }
}
