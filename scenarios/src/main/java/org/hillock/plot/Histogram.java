package org.hillock.plot;

import org.jspecify.annotations.Nullable;

/**
 * Counts of values in equal bins with round edges.
 *
 * @param start lower edge of the first bin
 * @param width of each bin
 * @param counts values in each bin; a value on an edge belongs to the bin above, on the last edge
 *     to the last bin
 */
record Histogram(double start, double width, int[] counts) {

  /**
   * Bins that cover all finite values of several arrays up to a limit: about {@code most} or less,
   * with edges at multiples of 1, 2 or 5 times a power of ten. Values that are all alike get 11
   * bins, and are in the middle one.
   *
   * @return a histogram without counts, or null if there is no finite value
   */
  static @Nullable Histogram covering(int most, double limit, double[]... arrays) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double[] values : arrays) {
      for (double value : values) {
        if (Double.isFinite(value) && value <= limit) {
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
    }
    if (least > greatest) {
      return null;
    }
    double range = greatest - least;
    if (range <= 1e-9 * Math.max(Math.abs(least), Math.abs(greatest))) {
      double width = least == 0 ? 0.1 : NiceNumber.atLeast(Math.abs(least) / 50);
      return new Histogram(least - 5.5 * width, width, new int[11]);
    }
    double width = NiceNumber.atLeast(range / most);
    double start = Math.floor(least / width) * width;
    // The greatest value may be on the last edge: weights at W_max lie before it, not beyond.
    int bins = (int) Math.max(1, Math.ceil((greatest - start) / width - 1e-9));
    return new Histogram(start, width, new int[bins]);
  }

  /** The same bins with the counts of these values; those outside are left out. */
  Histogram of(double[] values) {
    int[] filled = new int[counts.length];
    for (double value : values) {
      int bin = (int) Math.floor((value - start) / width + 1e-9);
      if (bin == filled.length && value <= stop() + 1e-9 * width) {
        bin--;
      }
      if (Double.isFinite(value) && bin >= 0 && bin < filled.length) {
        filled[bin]++;
      }
    }
    return new Histogram(start, width, filled);
  }

  /** Upper edge of the last bin. */
  double stop() {
    return start + counts.length * width;
  }

  /**
   * The outline, from the ground up over the bins and back to the ground.
   *
   * @param name in the legend
   * @param factor what a count of 1 is worth on the vertical axis
   */
  Line outline(String name, double factor) {
    double[] x = new double[2 * counts.length + 2];
    double[] y = new double[x.length];
    x[0] = start;
    for (int i = 0; i < counts.length; i++) {
      x[2 * i + 1] = start + i * width;
      x[2 * i + 2] = start + (i + 1) * width;
      y[2 * i + 1] = y[2 * i + 2] = factor * counts[i];
    }
    x[x.length - 1] = stop();
    return new Line(name, x, y);
  }
}
