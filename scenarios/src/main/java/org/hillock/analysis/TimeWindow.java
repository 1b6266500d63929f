package org.hillock.analysis;

import java.math.BigDecimal;
import java.util.Arrays;
import org.hillock.record.SpikeList;

/**
 * The time from a start, exclusive, to a stop, inclusive.
 *
 * @param start where it begins [ms]
 * @param stop where it ends [ms]
 */
public record TimeWindow(double start, double stop) {

  /** Times on a grid carry rounding errors: a nanosecond beyond an edge counts as on it [ms]. */
  public static final double ROUNDING = 1e-6;

  /** All of the time. */
  public static final TimeWindow ALWAYS =
      new TimeWindow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Length [ms]. */
  public double duration() {
    return stop - start;
  }

  /** The spikes within. */
  public SpikeList cut(SpikeList list) {
    int first = firstAbove(list.times(), start + ROUNDING);
    int end = Math.max(first, firstAbove(list.times(), stop + ROUNDING));
    return new SpikeList(
        list.population(),
        Arrays.copyOfRange(list.times(), first, end),
        Arrays.copyOfRange(list.neurons(), first, end));
  }

  /** Index of the first of the ascending times that is above a limit. */
  public static int firstAbove(double[] times, double limit) {
    int from = 0;
    int to = times.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (times[middle] > limit) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  /** Such as {@code 200 ms to 1200 ms}. */
  public String text() {
    return plain(start) + " ms to " + plain(stop) + " ms";
  }

  private static String plain(double time) {
    return BigDecimal.valueOf(time).stripTrailingZeros().toPlainString();
  }
}
