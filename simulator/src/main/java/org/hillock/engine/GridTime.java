package org.hillock.engine;

/** Conversion between times in ms and indices of the grid t_k = k h. */
public final class GridTime {

  private GridTime() {}

  /** The index of the grid point nearest to a time; halves go up. */
  public static long index(double timeMs, double step) {
    return (long) Math.floor(timeMs / step + 0.5);
  }

  /**
   * The time of a grid point: the shortest decimal number near k h, so that 3 × 0.1 ms is 0.3 ms.
   *
   * <p>Where 1/h is a whole number, k divided by it is the double nearest to the true quotient.
   */
  public static double time(long index, double step) {
    double perMs = 1 / step;
    double whole = Math.rint(perMs);
    return whole >= 1 && Math.abs(perMs - whole) < 1e-9 * whole ? index / whole : index * step;
  }
}
