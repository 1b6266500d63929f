package org.hillock.solve;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One step of the Runge-Kutta method of order 4 and 5 of Fehlberg (1969, NASA TR R-315, table III;
 * Hairer, Nørsett and Wanner 1993, table II.5.1) for many independent systems, each with a step of
 * its own. The result of order 5 goes on; the difference to that of order 4 is the error of the
 * step, of order 5 in its length.
 *
 * <p>Loops run over systems; each system's numbers do not depend on which others it is computed
 * with. Variables that are not integrated are the {@link Derivative}'s own business: it finds and
 * leaves them among the others. For one thread.
 */
public final class RungeKuttaFehlberg {

  /** The moments at which derivatives are computed, in parts of the step. */
  public static final List<Double> NODES = List.of(0.0, 1.0 / 4, 3.0 / 8, 12.0 / 13, 1.0, 1.0 / 2);

  /** Weights of the earlier derivatives in the states at the moments after the first. */
  private static final double[][] A = {
    {1.0 / 4},
    {3.0 / 32, 9.0 / 32},
    {1932.0 / 2197, -7200.0 / 2197, 7296.0 / 2197},
    {439.0 / 216, -8, 3680.0 / 513, -845.0 / 4104},
    {-8.0 / 27, 2, -3544.0 / 2565, 1859.0 / 4104, -11.0 / 40}
  };

  /** Weights of order 5 of the derivatives; the second has none. */
  private static final double[] B = {
    16.0 / 135, 6656.0 / 12825, 28561.0 / 56430, -9.0 / 50, 2.0 / 55
  };

  /** Weights of order 5 less those of order 4. */
  private static final double[] E = {1.0 / 360, -128.0 / 4275, -2197.0 / 75240, 1.0 / 50, 2.0 / 55};

  private final int[] integrated;
  private final double[][][] k;
  private final double[][] stage;

  /**
   * All variables are integrated.
   *
   * @param variables of one system
   * @param capacity most systems of a step
   */
  public RungeKuttaFehlberg(int variables, int capacity) {
    this(variables, IntStream.range(0, variables).toArray(), capacity);
  }

  /**
   * Some of the variables are integrated.
   *
   * @param variables of one system
   * @param integrated which of them
   * @param capacity most systems of a step
   */
  public RungeKuttaFehlberg(int variables, int[] integrated, int capacity) {
    this.integrated = integrated.clone();
    this.k = new double[6][variables][capacity];
    this.stage = new double[variables][capacity];
  }

  /** The weight of an earlier derivative in the state at a moment; both counted from 0. */
  public static double weight(int moment, int derivative) {
    return A[moment - 1][derivative];
  }

  /** The weight of the derivative at a moment in the result; of order 5. */
  public static double weight(int moment) {
    return moment == 1 ? 0 : B[Math.max(0, moment - 1)];
  }

  /** The weight of the derivative at a moment in the error. */
  public static double errorWeight(int moment) {
    return moment == 1 ? 0 : E[Math.max(0, moment - 1)];
  }

  /**
   * The error that a step estimates for x' = -r x from 1 on.
   *
   * @param z r times the length of the step
   */
  public static double errorOfDecay(double z) {
    double[] k = new double[6];
    for (int moment = 0; moment < 6; moment++) {
      k[moment] = -z * state(1, k, moment);
    }
    return error(k);
  }

  /**
   * The error that a step of length 1 estimates for x in x' = f - r x, f' = -s f, from x = 0 and f
   * = 1 on.
   *
   * @param s times the length of the step
   * @param r times the length of the step
   */
  public static double errorOfFed(double s, double r) {
    double[] feed = new double[6];
    double[] k = new double[6];
    for (int moment = 0; moment < 6; moment++) {
      double f = state(1, feed, moment);
      feed[moment] = -s * f;
      k[moment] = f - r * state(0, k, moment);
    }
    return error(k);
  }

  private static double state(double from, double[] k, int moment) {
    double state = from;
    for (int j = 0; j < moment; j++) {
      state += A[moment - 1][j] * k[j];
    }
    return state;
  }

  private static double error(double[] k) {
    double sum = 0;
    for (int j = 0; j < 6; j++) {
      sum += errorWeight(j) * k[j];
    }
    return sum;
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
    f.of(0, count, y, k[0]);
    for (int v : integrated) {
      Combinations.one(count, y[v], h, A[0], k[0][v], stage[v]);
    }
    f.of(1, count, stage, k[1]);
    for (int v : integrated) {
      Combinations.two(count, y[v], h, A[1], k[0][v], k[1][v], stage[v]);
    }
    f.of(2, count, stage, k[2]);
    for (int v : integrated) {
      Combinations.three(count, y[v], h, A[2], k[0][v], k[1][v], k[2][v], stage[v]);
    }
    f.of(3, count, stage, k[3]);
    for (int v : integrated) {
      Combinations.four(count, y[v], h, A[3], k[0][v], k[1][v], k[2][v], k[3][v], stage[v]);
    }
    f.of(4, count, stage, k[4]);
    for (int v : integrated) {
      Combinations.five(
          count, y[v], h, A[4], k[0][v], k[1][v], k[2][v], k[3][v], k[4][v], stage[v]);
    }
    f.of(5, count, stage, k[5]);
    for (int v : integrated) {
      Combinations.five(count, y[v], h, B, k[0][v], k[2][v], k[3][v], k[4][v], k[5][v], into[v]);
      Combinations.difference(count, h, E, k[0][v], k[2][v], k[3][v], k[4][v], k[5][v], error[v]);
    }
  }

  /** The derivative of a variable at the beginning of the last step. */
  public double[] slope(int variable) {
    return k[0][variable];
  }
}
