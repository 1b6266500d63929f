package org.hillock.model;

/** Conversion between times in ms and indices of the grid t_k = k h. */
public final class GridTime {

  /** Powers of ten up to this one are exact as doubles. */
  private static final int MOST_DECIMALS = 15;

  /** Whole numbers below this are exact as doubles. */
  private static final double EXACT = 0x1p53;

  /** On the grid, times that differ by no more are the same but for rounding [steps]. */
  private static final double SAME_POINT = 1e-6;

  /** In continuous time, times that differ by no more are the same but for rounding [ms]. */
  public static final double SAME_MOMENT = 1e-9;

  private GridTime() {}

  /** The index of the grid point nearest to a time; halves go up, also those that are rounded. */
  public static long index(double timeMs, double step) {
    return (long) Math.floor(timeMs / step + 0.5 + SAME_POINT);
  }

  /**
   * The step that contains a time: step k is the interval (t_{k-1}, t_k]. So a spike off the grid
   * goes to the end of its step, and never comes early.
   */
  public static long stepOf(double timeMs, double step) {
    double steps = timeMs / step;
    double nearest = Math.rint(steps);
    return (long) (Math.abs(steps - nearest) <= SAME_POINT ? nearest : Math.ceil(steps));
  }

  /** Whether a time is a point of the grid, but for rounding; what is beyond all grids is. */
  public static boolean onGrid(double timeMs, double step) {
    double steps = timeMs / step;
    return Math.abs(steps) >= EXACT || Math.abs(steps - Math.rint(steps)) <= SAME_POINT;
  }

  /**
   * The time of a grid point: the double nearest to k h as a decimal number, so that 3 × 0.1 ms is
   * 0.3 ms and 23 × 0.3 ms is 6.9 ms.
   *
   * <p>If h is m/10^p, k m is exact and one division rounds once. A step without such a form gives
   * the product.
   */
  public static double time(long index, double step) {
    double power = 1;
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      double whole = Math.rint(step * power);
      if (whole / power == step && Math.abs(index * whole) < EXACT) {
        return index * whole / power;
      }
      power *= 10;
    }
    return index * step;
  }
}
