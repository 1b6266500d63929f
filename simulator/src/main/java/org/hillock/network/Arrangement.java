package org.hillock.network;

import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * By what rule neurons got their places. Who must tell them apart, as who writes them to a file,
 * gives {@link #accept} its {@link Cases}.
 */
public sealed interface Arrangement {

  /**
   * What to do with each arrangement.
   *
   * @param <R> what comes of it
   */
  interface Cases<R extends @Nullable Object> {

    /** Places one by one. */
    R listed(Listed listed);

    /** At equal distances on a straight line. */
    R row(Row row);

    /** On a lattice. */
    R grid(Grid grid);

    /** Drawn at random. */
    R random(Random random);
  }

  /** A coordinate of a neuron [mm]. */
  double coordinate(int neuron, int axis);

  /** The smallest coordinate of neurons {@code from} to {@code to - 1} along an axis [mm]. */
  default double low(int axis, int from, int to) {
    double low = Double.POSITIVE_INFINITY;
    for (int neuron = from; neuron < to; neuron++) {
      low = Math.min(low, coordinate(neuron, axis));
    }
    return low;
  }

  /** The largest coordinate of neurons {@code from} to {@code to - 1} along an axis [mm]. */
  default double high(int axis, int from, int to) {
    double high = Double.NEGATIVE_INFINITY;
    for (int neuron = from; neuron < to; neuron++) {
      high = Math.max(high, coordinate(neuron, axis));
    }
    return high;
  }

  /** Does what is to be done with this arrangement. */
  <R extends @Nullable Object> R accept(Cases<R> cases);

  /**
   * Places one by one.
   *
   * @param dimensions coordinates of each neuron
   * @param coordinates those of the first neuron, then those of the second, and so on [mm]
   */
  record Listed(int dimensions, double[] coordinates) implements Arrangement {
    @Override
    public double coordinate(int neuron, int axis) {
      return coordinates[neuron * dimensions + axis];
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.listed(this);
    }
  }

  /**
   * At equal distances on a straight line: computed when they are asked for, so that a row of any
   * length takes no memory.
   *
   * @param size number of neurons
   * @param from where the first is [mm]
   * @param to where the last is [mm]
   */
  record Row(int size, double[] from, double[] to) implements Arrangement {
    @Override
    public double coordinate(int neuron, int axis) {
      double first = from[axis];
      double last = to[axis];
      if (neuron == 0 || neuron == size - 1) {
        return neuron == 0 ? first : last;
      }
      return first + (last - first) * neuron / (size - 1);
    }

    @Override
    public double low(int axis, int begin, int end) {
      return Math.min(coordinate(begin, axis), coordinate(end - 1, axis));
    }

    @Override
    public double high(int axis, int begin, int end) {
      return Math.max(coordinate(begin, axis), coordinate(end - 1, axis));
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.row(this);
    }
  }

  /**
   * In the middles of equal boxes that fill an extent: the neurons of a line along the first axis
   * follow each other, then lines along the second, then layers along the third, all from low
   * coordinates to high. (NEST goes down column by column from the top left.)
   *
   * @param shape number of neurons along each axis
   * @param extent what they fill
   */
  record Grid(int[] shape, Extent extent) implements Arrangement {
    @Override
    public double coordinate(int neuron, int axis) {
      int rest = neuron;
      for (int before = 0; before < axis; before++) {
        rest /= shape[before];
      }
      int place = rest % shape[axis];
      return extent.low(axis) + extent.length(axis) * (place + 0.5) / shape[axis];
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.grid(this);
    }
  }

  /**
   * Each coordinate drawn uniformly from an extent, for each neuron from numbers of its own: they
   * depend on the seed, the population's place in the network and the neuron, and on nothing else.
   *
   * @param extent where they are
   * @param coordinates what was drawn, neuron by neuron [mm]
   */
  record Random(Extent extent, double[] coordinates) implements Arrangement {

    static Random draw(int size, Extent extent, long seed, int population) {
      int dimensions = extent.dimensions();
      double[] coordinates = new double[Math.multiplyExact(size, dimensions)];
      RandomStream stream = new RandomStream(seed);
      for (int neuron = 0; neuron < size; neuron++) {
        stream.at(Purpose.POSITION, population, neuron);
        for (int axis = 0; axis < dimensions; axis++) {
          coordinates[neuron * dimensions + axis] =
              extent.low(axis) + extent.length(axis) * stream.nextDouble();
        }
      }
      return new Random(extent, coordinates);
    }

    @Override
    public double coordinate(int neuron, int axis) {
      return coordinates[neuron * extent.dimensions() + axis];
    }

    @Override
    public <R extends @Nullable Object> R accept(Cases<R> cases) {
      return cases.random(this);
    }
  }
}
