package org.hillock.analysis;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * The two-sample test of Kolmogorov and Smirnov: whether two samples may come from one
 * distribution.
 *
 * <p>Samples of the same value, such as the rates of neurons, which are whole spikes over one
 * duration, are taken as they are: D is the distance of the two steps beside each other, not of
 * values that were shaken to tell them apart. The p-value then errs to the large side.
 *
 * @param distance D, the greatest distance of the two cumulative distributions, 0 to 1; NaN if one
 *     sample has fewer than two values
 * @param p how probable a distance as large or larger is for two samples of one continuous
 *     distribution, all values independent; NaN as well
 */
public record KolmogorovSmirnov(double distance, double p) {

  /** The test needs that many values on either side. */
  private static final int LEAST_VALUES = 2;

  /** Below this product of the sample sizes p is counted out, above it is the limit for many. */
  private static final long EXACT_PRODUCT = 10_000;

  /** Below this argument the limit distribution is 0 but for 1e-12, and its series long. */
  private static final double NEGLIGIBLE = 0.2;

  /** Tests two samples, in any order, without NaN. */
  public static KolmogorovSmirnov of(double[] a, double[] b) {
    return of(a, b, a.length, b.length);
  }

  /**
   * Tests two samples of which only some values are independent.
   *
   * @param a values in any order
   * @param b values in any order
   * @param independentA how many of a are independent
   * @param independentB how many of b are independent
   */
  static KolmogorovSmirnov of(double[] a, double[] b, int independentA, int independentB) {
    if (a.length < LEAST_VALUES || b.length < LEAST_VALUES) {
      return new KolmogorovSmirnov(Double.NaN, Double.NaN);
    }
    KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
    double distance = test.kolmogorovSmirnovStatistic(a, b);
    double product = (double) independentA * independentB;
    double argument = distance * Math.sqrt(product / (independentA + independentB));
    double p;
    if (distance == 0 || product >= EXACT_PRODUCT && argument < NEGLIGIBLE) {
      p = 1;
    } else if (product < EXACT_PRODUCT) {
      p = test.exactP(distance, independentA, independentB, false);
    } else {
      p = test.approximateP(distance, independentA, independentB);
    }
    return new KolmogorovSmirnov(distance, Math.min(1, Math.max(0, p)));
  }
}
