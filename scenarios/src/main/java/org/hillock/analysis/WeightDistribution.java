package org.hillock.analysis;

import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;

/** What the distribution of weights looks like. */
public final class WeightDistribution {

  private WeightDistribution() {}

  /** Which part lies in [least, most]; not a number of none. */
  public static double fraction(double[] weights, double least, double most) {
    int inside = 0;
    for (double weight : weights) {
      if (weight >= least && weight <= most) {
        inside++;
      }
    }
    return (double) inside / weights.length;
  }

  /**
   * Sarle's coefficient of bimodality (SAS Institute 1990; Pfister et al. 2013, Front Psychol
   * 4:700): {@code (g^2 + 1) / (k + 3 (n - 1)^2 / ((n - 2) (n - 3)))} with the skewness g and the
   * excess kurtosis k of a sample of n. 1 for two values, 1/3 for a normal distribution; above that
   * of a uniform one, 5/9, it speaks for two modes. Not a number of fewer than four weights, or of
   * equal ones.
   */
  public static double bimodality(double[] weights) {
    double n = weights.length;
    double skewness = new Skewness().evaluate(weights);
    double kurtosis = new Kurtosis().evaluate(weights);
    double correction = 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    boolean equal = true;
    for (double weight : weights) {
      equal &= weight == weights[0];
    }
    return equal ? Double.NaN : (skewness * skewness + 1) / (kurtosis + correction);
  }
}
