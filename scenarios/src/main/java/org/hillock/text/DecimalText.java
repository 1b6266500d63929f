package org.hillock.text;

import java.nio.charset.StandardCharsets;

/**
 * A double as decimal text, the shortest that reads back to the same double: plain from 0.000001 up
 * to 10^15, with an exponent ({@code 1.5E-7}, {@code 2E+20}) beyond.
 */
public final class DecimalText {

  /** No text of a number is longer. */
  public static final int LONGEST = 32;

  private static final long FIRST_WITH_EXPONENT = 1_000_000_000_000_000L;
  private static final int LEAST_PLAIN = -6; // decimal exponent of the first digit

  private static final byte[] NOT_A_NUMBER = "NaN".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] INFINITY = "Infinity".getBytes(StandardCharsets.US_ASCII);

  private final ShortestDecimal decimal = new ShortestDecimal();
  private final byte[] reversed = new byte[LONGEST];
  private final byte[] own = new byte[LONGEST];

  /** The text of a number. */
  public String of(double value) {
    return new String(own, 0, put(value, own, 0), StandardCharsets.US_ASCII);
  }

  /**
   * Writes a number into an array with room for {@link #LONGEST} more bytes.
   *
   * @return where the text ends
   */
  public int put(double value, byte[] into, int at) {
    int end = at;
    double size = Math.abs(value);
    if (size < FIRST_WITH_EXPONENT && value == (long) value) {
      return putWhole((long) value, into, at);
    }
    if (Double.isNaN(value)) {
      return copy(NOT_A_NUMBER, into, end);
    }
    if (value < 0) {
      into[end++] = '-';
    }
    if (Double.isInfinite(value)) {
      return copy(INFINITY, into, end);
    }
    decimal.find(size);
    int count = reverse(decimal.digits());
    int exponent = decimal.exponent();
    int leading = exponent + count - 1; // decimal exponent of the first digit
    if (exponent <= 0 && leading >= LEAST_PLAIN) {
      return plain(count, -exponent, into, end);
    }
    into[end++] = reversed[count - 1];
    if (count > 1) {
      into[end++] = '.';
      for (int i = count - 2; i >= 0; i--) {
        into[end++] = reversed[i];
      }
    }
    into[end++] = 'E';
    into[end++] = (byte) (leading < 0 ? '-' : '+');
    return putWhole(Math.abs(leading), into, end);
  }

  /**
   * Writes a whole number.
   *
   * @return where the text ends
   */
  public int putWhole(long value, byte[] into, int at) {
    int end = at;
    if (value < 0) {
      into[end++] = '-';
    }
    for (int i = reverse(Math.abs(value)) - 1; i >= 0; i--) {
      into[end++] = reversed[i];
    }
    return end;
  }

  private int plain(int count, int decimals, byte[] into, int at) {
    int end = at;
    if (count <= decimals) {
      into[end++] = '0';
      into[end++] = '.';
      for (int zeros = decimals - count; zeros > 0; zeros--) {
        into[end++] = '0';
      }
    }
    for (int i = count - 1; i >= 0; i--) {
      into[end++] = reversed[i];
      if (i == decimals && i > 0) {
        into[end++] = '.';
      }
    }
    return end;
  }

  /** The digits from the last to the first; how many. */
  private int reverse(long number) {
    int count = 0;
    long rest = number;
    do {
      long tenth = rest / 10;
      reversed[count++] = (byte) ('0' + (rest - 10 * tenth));
      rest = tenth;
    } while (rest != 0);
    return count;
  }

  private static int copy(byte[] text, byte[] into, int at) {
    System.arraycopy(text, 0, into, at, text.length);
    return at + text.length;
  }
}
