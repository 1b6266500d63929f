package org.hillock.model;

import org.hillock.vector.Vectors;

/**
 * Exponential decay, with the same bits on every JVM, several times faster than {@link StrictMath}.
 *
 * <p>|x| up to ln(2)/2: the series x + x²/2! + … + x^13/13!, whose remainder is below 2e-17 of the
 * sum, evaluated in pairs (Estrin 1960). Beyond: e^x = 2^k e^r with r = x - k ln 2 in that range,
 * ln 2 being subtracted in two parts (Cody and Waite 1980). Within 3 units in the last place of the
 * true value.
 */
public final class Decay {

  private static final boolean VECTORS = Vectors.available();
  private static final double HALF_LN2 = 0.34657359027997264;

  /** A little less, so that rounding puts no number on another side than its twin. */
  private static final double SERVED = HALF_LN2 * (1 - 1e-12);

  private static final double INVERSE_LN2 = 1.4426950408889634;

  /** The first 32 bits of ln 2, so that a product with k is exact, and the rest. */
  private static final double LN2_HIGH = 6.93147180369123816490e-01;

  private static final double LN2_LOW = 1.90821492927058770002e-10;

  /** Below this e^x - 1 is -1 in double precision. */
  private static final double NOTHING_LEFT = -40;

  /** Below this e^x is less than any normal number. */
  private static final double VANISHED = -708;

  static final double C2 = 1.0 / 2;
  static final double C3 = 1.0 / 6;
  static final double C4 = 1.0 / 24;
  static final double C5 = 1.0 / 120;
  static final double C6 = 1.0 / 720;
  static final double C7 = 1.0 / 5040;
  static final double C8 = 1.0 / 40320;
  static final double C9 = 1.0 / 362880;
  static final double C10 = 1.0 / 3628800;
  static final double C11 = 1.0 / 39916800;
  static final double C12 = 1.0 / 479001600;
  static final double C13 = 1.0 / 6227020800.0;

  private Decay() {}

  /**
   * e^x - 1.
   *
   * @param x 0 or less
   */
  public static double expm1(double x) {
    if (x >= -HALF_LN2) {
      return series(x);
    }
    return x < NOTHING_LEFT ? -1 : scaled(x) - 1;
  }

  /**
   * e^x; 0 where the result would be below the normal numbers.
   *
   * @param x 0 or less
   */
  public static double exp(double x) {
    if (x >= -HALF_LN2) {
      return 1 + series(x);
    }
    return x < VANISHED ? 0 : scaled(x);
  }

  /**
   * What is there, after a time, of something that decays and was fed by another that decays, from
   * 1 on: x' = f - r x and f' = -s f give
   *
   * <pre>
   *   (e^{-st} - e^{-rt})/(r - s) = t e^{-mt} (1 - e^{-w})/w,   m = min(r, s),   w = |r - s| t
   * </pre>
   *
   * <p>which is right where both are the same, too.
   *
   * @param feeding s, 0 or more
   * @param rate r, 0 or more
   * @param time t, 0 or more
   */
  public static double fed(double feeding, double rate, double time) {
    double apart = Math.abs(rate - feeding) * time;
    double slowest = time * exp(-Math.min(rate, feeding) * time);
    return apart == 0 ? slowest : slowest * (-expm1(-apart) / apart);
  }

  /**
   * e^x - 1 for many x, the same numbers as {@link #expm1(double)} gives.
   *
   * @param times t_i, 0 or more
   * @param rate x_i = -t_i rate
   * @param into takes the results
   * @param count how many
   */
  public static void expm1(double[] times, double rate, double[] into, int count) {
    int done = VECTORS ? DecayVectors.series(times, rate, SERVED / rate, into, count) : 0;
    for (int i = done; i < count; i++) {
      into[i] = expm1(-times[i] * rate);
    }
  }

  private static double scaled(double x) {
    double k = Math.rint(x * INVERSE_LN2);
    double r = x - k * LN2_HIGH - k * LN2_LOW;
    double power = Double.longBitsToDouble((long) (int) k + 1023 << 52);
    return power * (1 + series(r));
  }

  private static double series(double x) {
    double x2 = x * x;
    double x4 = x2 * x2;
    double low = C2 + C3 * x + x2 * (C4 + C5 * x);
    double middle = C6 + C7 * x + x2 * (C8 + C9 * x);
    double high = C10 + C11 * x + x2 * (C12 + C13 * x);
    return x + x2 * (low + x4 * (middle + x4 * high));
  }
}
