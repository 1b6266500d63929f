package org.hillock.lif;

import java.util.Arrays;

/**
 * A number for each neuron of a block, or one for all: neuron i has element i times the stride.
 *
 * @param values an element a neuron, or as many equal ones as a vector has lanes
 * @param stride 1, or 0 where all neurons have the same
 */
record Column(double[] values, int stride) {

  /** More lanes than any vector of doubles has. */
  static final int MOST_LANES = 32;

  /** Takes over a number for each neuron. */
  static Column of(double[] each) {
    for (double value : each) {
      if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(each[0])) {
        return new Column(each, 1);
      }
    }
    double[] lanes = new double[MOST_LANES];
    Arrays.fill(lanes, each.length == 0 ? 0 : each[0]);
    return new Column(lanes, 0);
  }

  double at(int neuron) {
    return values[neuron * stride];
  }
}
