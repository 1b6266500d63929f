package org.hillock.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the neurons of a population are: on a line, in a plane or in space. Immutable.
 *
 * <p>The distance of two neurons is Euclidean. Along a line it is |x₁ - x₀|, with nothing squared
 * on the way, so that it is as exact as the coordinates. Where borders are periodic, what leaves an
 * extent on one side comes in on the other, and the way between two neurons is the shortest there
 * is: no more than half the extent along each axis.
 */
public final class Positions {

  /** Space has no more. */
  public static final int MAX_DIMENSIONS = 3;

  private final int size;
  private final int dimensions;
  private final Arrangement arrangement;

  /** What repeats itself, or null if borders are borders. */
  private final @Nullable Extent period;

  private Positions(int size, int dimensions, Arrangement arrangement, @Nullable Extent period) {
    this.size = size;
    this.dimensions = dimensions;
    this.arrangement = arrangement;
    this.period = period;
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
    for (double coordinate : coordinates) {
      if (!Double.isFinite(coordinate)) {
        throw new InvalidNetworkException("positions", coordinate + " mm", "finite coordinates");
      }
    }
    Arrangement listed = new Arrangement.Listed(dimensions, coordinates);
    return new Positions(points.length, dimensions, listed, null);
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
    Arrangement row = new Arrangement.Row(size, from.clone(), to.clone());
    return new Positions(size, dimensions, row, null);
  }

  /**
   * Neurons on a lattice, in the middles of equal boxes that fill an extent: along the first axis
   * first, then along the second, then along the third, from low coordinates to high.
   *
   * @param shape number of neurons along each axis, as many as the extent has
   * @param extent what they fill
   * @throws InvalidNetworkException if a number is below 1, or the axes do not fit
   */
  public static Positions grid(int[] shape, Extent extent) {
    if (shape.length != extent.dimensions()) {
      throw new InvalidNetworkException(
          "positions.grid",
          shape.length + " numbers for an extent of " + extent.dimensions(),
          "as many as the extent has lengths");
    }
    long size = 1;
    for (int count : shape) {
      if (count < 1 || (size *= count) > Integer.MAX_VALUE) {
        throw new InvalidNetworkException(
            "positions.grid",
            count < 1 ? count + " neurons" : "too many",
            "1 or more on each axis");
      }
    }
    return new Positions(
        (int) size, shape.length, new Arrangement.Grid(shape.clone(), extent), null);
  }

  /**
   * Neurons in places that are drawn uniformly from an extent.
   *
   * @param size number of neurons
   * @param extent where they are
   * @param seed key of the random numbers
   * @param population the place of the population in the network
   */
  public static Positions random(int size, Extent extent, long seed, int population) {
    if (size < 1) {
      throw new InvalidNetworkException("positions", size + " neurons", "1 or more");
    }
    Arrangement drawn = Arrangement.Random.draw(size, extent, seed, population);
    return new Positions(size, extent.dimensions(), drawn, null);
  }

  /**
   * The same positions in an extent whose borders are periodic ({@code edge_wrap} in NEST).
   *
   * @throws InvalidNetworkException if a neuron is not in it
   */
  public Positions wrapped(Extent extent) {
    if (extent.dimensions() != dimensions) {
      throw new InvalidNetworkException(
          "positions.extent", extent.dimensions() + " lengths", dimensions + ", one for each axis");
    }
    for (int neuron = 0; neuron < size; neuron++) {
      for (int axis = 0; axis < dimensions; axis++) {
        if (!extent.contains(axis, coordinate(neuron, axis))) {
          throw new InvalidNetworkException(
              "positions.extent",
              "neuron " + neuron + " at " + coordinate(neuron, axis) + " mm, outside of it",
              "an extent around all neurons, or another center");
        }
      }
    }
    return new Positions(size, dimensions, arrangement, extent);
  }

  /** Number of neurons. */
  public int size() {
    return size;
  }

  /** Number of coordinates of each neuron, 1 to 3. */
  public int dimensions() {
    return dimensions;
  }

  /** By what rule neurons got their places. */
  public Arrangement arrangement() {
    return arrangement;
  }

  /** What repeats itself in all directions, or null if borders are borders. */
  public @Nullable Extent period() {
    return period;
  }

  /** A coordinate of a neuron [mm]. */
  public double coordinate(int neuron, int axis) {
    return arrangement.coordinate(neuron, axis);
  }

  /**
   * How far it is along an axis from a neuron to one of another population, or of the same [mm],
   * with the sign of the direction.
   *
   * @param neuron which of these
   * @param others positions of as many dimensions and with the same borders
   * @param other which of those
   */
  public double displacement(int neuron, Positions others, int other, int axis) {
    double way = others.coordinate(other, axis) - coordinate(neuron, axis);
    if (period == null) {
      return way;
    }
    double length = period.length(axis);
    return way - length * Math.rint(way / length);
  }

  /**
   * How far a neuron is from one of another population, or of the same [mm].
   *
   * @param neuron which of these
   * @param others positions of as many dimensions and with the same borders
   * @param other which of those
   */
  public double distance(int neuron, Positions others, int other) {
    if (dimensions == 1) {
      return Math.abs(displacement(neuron, others, other, 0));
    }
    double squares = 0;
    for (int axis = 0; axis < dimensions; axis++) {
      double way = displacement(neuron, others, other, axis);
      squares += way * way;
    }
    return Math.sqrt(squares);
  }

  /**
   * Checks that there is a distance to neurons of another population.
   *
   * @param where what to blame
   * @throws InvalidNetworkException if they have other numbers of coordinates, or other borders
   */
  public void checkLeadTo(Positions others, String where) {
    if (others.dimensions != dimensions) {
      throw new InvalidNetworkException(
          where,
          "a distance from " + dimensions + " to " + others.dimensions + " dimensions",
          "positions of as many dimensions");
    }
    if (!Objects.equals(period, others.period)) {
      throw new InvalidNetworkException(
          where,
          "a distance between positions whose borders are not the same",
          "the same extent, center and edge_wrap for both populations");
    }
  }

  /** The smallest coordinate of neurons {@code from} to {@code to - 1} along an axis [mm]. */
  public double low(int axis, int from, int to) {
    return arrangement.low(axis, from, to);
  }

  /** The largest coordinate of neurons {@code from} to {@code to - 1} along an axis [mm]. */
  public double high(int axis, int from, int to) {
    return arrangement.high(axis, from, to);
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Positions that)
        || dimensions != that.dimensions
        || size != that.size
        || !Objects.equals(period, that.period)) {
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
