package org.hillock.solve;

import org.hillock.vector.Vectors;

/**
 * y + h (a1 k1 + a2 k2 + …) for many independent systems, by vectors and, what does not fill one,
 * without, to the same bits. A loop for each number of terms, since one with a choice in it would
 * take several times as long.
 */
final class Combinations {

  private static final boolean VECTORS = Vectors.available();

  private Combinations() {}

  static void one(int n, double[] y, double[] h, double[] a, double[] k1, double[] into) {
    int done = VECTORS ? CombinationVectors.one(n, y, h, a, k1, into) : 0;
    double a1 = a[0];
    for (int i = done; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i]);
    }
  }

  static void two(
      int n, double[] y, double[] h, double[] a, double[] k1, double[] k2, double[] into) {
    int done = VECTORS ? CombinationVectors.two(n, y, h, a, k1, k2, into) : 0;
    double a1 = a[0];
    double a2 = a[1];
    for (int i = done; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i] + a2 * k2[i]);
    }
  }

  static void three(
      int n,
      double[] y,
      double[] h,
      double[] a,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] into) {
    int done = VECTORS ? CombinationVectors.three(n, y, h, a, k1, k2, k3, into) : 0;
    double a1 = a[0];
    double a2 = a[1];
    double a3 = a[2];
    for (int i = done; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i] + a2 * k2[i] + a3 * k3[i]);
    }
  }

  static void four(
      int n,
      double[] y,
      double[] h,
      double[] a,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] k4,
      double[] into) {
    int done = VECTORS ? CombinationVectors.four(n, y, h, a, k1, k2, k3, k4, into) : 0;
    double a1 = a[0];
    double a2 = a[1];
    double a3 = a[2];
    double a4 = a[3];
    for (int i = done; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i] + a2 * k2[i] + a3 * k3[i] + a4 * k4[i]);
    }
  }

  static void five(
      int n,
      double[] y,
      double[] h,
      double[] a,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] k4,
      double[] k5,
      double[] into) {
    int done = VECTORS ? CombinationVectors.five(n, y, h, a, k1, k2, k3, k4, k5, into) : 0;
    double a1 = a[0];
    double a2 = a[1];
    double a3 = a[2];
    double a4 = a[3];
    double a5 = a[4];
    for (int i = done; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i] + a2 * k2[i] + a3 * k3[i] + a4 * k4[i] + a5 * k5[i]);
    }
  }

  /** The same without y. */
  static void difference(
      int n,
      double[] h,
      double[] a,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] k4,
      double[] k5,
      double[] into) {
    int done = VECTORS ? CombinationVectors.difference(n, h, a, k1, k2, k3, k4, k5, into) : 0;
    double a1 = a[0];
    double a2 = a[1];
    double a3 = a[2];
    double a4 = a[3];
    double a5 = a[4];
    for (int i = done; i < n; i++) {
      into[i] = h[i] * (a1 * k1[i] + a2 * k2[i] + a3 * k3[i] + a4 * k4[i] + a5 * k5[i]);
    }
  }
}
