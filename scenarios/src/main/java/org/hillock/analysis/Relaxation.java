package org.hillock.analysis;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The time constant tau of {@code c + A exp(-t/tau)} that comes nearest to samples in least
 * squares. For each tau the best c and A are those of a regression line over the exponential, so
 * that only tau is searched, by its logarithm (Golub and Pereyra 1973, SIAM J Numer Anal 10:413).
 */
public final class Relaxation {

  private static final int LEAST_SAMPLES = 4;
  private static final int TRIED = 80; // time constants among which the search begins
  private static final double WIDER = 20; // than the window may tau be
  private static final double SAME = 1e-12; // relative; a fit that is not better is none

  private Relaxation() {}

  /**
   * Fits.
   *
   * @param times ascending [ms]
   * @param values as many
   * @return [ms]; not a number for fewer than four samples, for those that do not change, and where
   *     the best tau is shorter than a tenth of the samples' distance or twenty times longer than
   *     all, so that they do not tell it
   */
  public static double timeConstant(double[] times, double[] values) {
    int n = times.length;
    if (n < LEAST_SAMPLES) {
      return Double.NaN;
    }
    double span = times[n - 1] - times[0];
    double least = Math.log(span / (n - 1) / 10);
    double most = Math.log(span * WIDER);
    double step = (most - least) / (TRIED - 1);
    int best = 0;
    double error = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIED; i++) {
      double found = error(times, values, Math.exp(least + i * step));
      if (found < error) {
        error = found;
        best = i;
      }
    }
    if (best == 0 || best == TRIED - 1 || constant(values)) {
      return Double.NaN;
    }
    return Math.exp(
        new BrentOptimizer(1e-10, 1e-12)
            .optimize(
                new MaxEval(1000),
                GoalType.MINIMIZE,
                new UnivariateObjectiveFunction(tau -> error(times, values, Math.exp(tau))),
                new SearchInterval(
                    least + (best - 1) * step, least + (best + 1) * step, least + best * step))
            .getPoint());
  }

  /** Sum of squares that is left with the best c and A. */
  private static double error(double[] times, double[] values, double tau) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < times.length; i++) {
      line.addData(Math.exp((times[0] - times[i]) / tau), values[i]);
    }
    return line.getSumSquaredErrors();
  }

  private static boolean constant(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least <= SAME * Math.max(Math.abs(least), Math.abs(most));
  }
}
