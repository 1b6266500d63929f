package org.hillock.random;

import org.hillock.vector.Logarithm;

/**
 * The quantile function of the standard normal distribution, by which one uniform number gives one
 * normal number.
 *
 * <p>Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution", Applied
 * Statistics 37:477, routine PPND16; relative accuracy about 1e-16. Only plain arithmetic, {@link
 * Logarithm} and the square root are used, so the result is the same on every JVM.
 */
public final class NormalQuantile {

  /**
   * No number that {@link RandomStream#nextOpenDouble} gives, 2^-53 or more from 0 and 1, is
   * further from the mean than this.
   */
  public static final double FURTHEST = 8.21;

  /** Up to this distance from 1/2, one rational function serves without a logarithm. */
  static final double CENTRE = 0.425;

  /** Above this sqrt(-log p), p < 1.4e-11, a third rational function takes over. */
  static final double FAR = 5;

  private static final double CENTRE_SQUARE = 0.180625;

  private NormalQuantile() {}

  /**
   * The value below which a standard normal number lies with probability p.
   *
   * @param p in (0, 1), a normal number
   */
  public static double of(double p) {
    double q = p - 0.5;
    return Math.abs(q) <= CENTRE ? centre(q) : tail(p);
  }

  /** The quantile of 1/2 + q, |q| up to {@link #CENTRE}; finite for all |q| up to 1/2. */
  static double centre(double q) {
    double r = CENTRE_SQUARE - q * q;
    double top =
        ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                                            + 45921.953931549871457)
                                        * r
                                    + 13731.693765509461125)
                                * r
                            + 1971.5909503065514427)
                        * r
                    + 133.14166789178437745)
                * r
            + 3.387132872796366608;
    double bottom =
        ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                                            + 21213.794301586595867)
                                        * r
                                    + 5394.1960214247511077)
                                * r
                            + 687.1870074920579083)
                        * r
                    + 42.313330701600911252)
                * r
            + 1.0;
    return q * top / bottom;
  }

  /** The quantile of a p outside the centre. */
  static double tail(double p) {
    boolean lower = p < 0.5;
    double r = Math.sqrt(-Logarithm.of(lower ? p : 1 - p));
    double value = r <= FAR ? near(r) : far(r);
    return lower ? -value : value;
  }

  /** The magnitude of the quantile of p from r = sqrt(-log(min(p, 1 - p))) up to {@link #FAR}. */
  static double near(double root) {
    double r = root - 1.6;
    double top =
        ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177)
                                                * r
                                            + 1.27045825245236838258)
                                        * r
                                    + 3.64784832476320460504)
                                * r
                            + 5.7694972214606914055)
                        * r
                    + 4.6303378461565452959)
                * r
            + 1.42343711074968357734;
    double bottom =
        ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r
                                                    + 0.0151986665636164571966)
                                                * r
                                            + 0.14810397642748007459)
                                        * r
                                    + 0.68976733498510000455)
                                * r
                            + 1.6763848301838038494)
                        * r
                    + 2.05319162663775882187)
                * r
            + 1.0;
    return top / bottom;
  }

  /** The same above {@link #FAR}. */
  static double far(double root) {
    double r = root - FAR;
    double top =
        ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
                                                    + 0.0012426609473880784386)
                                                * r
                                            + 0.026532189526576123093)
                                        * r
                                    + 0.29656057182850489123)
                                * r
                            + 1.7848265399172913358)
                        * r
                    + 5.4637849111641143699)
                * r
            + 6.6579046435011037772;
    double bottom =
        ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r
                                                    + 1.8463183175100546818e-5)
                                                * r
                                            + 7.868691311456132591e-4)
                                        * r
                                    + 0.0148753612908506148525)
                                * r
                            + 0.13692988092273580531)
                        * r
                    + 0.59983220655588793769)
                * r
            + 1.0;
    return top / bottom;
  }
}
