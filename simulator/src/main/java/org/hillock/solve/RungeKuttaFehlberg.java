package org.hillock.solve;

/**
 * One step of the Runge-Kutta method of order 4 and 5 of Fehlberg (1969, NASA TR R-315, table III;
 * Hairer, Nørsett and Wanner 1993, table II.5.1) for many independent systems, each with a step of
 * its own. The result of order 5 goes on; the difference to that of order 4 is the error of the
 * step, of order 5 in its length.
 *
 * <p>Loops run over systems, are plain, and have no case in them, so the compiler makes vector
 * instructions of them; each system's numbers do not depend on which others it is computed with.
 * For one thread.
 */
public final class RungeKuttaFehlberg {

  private static final double[][] A = {
    {1.0 / 4},
    {3.0 / 32, 9.0 / 32},
    {1932.0 / 2197, -7200.0 / 2197, 7296.0 / 2197},
    {439.0 / 216, -8, 3680.0 / 513, -845.0 / 4104},
    {-8.0 / 27, 2, -3544.0 / 2565, 1859.0 / 4104, -11.0 / 40}
  };

  /** Weights of order 5; that of the second stage is 0. */
  private static final double[] B = {
    16.0 / 135, 0, 6656.0 / 12825, 28561.0 / 56430, -9.0 / 50, 2.0 / 55
  };

  /** Weights of order 5 less those of order 4. */
  private static final double[] E = {
    1.0 / 360, 0, -128.0 / 4275, -2197.0 / 75240, 1.0 / 50, 2.0 / 55
  };

  private final int variables;
  private final double[][][] k;
  private final double[][] stage;

  /**
   * @param variables of one system
   * @param capacity most systems of a step
   */
  public RungeKuttaFehlberg(int variables, int capacity) {
    this.variables = variables;
    this.k = new double[6][variables][capacity];
    this.stage = new double[variables][capacity];
  }

  /**
   * Computes a step; y is left as it is.
   *
   * @param count how many systems
   * @param f their equations
   * @param y their variables
   * @param h length of the step of each
   * @param into takes the variables after the step
   * @param error takes the error of each variable
   */
  public void step(
      int count, Derivative f, double[][] y, double[] h, double[][] into, double[][] error) {
    f.of(count, y, k[0]);
    for (int v = 0; v < variables; v++) {
      second(count, y[v], h, k[0][v], stage[v]);
    }
    f.of(count, stage, k[1]);
    for (int v = 0; v < variables; v++) {
      third(count, y[v], h, k[0][v], k[1][v], stage[v]);
    }
    f.of(count, stage, k[2]);
    for (int v = 0; v < variables; v++) {
      fourth(count, y[v], h, k[0][v], k[1][v], k[2][v], stage[v]);
    }
    f.of(count, stage, k[3]);
    for (int v = 0; v < variables; v++) {
      fifth(count, y[v], h, k[0][v], k[1][v], k[2][v], k[3][v], stage[v]);
    }
    f.of(count, stage, k[4]);
    for (int v = 0; v < variables; v++) {
      sixth(count, y[v], h, k[0][v], k[1][v], k[2][v], k[3][v], k[4][v], stage[v]);
    }
    f.of(count, stage, k[5]);
    for (int v = 0; v < variables; v++) {
      last(count, y[v], h, k[0][v], k[2][v], k[3][v], k[4][v], k[5][v], into[v]);
      error(count, h, k[0][v], k[2][v], k[3][v], k[4][v], k[5][v], error[v]);
    }
  }

  /** The derivative of a variable at the beginning of the last step. */
  public double[] slope(int variable) {
    return k[0][variable];
  }

  private static void second(int n, double[] y, double[] h, double[] k1, double[] into) {
    for (int i = 0; i < n; i++) {
      into[i] = y[i] + h[i] * (A[0][0] * k1[i]);
    }
  }

  private static void third(
      int n, double[] y, double[] h, double[] k1, double[] k2, double[] into) {
    double a1 = A[1][0];
    double a2 = A[1][1];
    for (int i = 0; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i] + a2 * k2[i]);
    }
  }

  private static void fourth(
      int n, double[] y, double[] h, double[] k1, double[] k2, double[] k3, double[] into) {
    double a1 = A[2][0];
    double a2 = A[2][1];
    double a3 = A[2][2];
    for (int i = 0; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i] + a2 * k2[i] + a3 * k3[i]);
    }
  }

  private static void fifth(
      int n,
      double[] y,
      double[] h,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] k4,
      double[] into) {
    double a1 = A[3][0];
    double a2 = A[3][1];
    double a3 = A[3][2];
    double a4 = A[3][3];
    for (int i = 0; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i] + a2 * k2[i] + a3 * k3[i] + a4 * k4[i]);
    }
  }

  private static void sixth(
      int n,
      double[] y,
      double[] h,
      double[] k1,
      double[] k2,
      double[] k3,
      double[] k4,
      double[] k5,
      double[] into) {
    double a1 = A[4][0];
    double a2 = A[4][1];
    double a3 = A[4][2];
    double a4 = A[4][3];
    double a5 = A[4][4];
    for (int i = 0; i < n; i++) {
      into[i] = y[i] + h[i] * (a1 * k1[i] + a2 * k2[i] + a3 * k3[i] + a4 * k4[i] + a5 * k5[i]);
    }
  }

  private static void last(
      int n,
      double[] y,
      double[] h,
      double[] k1,
      double[] k3,
      double[] k4,
      double[] k5,
      double[] k6,
      double[] into) {
    double b1 = B[0];
    double b3 = B[2];
    double b4 = B[3];
    double b5 = B[4];
    double b6 = B[5];
    for (int i = 0; i < n; i++) {
      into[i] = y[i] + h[i] * (b1 * k1[i] + b3 * k3[i] + b4 * k4[i] + b5 * k5[i] + b6 * k6[i]);
    }
  }

  private static void error(
      int n,
      double[] h,
      double[] k1,
      double[] k3,
      double[] k4,
      double[] k5,
      double[] k6,
      double[] into) {
    double e1 = E[0];
    double e3 = E[2];
    double e4 = E[3];
    double e5 = E[4];
    double e6 = E[5];
    for (int i = 0; i < n; i++) {
      into[i] = h[i] * (e1 * k1[i] + e3 * k3[i] + e4 * k4[i] + e5 * k5[i] + e6 * k6[i]);
    }
  }
}
