package org.hillock.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Counts, times and energies as people write them. */
public final class Words {

  private static final String[] ENERGIES = {"fJ", "pJ", "nJ", "µJ", "mJ", "J", "kJ", "MJ"};

  private static final String[] TIMES = {"ps", "ns", "µs", "ms", "s"};

  /** The unit in which energies are given. */
  private static final int PICOJOULE = 1;

  /** The unit in which short times are given. */
  private static final int NANOSECOND = 1;

  private Words() {}

  /** A count with its noun, which takes an s unless there is one: 1 neuron, 2,000 synapses. */
  public static String count(long count, String noun) {
    return count(count, noun, noun + "s");
  }

  /** A count with a noun whose plural is another word. */
  public static String count(long count, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
  }

  /** A time of up to nine digits, without the dust of rounding [ms]. */
  public static String milliseconds(double time) {
    return number(time, 9) + " ms";
  }

  /** An energy of up to four digits, in the unit in which it is from 1 to 1,000 [pJ]. */
  public static String energy(double picojoules) {
    return scaled(picojoules, ENERGIES, PICOJOULE);
  }

  /** A short time of up to four digits, in the unit in which it is from 1 to 1,000 [ns]. */
  public static String duration(double nanoseconds) {
    return scaled(nanoseconds, TIMES, NANOSECOND);
  }

  private static String scaled(double given, String[] units, int unitOfGiven) {
    double value = given;
    int unit = unitOfGiven;
    // Compared as it will be written: 999.99 pJ are 1 nJ.
    while (unit + 1 < units.length && Math.abs(rounded(value)) >= 1000) {
      value /= 1000;
      unit++;
    }
    while (unit > 0 && value != 0 && Math.abs(rounded(value)) < 1) {
      value *= 1000;
      unit--;
    }
    return number(value, 4) + " " + units[unit];
  }

  private static double rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(4)).doubleValue()
        : 0;
  }

  private static String number(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    double size = Math.abs(value);
    return size < 1e-6 || size >= 1e15 ? rounded.toString() : rounded.toPlainString();
  }
}
