package org.hillock.random;

/**
 * How many of n independent events happen that have one probability each: the inverse of their
 * distribution, summed up from 0 (Devroye 1986, Non-Uniform Random Variate Generation, X.4.3). One
 * uniform number gives one count, whatever n, so what is drawn later does not depend on it.
 */
public final class Binomial {

  /** Up to so many the sum can begin: 2 to the power of -1000 is a normal number. */
  public static final int MOST = 1000;

  private Binomial() {}

  /**
   * The count.
   *
   * @param n how many events may happen, 0 to {@link #MOST}
   * @param probability of each
   * @param uniform in [0, 1)
   */
  public static int count(int n, double probability, double uniform) {
    if (probability > 0.5) {
      return n - rare(n, 1 - probability, uniform);
    }
    return rare(n, probability, uniform);
  }

  /** The same for probabilities up to a half. */
  private static int rare(int n, double probability, double uniform) {
    double odds = probability / (1 - probability);
    double mass = StrictMath.pow(1 - probability, n);
    double left = uniform;
    int count = 0;
    while (left >= mass && count < n) {
      left -= mass;
      mass *= odds * (n - count) / (count + 1);
      count++;
    }
    return count;
  }
}
