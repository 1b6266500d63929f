package org.hillock.vector;

/**
 * e^x for all arguments, with the same bits on every JVM, by vectors and without, within 3 units in
 * the last place:
 *
 * <pre>
 *   e^x = 2^k e^r,   k = the whole number nearest to x/ln 2,   r = x - k ln 2
 *   e^r = 1 + r + r²/2! + … + r^13/13!,   |r| up to ln(2)/2: what is left out is below 2e-17
 * </pre>
 *
 * <p>ln 2 is subtracted in two parts (Cody and Waite 1980), the sum is evaluated in pairs (Estrin
 * 1960), and 2^k is multiplied in two halves, so that results below the normal numbers are rounded
 * once. Above 709.8 the result is infinite, below -745.2 it is 0; not a number stays so.
 */
public final class Exp {

  /** Beyond these, the result is infinity and 0. */
  static final double MOST = 710;

  static final double LEAST = -746;

  static final double INVERSE_LN2 = 1.4426950408889634;

  /** The first 32 bits of ln 2, so that a product with k is exact, and the rest. */
  static final double LN2_HIGH = 6.93147180369123816490e-01;

  static final double LN2_LOW = 1.90821492927058770002e-10;

  /** Added to a number, it leaves the nearest whole number in the last bits. */
  static final double ROUND = 0x1.8p52;

  /** Less the bits of that, the bits of the sum are the whole number. */
  static final long ROUND_BITS = Double.doubleToRawLongBits(ROUND);

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

  private static final boolean VECTORS = Vectors.available();

  private Exp() {}

  /** e^x. */
  public static double of(double x) {
    double bounded = Math.max(LEAST, Math.min(MOST, x));
    double rounded = bounded * INVERSE_LN2 + ROUND;
    double k = rounded - ROUND;
    double r = bounded - k * LN2_HIGH - k * LN2_LOW;
    double r2 = r * r;
    double r4 = r2 * r2;
    double low = C2 + C3 * r + r2 * (C4 + C5 * r);
    double middle = C6 + C7 * r + r2 * (C8 + C9 * r);
    double high = C10 + C11 * r + r2 * (C12 + C13 * r);
    double sum = 1 + (r + r2 * (low + r4 * (middle + r4 * high)));
    long bits = Double.doubleToRawLongBits(rounded) - ROUND_BITS;
    long half = bits >> 1;
    return sum * power(half) * power(bits - half);
  }

  /**
   * x^y for x of 0 or more, by e^(y ln x), several times as fast as {@link StrictMath#pow}: the
   * relative error is that of ln x times |y|, so of use where y ln x is not large.
   */
  public static double power(double x, double y) {
    return usual(x) ? of(y * Logarithm.of(x)) : StrictMath.pow(x, y);
  }

  private static boolean usual(double x) {
    return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
  }

  /**
   * x^y for many x, the same numbers as {@link #power(double, double)} gives.
   *
   * @param x arguments
   * @param into takes the results; another array
   * @param count how many
   */
  public static void power(double[] x, double y, double[] into, int count) {
    Logarithm.of(x, into, count);
    for (int i = 0; i < count; i++) {
      into[i] *= y;
    }
    of(into, into, count);
    for (int i = 0; i < count; i++) {
      if (!usual(x[i])) {
        into[i] = StrictMath.pow(x[i], y);
      }
    }
  }

  private static double power(long k) {
    return Double.longBitsToDouble(k + 1023 << 52);
  }

  /**
   * e^x for many x, the same numbers as {@link #of(double)} gives.
   *
   * @param x arguments
   * @param into takes the results; may be x
   * @param count how many
   */
  public static void of(double[] x, double[] into, int count) {
    int done = VECTORS ? ExpVectors.of(x, into, count) : 0;
    for (int i = done; i < count; i++) {
      into[i] = of(x[i]);
    }
  }
}
