package org.hillock.plot;

import java.util.Locale;

/** Numbers that people choose: 1, 2 or 5 times a power of ten. */
final class NiceNumber {

  private NiceNumber() {}

  /** The smallest such number that is not below the given one, which is above 0. */
  static double atLeast(double least) {
    int exponent = (int) Math.floor(Math.log10(least) + 1e-12);
    for (int digit : new int[] {1, 2, 5}) {
      double number = times(digit, exponent);
      if (number >= least * (1 - 1e-9)) {
        return number;
      }
    }
    return times(1, exponent + 1);
  }

  /** Dividing by a power of ten is exact where multiplying by its inverse is not. */
  private static double times(int digit, int exponent) {
    return exponent < 0 ? digit / Math.pow(10, -exponent) : digit * Math.pow(10, exponent);
  }

  /** A number without needless zeros. */
  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? String.format(Locale.ROOT, "%d", (long) number)
        : String.format(Locale.ROOT, "%s", (float) number);
  }
}
