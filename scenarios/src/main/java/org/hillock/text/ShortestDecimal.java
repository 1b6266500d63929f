package org.hillock.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The fewest decimal digits that read back to the same double, and of those the nearest to it:
 * value = {@link #digits} · 10^{@link #exponent}, without zeros at the end of the digits.
 *
 * <p>A double stands for all numbers up to half a unit of its last place u away. Scaled by a power
 * of ten to the range 10^16 to 10^17 it becomes V, and its half unit H, between 0.5 and 11.2. The
 * whole number nearest to V is always within H, so that 17 digits are enough; if a multiple of 10
 * is within H, 16 are, and so on. V is known to 63 bits after the point. Where that is not enough
 * to tell on which side of H a multiple lies, or which of two is nearer, long arithmetic decides
 * (about one number in 10^16), as it does for powers of two, whose neighbour below is nearer than
 * that above.
 */
final class ShortestDecimal {

  /** Bits after the point with which a distance is compared to H. */
  private static final int FRACTION = 56;

  /** More than the errors of V and H together, in units of 2^-56. */
  private static final long DOUBT = 4;

  private static final int LEAST_POWER = -300;
  private static final int MOST_POWER = 330;

  /** 10^p = (HIGH·2^63 + LOW) · 2^(SHIFT) but for what is cut off, with 126 bits. */
  private static final long[] HIGH = new long[MOST_POWER - LEAST_POWER + 1];

  private static final long[] LOW = new long[HIGH.length];
  private static final int[] SHIFT = new int[HIGH.length];

  static {
    for (int i = 0; i < HIGH.length; i++) {
      int power = i + LEAST_POWER;
      BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
      // An inverse needs so many bits more that 126 are left.
      int shift = power >= 0 ? ten.bitLength() - 126 : -(125 + ten.bitLength());
      BigInteger scaled =
          power >= 0 ? shifted(ten, -shift) : BigInteger.ONE.shiftLeft(-shift).divide(ten);
      if (scaled.bitLength() > 126) {
        scaled = scaled.shiftRight(1);
        shift++;
      }
      HIGH[i] = scaled.shiftRight(63).longValueExact();
      LOW[i] = scaled.and(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
      SHIFT[i] = shift;
    }
  }

  private long digits;
  private int exponent;

  private static BigInteger shifted(BigInteger number, int left) {
    return left >= 0 ? number.shiftLeft(left) : number.shiftRight(-left);
  }

  long digits() {
    return digits;
  }

  int exponent() {
    return exponent;
  }

  /** Finds the digits of a finite number above 0. */
  void find(double value) {
    if (!findShort(value) && !findLong(value)) {
      findExactly(value);
    }
    while (digits % 10 == 0) {
      digits /= 10;
      exponent++;
    }
  }

  /**
   * Numbers with up to three decimals, as times are: r / 10^d is rounded correctly, and no two
   * numbers of 15 digits are the same double.
   */
  private boolean findShort(double value) {
    double scale = 1;
    for (int decimals = 0; decimals <= 3; decimals++, scale *= 10) {
      double whole = Math.rint(value * scale);
      if (whole >= 1e15) {
        return false;
      }
      if (whole / scale == value) {
        digits = (long) whole;
        exponent = -decimals;
        return whole != 0;
      }
    }
    return false;
  }

  private boolean findLong(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> 52);
    long fraction = bits & ((1L << 52) - 1);
    if (biased == 0 || fraction == 0) {
      return false;
    }
    long c = 1L << 52 | fraction;
    int q = biased - 1075; // value = c 2^q
    int power = 16 - (int) Math.floor((q + 52) * 0.30102999566398120);
    if (!scale(c, q, power)) {
      // The estimate of the decimal exponent is one too low just below a power of ten.
      return scale(c, q, power - 1);
    }
    return true;
  }

  /** Returns false if V is not between 10^16 and 10^17, or too little is known of it. */
  private boolean scale(long c, int q, int power) {
    int index = power - LEAST_POWER;
    if (index < 0 || index >= HIGH.length) {
      return false;
    }
    long high = HIGH[index];
    long low = LOW[index];
    long wide = c << 10;
    // wide · (high 2^63 + low) / 2^63, to 128 bits: top and bottom.
    long carried = Math.multiplyHigh(wide, low) << 1 | wide * low >>> 63;
    long bottom = wide * high + carried;
    long top = Math.multiplyHigh(wide, high) + (Long.compareUnsigned(bottom, carried) < 0 ? 1 : 0);
    int s = -(63 + q - 10 + SHIFT[index]); // V = (top 2^64 + bottom) / 2^s
    if (s < 66 || s > 74) {
      return false;
    }
    long whole = top >>> (s - 64);
    if (whole < 10_000_000_000_000_000L || whole >= 100_000_000_000_000_000L) {
      return false;
    }
    long part = (top << (128 - s) | bottom >>> (s - 64)) >>> (64 - FRACTION);
    long half = high >>> (s - 65); // H
    return choose(whole, part, half, power);
  }

  private boolean choose(long whole, long part, long half, int power) {
    long tens = whole / 10 * 10;
    // The multiples of 10 near enough to be within H, one of which may be one of 100.
    for (long multiple = tens - 10; multiple <= tens + 20; multiple += 10) {
      if (multiple % 100 == 0) {
        long beyond = Math.abs(distance(multiple, whole, part)) - half;
        if (Math.abs(beyond) <= DOUBT) {
          return false;
        }
        if (beyond < 0) {
          return found(multiple, power);
        }
      }
    }
    long below = -distance(tens, whole, part);
    long above = distance(tens + 10, whole, part);
    if (Math.abs(below - above) <= 2 * DOUBT) {
      return false;
    }
    long beyond = Math.min(below, above) - half;
    if (Math.abs(beyond) <= DOUBT) {
      return false;
    }
    if (beyond < 0) {
      return found(below < above ? tens : tens + 10, power);
    }
    long middle = part - (1L << (FRACTION - 1));
    if (Math.abs(middle) <= DOUBT) {
      return false;
    }
    return found(middle < 0 ? whole : whole + 1, power);
  }

  /** From V to a whole number near it, in units of 2^-56. */
  private static long distance(long number, long whole, long part) {
    return (number - whole << FRACTION) - part;
  }

  private boolean found(long number, int power) {
    digits = number;
    exponent = -power;
    return true;
  }

  private void findExactly(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int count = 1; ; count++) {
      BigDecimal rounded = exact.round(new MathContext(count, RoundingMode.HALF_EVEN));
      if (count == 17 || rounded.doubleValue() == value) {
        digits = rounded.unscaledValue().longValueExact();
        exponent = -rounded.scale();
        return;
      }
    }
  }
}
