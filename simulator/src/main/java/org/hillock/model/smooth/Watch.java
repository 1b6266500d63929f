package org.hillock.model.smooth;

import org.hillock.vector.Vectors;

/** Tells at a glance whether any of many neurons needs to be looked at. */
final class Watch {

  private static final boolean VECTORS = Vectors.available();

  private Watch() {}

  /** Whether all numbers are at most something, and are numbers. */
  static boolean atMost(int count, double[] x, double most) {
    int done = 0;
    if (VECTORS) {
      done = WatchVectors.done(count);
      if (!(WatchVectors.largest(done, x) <= most)) {
        return false;
      }
    }
    for (int i = done; i < count; i++) {
      if (!(x[i] <= most)) {
        return false;
      }
    }
    return true;
  }

  /** Whether all numbers are below those of another array, and are finite. */
  static boolean below(int count, double[] x, double[] bound) {
    int done = 0;
    if (VECTORS) {
      done = WatchVectors.done(count);
      if (!(WatchVectors.largestDifference(done, x, bound) < 0
          && WatchVectors.largestSize(done, x) < Double.POSITIVE_INFINITY)) {
        return false;
      }
    }
    for (int i = done; i < count; i++) {
      if (!(x[i] < bound[i]) || x[i] == Double.NEGATIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }
}
