package org.hillock.solve;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector twin of {@link Combinations}; each returns how many were done, from the first on. */
final class CombinationVectors {

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;

  private CombinationVectors() {}

  static int one(int n, double[] y, double[] h, double[] a, double[] k1, double[] into) {
    int end = LANES.loopBound(n);
    double a1 = a[0];
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector sum = DoubleVector.fromArray(LANES, k1, i).mul(a1);
      sum.mul(DoubleVector.fromArray(LANES, h, i))
          .add(DoubleVector.fromArray(LANES, y, i))
          .intoArray(into, i);
    }
    return end;
  }

  static int two(
      int n, double[] y, double[] h, double[] a, double[] k1, double[] k2, double[] into) {
    int end = LANES.loopBound(n);
    double a1 = a[0];
    double a2 = a[1];
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector sum = DoubleVector.fromArray(LANES, k1, i).mul(a1);
      sum = sum.add(DoubleVector.fromArray(LANES, k2, i).mul(a2));
      sum.mul(DoubleVector.fromArray(LANES, h, i))
          .add(DoubleVector.fromArray(LANES, y, i))
          .intoArray(into, i);
    }
    return end;
  }

  static int three(
      int n,
      double[] y,
      double[] h,
      double[] a,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] into) {
    int end = LANES.loopBound(n);
    double a1 = a[0];
    double a2 = a[1];
    double a3 = a[2];
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector sum = DoubleVector.fromArray(LANES, k1, i).mul(a1);
      sum = sum.add(DoubleVector.fromArray(LANES, k2, i).mul(a2));
      sum = sum.add(DoubleVector.fromArray(LANES, k3, i).mul(a3));
      sum.mul(DoubleVector.fromArray(LANES, h, i))
          .add(DoubleVector.fromArray(LANES, y, i))
          .intoArray(into, i);
    }
    return end;
  }

  static int four(
      int n,
      double[] y,
      double[] h,
      double[] a,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] k4,
      double[] into) {
    int end = LANES.loopBound(n);
    double a1 = a[0];
    double a2 = a[1];
    double a3 = a[2];
    double a4 = a[3];
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector sum = DoubleVector.fromArray(LANES, k1, i).mul(a1);
      sum = sum.add(DoubleVector.fromArray(LANES, k2, i).mul(a2));
      sum = sum.add(DoubleVector.fromArray(LANES, k3, i).mul(a3));
      sum = sum.add(DoubleVector.fromArray(LANES, k4, i).mul(a4));
      sum.mul(DoubleVector.fromArray(LANES, h, i))
          .add(DoubleVector.fromArray(LANES, y, i))
          .intoArray(into, i);
    }
    return end;
  }

  static int five(
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
    int end = LANES.loopBound(n);
    double a1 = a[0];
    double a2 = a[1];
    double a3 = a[2];
    double a4 = a[3];
    double a5 = a[4];
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector sum = DoubleVector.fromArray(LANES, k1, i).mul(a1);
      sum = sum.add(DoubleVector.fromArray(LANES, k2, i).mul(a2));
      sum = sum.add(DoubleVector.fromArray(LANES, k3, i).mul(a3));
      sum = sum.add(DoubleVector.fromArray(LANES, k4, i).mul(a4));
      sum = sum.add(DoubleVector.fromArray(LANES, k5, i).mul(a5));
      sum.mul(DoubleVector.fromArray(LANES, h, i))
          .add(DoubleVector.fromArray(LANES, y, i))
          .intoArray(into, i);
    }
    return end;
  }

  static int difference(
      int n,
      double[] h,
      double[] a,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] k4,
      double[] k5,
      double[] into) {
    int end = LANES.loopBound(n);
    double a1 = a[0];
    double a2 = a[1];
    double a3 = a[2];
    double a4 = a[3];
    double a5 = a[4];
    for (int i = 0; i < end; i += LANES.length()) {
      DoubleVector sum = DoubleVector.fromArray(LANES, k1, i).mul(a1);
      sum = sum.add(DoubleVector.fromArray(LANES, k2, i).mul(a2));
      sum = sum.add(DoubleVector.fromArray(LANES, k3, i).mul(a3));
      sum = sum.add(DoubleVector.fromArray(LANES, k4, i).mul(a4));
      sum = sum.add(DoubleVector.fromArray(LANES, k5, i).mul(a5));
      sum.mul(DoubleVector.fromArray(LANES, h, i)).intoArray(into, i);
    }
    return end;
  }
}
