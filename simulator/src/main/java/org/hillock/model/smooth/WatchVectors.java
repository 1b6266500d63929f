package org.hillock.model.smooth;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * What {@link Watch} looks at, by vectors. Each result is not a number if any of its numbers is.
 */
final class WatchVectors {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private WatchVectors() {}

  /** How many numbers fill whole vectors. */
  static int done(int count) {
    return LANES.loopBound(count);
  }

  /** The largest number; -infinity if there is none. */
  static double largest(int end, double[] x) {
    DoubleVector most = DoubleVector.broadcast(LANES, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < end; i += LANES.length()) {
      most = most.max(DoubleVector.fromArray(LANES, x, i));
    }
    return most.reduceLanes(VectorOperators.MAX);
  }

  static double largestSize(int end, double[] x) {
    DoubleVector most = DoubleVector.zero(LANES);
    for (int i = 0; i < end; i += LANES.length()) {
      most = most.max(DoubleVector.fromArray(LANES, x, i).abs());
    }
    return most.reduceLanes(VectorOperators.MAX);
  }

  static double largestDifference(int end, double[] x, double[] y) {
    DoubleVector most = DoubleVector.broadcast(LANES, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < end; i += LANES.length()) {
      most = most.max(DoubleVector.fromArray(LANES, x, i).sub(DoubleVector.fromArray(LANES, y, i)));
    }
    return most.reduceLanes(VectorOperators.MAX);
  }
}
