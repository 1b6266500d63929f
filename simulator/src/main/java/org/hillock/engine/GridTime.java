package org.hillock.engine;

/** Conversion between times in ms and indices of the grid t_k = k h. */
public final class GridTime {

  /** Powers of ten up to this one are exact as doubles. */
  private static final int MOST_DECIMALS = 15;

  /** Whole numbers below this are exact as doubles. */
  private static final double EXACT = 0x1p53;

  private GridTime() {}

  /** The index of the grid point nearest to a time; halves go up. */
  public static long index(double timeMs, double step) {
    return (long) Math.floor(timeMs / step + 0.5);
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
