package org.hillock.record;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Times of samples that are taken every so often, from the end of the warm-up on. */
public final class SampleTimes {

  /** What a product of an interval may be off by, relative to the time. */
  private static final double ROUNDING = 1e-12;

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
    double interval = times.get(1) - from;
    boolean regular = interval > 0 && (end - from) / interval <= 2.0 * times.size();
    return regular && every(from, end, interval).equals(times)
        ? OptionalDouble.of(interval)
        : OptionalDouble.empty();
  }
}
