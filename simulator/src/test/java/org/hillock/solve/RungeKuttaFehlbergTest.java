package org.hillock.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The method against closed forms and against that of Dormand and Prince of Commons Math. */
class RungeKuttaFehlbergTest {

  /** Equations with known solutions, from 0 to 1. */
  enum Known {
    /** y' = -y. */
    DECAY(1) {
      @Override
      void slope(double[][] y, double[][] dy, int i) {
        dy[0][i] = -y[0][i];
      }

      @Override
      double at(double t) {
        return StrictMath.exp(-t);
      }
    },
    /** y' = y (1 - y), y(0) = 1/10, the logistic curve. */
    LOGISTIC(0.1) {
      @Override
      void slope(double[][] y, double[][] dy, int i) {
        dy[0][i] = 4 * y[0][i] * (1 - y[0][i]);
      }

      @Override
      double at(double t) {
        return 1 / (1 + 9 * StrictMath.exp(-4 * t));
      }
    },
    /** y' = 1 + y², the tangent. */
    TANGENT(0) {
      @Override
      void slope(double[][] y, double[][] dy, int i) {
        dy[0][i] = 1 + y[0][i] * y[0][i];
      }

      @Override
      double at(double t) {
        return StrictMath.tan(t);
      }
    };

    private final double start;

    Known(double start) {
      this.start = start;
    }

    abstract void slope(double[][] y, double[][] dy, int i);

    abstract double at(double t);

    /** Largest error on the way; {@code estimate[0]} takes the mean estimate of a step. */
    double error(int steps, double[] estimate) {
      RungeKuttaFehlberg method = new RungeKuttaFehlberg(1, 1);
      double[][] y = {{start}};
      double[][] next = new double[1][1];
      double[][] error = new double[1][1];
      double[] h = {1.0 / steps};
      Derivative f = (moment, count, states, dy) -> slope(states, dy, 0);
      double worst = 0;
      for (int i = 1; i <= steps; i++) {
        method.step(1, f, y, h, next, error);
        y[0][0] = next[0][0];
        estimate[0] += Math.abs(error[0][0]) / steps;
        worst = Math.max(worst, Math.abs(y[0][0] - at(i * h[0])));
      }
      return worst;
    }
  }

  /** Half the step: 1/32 of the error, and of the estimate of each step. */
  @ParameterizedTest
  @EnumSource
  void shouldBeOfOrderFive(Known known) {
    for (int steps : new int[] {32, 64}) {
      double[] coarse = new double[1];
      double[] fine = new double[1];
      double ratio = known.error(steps, coarse) / known.error(2 * steps, fine);
      assertTrue(Math.abs(log2(ratio) - 5) < 0.35, known + ": error falls by 2^" + log2(ratio));
      double falls = log2(coarse[0] / fine[0]);
      assertTrue(Math.abs(falls - 5) < 0.35, known + ": estimate falls by 2^" + falls);
    }
  }

  /** Where the right side depends on time, and a variable is not the method's: half, and 1/32. */
  @Test
  void shouldBeOfOrderFiveWhereTimeMatters() {
    double ratio = forced(32) / forced(64);
    assertEquals(5, log2(ratio), 0.35, "error falls by 2^" + log2(ratio));
  }

  /** y' = x - y with x = e^(-2t), which is not integrated, so y = 2 e^(-t) - e^(-2t) from 1. */
  private static double forced(int steps) {
    double h = 1.0 / steps;
    RungeKuttaFehlberg method = new RungeKuttaFehlberg(2, new int[] {1}, 1);
    double[][] y = {{1}, {1}};
    double[][] next = new double[2][1];
    double worst = 0;
    for (int i = 1; i <= steps; i++) {
      double from = (i - 1) * h;
      Derivative f =
          (moment, count, states, dy) ->
              dy[1][0] =
                  Math.exp(-2 * (from + RungeKuttaFehlberg.NODES.get(moment) * h)) - states[1][0];
      method.step(1, f, y, new double[] {h}, next, new double[2][1]);
      y[1][0] = next[1][0];
      worst = Math.max(worst, Math.abs(y[1][0] - 2 * Math.exp(-i * h) + Math.exp(-2 * i * h)));
    }
    return worst;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** What goes on is the result of order 5, so the error stays below the sum of the estimates. */
  @ParameterizedTest
  @EnumSource
  void shouldEstimateMoreThanItErrs(Known known) {
    double[] estimate = new double[1];
    double error = known.error(32, estimate);
    assertTrue(error < 32 * estimate[0], known + ": " + error + ", estimated " + estimate[0]);
    assertTrue(error > 1e-16, known + " has no error that could be told");
  }

  /** The equations of FitzHugh and Nagumo. */
  private static void nagumo(int moment, int count, double[][] y, double[][] dy) {
    for (int i = 0; i < count; i++) {
      double v = y[0][i];
      dy[0][i] = v - v * v * v / 3 - y[1][i] + 0.5;
      dy[1][i] = 0.08 * (v + 0.7 - 0.8 * y[1][i]);
    }
  }

  @Test
  void shouldAgreeWithDormandAndPrince() {
    double[] expected = {-1, 1};
    FirstOrderDifferentialEquations equations =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return 2;
          }

          @Override
          public void computeDerivatives(double t, double[] y, double[] dy) {
            double[][] slope = new double[2][1];
            nagumo(0, 1, new double[][] {{y[0]}, {y[1]}}, slope);
            dy[0] = slope[0][0];
            dy[1] = slope[1][0];
          }
        };
    new DormandPrince853Integrator(1e-12, 1, 1e-14, 1e-14)
        .integrate(equations, 0, expected, 50, expected);
    RungeKuttaFehlberg method = new RungeKuttaFehlberg(2, 1);
    double[][] y = {{-1}, {1}};
    double[][] next = new double[2][1];
    for (int i = 0; i < 5000; i++) {
      method.step(
          1, RungeKuttaFehlbergTest::nagumo, y, new double[] {0.01}, next, new double[2][1]);
      y[0][0] = next[0][0];
      y[1][0] = next[1][0];
    }
    assertEquals(expected[0], y[0][0], 1e-9);
    assertEquals(expected[1], y[1][0], 1e-9);
  }

  /** Each system has the bits that it has alone, wherever it stands and whatever its step. */
  @Test
  void shouldNotLetSystemsAffectEachOther() {
    int count = 100;
    Random random = new Random(3);
    RungeKuttaFehlberg many = new RungeKuttaFehlberg(2, count);
    RungeKuttaFehlberg one = new RungeKuttaFehlberg(2, 1);
    double[][] y = new double[2][count];
    double[] h = random.doubles(count, 0, 0.5).toArray();
    for (int i = 0; i < count; i++) {
      y[0][i] = random.nextGaussian();
      y[1][i] = random.nextGaussian();
    }
    double[][] next = new double[2][count];
    double[][] error = new double[2][count];
    // Often enough for compilers to make vector instructions of the loops.
    for (int round = 0; round < 2000; round++) {
      many.step(count, RungeKuttaFehlbergTest::nagumo, y, h, next, error);
    }
    for (int i = 0; i < count; i++) {
      double[][] alone = new double[2][1];
      double[][] its = new double[2][1];
      double[][] own = {{y[0][i]}, {y[1][i]}};
      one.step(1, RungeKuttaFehlbergTest::nagumo, own, new double[] {h[i]}, alone, its);
      for (int k = 0; k < 2; k++) {
        assertEquals(alone[k][0], next[k][i], 0.0, "system " + i);
        assertEquals(its[k][0], error[k][i], 0.0, "error of system " + i);
      }
    }
  }
}
