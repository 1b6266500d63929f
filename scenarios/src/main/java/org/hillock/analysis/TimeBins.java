package org.hillock.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.hillock.model.GridTime;
import org.hillock.record.Spikes;

/**
 * Equal bins of time: bin i covers (start + i width, start + (i + 1) width].
 *
 * <p>Spike times on a grid are products such as 30 × 0.1 ms that may lie a rounding error beyond
 * the edge of the bin that they belong to. So times within 1e-9 ms of an edge, the rounding of
 * times that are the same, are taken to lie on it.
 *
 * @param start where the first bin begins [ms]
 * @param width of each bin [ms]
 * @param number of bins
 */
public record TimeBins(double start, double width, int number) {

  /** Large times are rounded by more than times that are the same differ: so many of their ulps. */
  private static final double ULPS = 8;

  /**
   * @throws IllegalArgumentException if the width is not above 0 or the number is negative
   */
  public TimeBins {
    if (!(width > 0) || number < 0) {
      throw new IllegalArgumentException(
          number + " bins of " + width + " ms: the width must be above 0 ms");
    }
  }

  /**
   * As many whole bins as fit between two times.
   *
   * @param startMs where the first bin begins [ms]
   * @param stopMs where the last bin may end [ms]
   * @param binMs width of a bin [ms]
   */
  public static TimeBins within(double startMs, double stopMs, double binMs) {
    double fit = Math.floor((stopMs - startMs + tolerance(stopMs)) / binMs);
    return new TimeBins(startMs, binMs, (int) Math.max(0, fit));
  }

  /** The bin that a time belongs to [ms]; outside of the window it is below 0 or too large. */
  public int index(double time) {
    return (int) Math.ceil((time - start - tolerance(time)) / width) - 1;
  }

  private static double tolerance(double time) {
    return Math.max(GridTime.SAME_MOMENT, ULPS * Math.ulp(time));
  }

  /** Whether a bin of this index exists. */
  public boolean contains(int index) {
    return index >= 0 && index < number;
  }

  /** The middle of a bin [ms]. */
  public double middle(int index) {
    return start + (index + 0.5) * width;
  }

  /** Each of them as a window. */
  public List<TimeWindow> windows() {
    return IntStream.range(0, number)
        .mapToObj(i -> new TimeWindow(start + i * width, start + (i + 1) * width))
        .toList();
  }

  /** How many of the spikes lie in each bin; those outside of the window are left out. */
  public int[] count(Spikes spikes) {
    int[] counts = new int[number];
    spikes.forEach(
        (time, neuron) -> {
          int bin = index(time);
          if (contains(bin)) {
            counts[bin]++;
          }
        });
    return counts;
  }

  /** How many of the ascending times lie in the same bin, from the one at {@code first} on. */
  int sameBin(double[] times, int first) {
    int bin = index(times[first]);
    int next = first + 1;
    while (next < times.length && index(times[next]) == bin) {
      next++;
    }
    return next - first;
  }
}
