package org.hillock.stdp;

import org.hillock.model.Decay;

/**
 * A chain of coupled variables, as of beakers of growing size joined by ever narrower tubes, and
 * the exact motion of their levels (Benna and Fusi 2016, Nat Neurosci 19:1697):
 *
 * <pre>
 *   C_k du_k/dt = g_(k-1) (u_(k-1) - u_k) + g_k (u_(k+1) - u_k),   g_0 = 0, u_(m+1) = 0
 *   C_k = n^(k-1),   g_k = n^-(k-1)/tau,   k = 1, ..., m
 * </pre>
 *
 * <p>Times sqrt(C_k), the levels obey a symmetric matrix A = Q D Q', so that u(t) follows from u by
 * n^(..) Q exp(D t) Q': every mode decays at a rate of its own. Q and D are found by the rotations
 * of Jacobi (1846), which keep the slow modes as exact as the fast ones, in an order that is always
 * the same. Immutable.
 */
final class Cascade {

  /** Sweeps over all pairs; each squares what is left beside the diagonal once that is small. */
  private static final int SWEEPS = 60;

  private final int size;

  /** What a mode decays with [1/ms]; below 0. */
  private final double[] rates;

  /** Mode j in terms of level i, and level i in terms of mode j: both at i size + j. */
  private final double[] toModes;

  private final double[] toLevels;

  /**
   * @param size m
   * @param ratio n
   * @param tau [ms]
   */
  Cascade(int size, double ratio, double tau) {
    this.size = size;
    double[][] a = new double[size][size];
    double[][] q = new double[size][size];
    double[] root = new double[size];
    for (int k = 0; k < size; k++) {
      root[k] = Math.sqrt(StrictMath.pow(ratio, k));
      q[k][k] = 1;
      double outflow = StrictMath.pow(ratio, -k) / tau;
      a[k][k] -= outflow / (root[k] * root[k]);
      if (k + 1 < size) {
        double next = Math.sqrt(StrictMath.pow(ratio, k + 1));
        a[k + 1][k + 1] -= outflow / (next * next);
        a[k][k + 1] = outflow / (root[k] * next);
        a[k + 1][k] = a[k][k + 1];
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < size; i++) {
        for (int j = i + 1; j < size; j++) {
          rotate(a, q, i, j);
        }
      }
    }
    this.rates = new double[size];
    this.toModes = new double[size * size];
    this.toLevels = new double[size * size];
    for (int j = 0; j < size; j++) {
      rates[j] = Math.min(0, a[j][j]);
      for (int i = 0; i < size; i++) {
        toModes[i * size + j] = q[i][j] * root[i];
        toLevels[i * size + j] = q[i][j] / root[i];
      }
    }
  }

  /** Turns the plane of i and j so that nothing is left at (i, j). */
  private static void rotate(double[][] a, double[][] q, int i, int j) {
    if (a[i][j] == 0) {
      return;
    }
    double theta = (a[j][j] - a[i][i]) / (2 * a[i][j]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    double moved = tangent * a[i][j];
    a[i][i] -= moved;
    a[j][j] += moved;
    a[i][j] = 0;
    a[j][i] = 0;
    for (int k = 0; k < a.length; k++) {
      if (k != i && k != j) {
        double before = a[k][i];
        a[k][i] = cosine * before - sine * a[k][j];
        a[k][j] = sine * before + cosine * a[k][j];
        a[i][k] = a[k][i];
        a[j][k] = a[k][j];
      }
      double mode = q[k][i];
      q[k][i] = cosine * mode - sine * q[k][j];
      q[k][j] = sine * mode + cosine * q[k][j];
    }
  }

  /** Lets time pass [ms]: the levels of one synapse, an array a variable. */
  void relax(double[][] levels, int synapse, double time) {
    double[] modes = new double[size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        modes[j] += toModes[i * size + j] * levels[i][synapse];
      }
      modes[j] *= Decay.exp(rates[j] * time);
    }
    for (int i = 0; i < size; i++) {
      double level = 0;
      for (int j = 0; j < size; j++) {
        level += toLevels[i * size + j] * modes[j];
      }
      levels[i][synapse] = level;
    }
  }
}
