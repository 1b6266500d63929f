package org.hillock.vector;

/**
 * The natural logarithm in plain arithmetic: the bits of {@link StrictMath#log}, without what its
 * calls cost.
 *
 * <p>x = 2^k (1 + f), sqrt(2)/2 < 1 + f < sqrt(2); with s = f / (2 + f), log(1 + f) = 2 s + s R(s²)
 * is approximated by a polynomial of degree 14 in s, and k log 2 is added in two parts. Error below
 * 1 ulp.
 *
 * <p>After e_log.c of fdlibm, Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and
 * distribute this software is freely granted, provided that this notice is preserved.
 */
public final class Logarithm {

  static final double LN2_HIGH = 6.93147180369123816490e-01;
  static final double LN2_LOW = 1.90821492927058770002e-10;
  static final double L1 = 6.666666666666735130e-01;
  static final double L2 = 3.999999999940941908e-01;
  static final double L3 = 2.857142874366239149e-01;
  static final double L4 = 2.222219843214978396e-01;
  static final double L5 = 1.818357216161805012e-01;
  static final double L6 = 1.531383769920937332e-01;
  static final double L7 = 1.479819860511658591e-01;

  /** High halves of mantissas for which half the square of f is subtracted exactly. */
  static final int SQUARE_FROM = 0x6147a;

  static final int SQUARE_TO = 0x6b851;

  static final int MANTISSA = 0xfffff;

  /** With this, mantissas above sqrt(2) reach {@link #HALVE}. */
  static final int ABOVE_ROOT = 0x95f64;

  static final int HALVE = 0x100000;

  /** The high half of 1. */
  static final int ONE = 0x3ff00000;

  static final double THIRD = 0.33333333333333333;

  private static final boolean VECTORS = Vectors.available();

  private Logarithm() {}

  /**
   * The natural logarithm.
   *
   * @param x a positive normal number
   */
  public static double of(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int high = (int) (bits >>> 32);
    int mantissa = high & MANTISSA;
    // One where the mantissa is above sqrt(2), so that half of it is taken.
    int halve = mantissa + ABOVE_ROOT & HALVE;
    double k = (high >> 20) - 1023 + (halve >> 20);
    long scaled = (long) (mantissa | halve ^ ONE) << 32 | bits & 0xFFFFFFFFL;
    double f = Double.longBitsToDouble(scaled) - 1;
    if ((MANTISSA & 2 + mantissa) < 3) {
      return nearPowerOfTwo(f, k);
    }
    double s = f / (2 + f);
    double z = s * s;
    double w = z * z;
    double even = w * (L2 + w * (L4 + w * L6));
    double odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
    double r = odd + even;
    if ((mantissa - SQUARE_FROM | SQUARE_TO - mantissa) > 0) {
      double half = 0.5 * f * f;
      return k == 0
          ? f - (half - s * (half + r))
          : k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
    }
    return k == 0 ? f - s * (f - r) : k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
  }

  /**
   * The natural logarithm of many numbers, the same as {@link #of(double)} gives.
   *
   * @param x positive normal numbers
   * @param into takes the results; may be x
   * @param count how many
   */
  public static void of(double[] x, double[] into, int count) {
    int done = VECTORS ? LogarithmVectors.of(x, into, count) : 0;
    for (int i = done; i < count; i++) {
      into[i] = of(x[i]);
    }
  }

  /** |f| < 2^-20: two terms of the series are enough. */
  private static double nearPowerOfTwo(double f, double k) {
    if (f == 0) {
      return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    }
    double r = f * f * (0.5 - THIRD * f);
    return k == 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
  }
}
