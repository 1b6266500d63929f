package org.hillock.lif;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A number for each neuron of a block, or one for all: neuron i has element i times the stride.
 *
 * @param values an element a neuron, or as many equal ones as a vector has lanes
 * @param stride 1, or 0 where all neurons have the same
 */
record Column(double[] values, int stride) {

  /** More lanes than any vector of doubles has. */
  static final int MOST_LANES = 32;

  /**
   * The numbers of some neurons.
   *
   * @param size how many, at least 1
   * @param number of each
   */
  static Column of(int size, IntToDoubleFunction number) {
    Draft draft = new Draft(size, number.applyAsDouble(0));
    for (int i = 1; i < size; i++) {
      draft.set(i, number.applyAsDouble(i));
    }
    return draft.column();
  }

  double at(int neuron) {
    return values[neuron * stride];
  }

  /** A column that is being filled: it takes memory from the first number on that differs. */
  static final class Draft {
    private final int size;
    private final double first;
    private double @Nullable [] each;

    /**
     * @param size number of neurons
     * @param first the number of the first
     */
    Draft(int size, double first) {
      this.size = size;
      this.first = first;
    }

    /** Sets the number of a neuron; neurons come in order. */
    void set(int neuron, double value) {
      if (each == null && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(first)) {
        each = new double[size];
        Arrays.fill(each, 0, neuron, first);
      }
      if (each != null) {
        each[neuron] = value;
      }
    }

    Column column() {
      if (each != null) {
        return new Column(each, 1);
      }
      double[] lanes = new double[MOST_LANES];
      Arrays.fill(lanes, first);
      return new Column(lanes, 0);
    }
  }
}
