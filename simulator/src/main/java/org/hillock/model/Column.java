package org.hillock.model;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * A number for each neuron of a block, or one for all: neuron i has element i times the stride.
 *
 * @param values an element a neuron, or as many equal ones as a vector has lanes
 * @param stride 1, or 0 where all neurons have the same
 */
public record Column(double[] values, int stride) {

  /** More lanes than any vector of doubles has. */
  public static final int MOST_LANES = 32;

  /** The same number for all. */
  public static Column of(double number) {
    double[] lanes = new double[MOST_LANES];
    Arrays.fill(lanes, number);
    return new Column(lanes, 0);
  }

  /** The same with an element for each of so many neurons. */
  public Column expanded(int size) {
    if (stride == 1) {
      return this;
    }
    double[] each = new double[size];
    Arrays.fill(each, values[0]);
    return new Column(each, 1);
  }

  /** Whether any of the numbers is of a kind. */
  public boolean any(DoublePredicate kind) {
    return Arrays.stream(values).anyMatch(kind);
  }

  /** The number of a neuron. */
  public double at(int neuron) {
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
      return each == null ? of(first) : new Column(each, 1);
    }
  }
}
