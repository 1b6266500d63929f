package org.hillock.scenario.quantity;

/** Times in whole nanoseconds, as those of phases are: sums of them carry no rounding errors. */
public final class Nanoseconds {

  private static final double IN_A_MILLISECOND = 1e6;

  private Nanoseconds() {}

  /** How many a time is, rounded [ms]. */
  public static long of(double time) {
    return Math.round(time * IN_A_MILLISECOND);
  }

  /** The nearest time that is a whole number of them [ms]. */
  public static double rounded(double time) {
    return Math.rint(time * IN_A_MILLISECOND) / IN_A_MILLISECOND;
  }

  /** So many of them [ms]. */
  public static double time(long count) {
    return count / IN_A_MILLISECOND;
  }
}
