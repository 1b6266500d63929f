package org.hillock.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Times of samples that are taken every so often, from the end of the warm-up on. */
public final class SampleTimes {

  /** What a product of an interval may be off by, relative to the time. */
  private static final double ROUNDING = 1e-12;

  /** So many tell any two numbers apart. */
  private static final int DIGITS = 17;

  private SampleTimes() {}

  /**
   * The times.
   *
   * @param from the first [ms]
   * @param end of the run, which is no longer among them [ms]
   * @param interval from one to the next [ms]
   */
  public static List<Double> every(double from, double end, double interval) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; from + i * interval < end * (1 - ROUNDING); i++) {
      times.add(from + i * interval);
    }
    return times;
  }

  /**
   * The interval by which {@link #every} gives just these times; empty if there is none.
   *
   * @param times [ms]
   * @param from the first [ms]
   * @param end of the run [ms]
   */
  public static OptionalDouble interval(List<Double> times, double from, double end) {
    if (times.size() < 2) {
      return OptionalDouble.empty();
    }
    int last = times.size() - 1;
    double mean = (times.get(last) - from) / last;
    // What was written had few digits, which differences of rounded sums do not have.
    for (int digits = 1; mean > 0 && digits <= DIGITS; digits++) {
      double interval = new BigDecimal(mean).round(new MathContext(digits)).doubleValue();
      if (gives(interval, times, from, end)) {
        return OptionalDouble.of(interval);
      }
    }
    return OptionalDouble.empty();
  }

  /** Whether {@link #every} gives just these times. */
  private static boolean gives(double interval, List<Double> times, double from, double end) {
    int count = times.size();
    boolean inside = from + (count - 1) * interval < end * (1 - ROUNDING);
    if (!inside || from + count * interval < end * (1 - ROUNDING)) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (times.get(i) != from + i * interval) {
        return false;
      }
    }
    return true;
  }
}
