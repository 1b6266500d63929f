package org.hillock.analysis;

/**
 * How to compare.
 *
 * @param timeScale how far a spike must move to be another one: the time constant of van Rossum's
 *     distance, and 1/q of that of Victor and Purpura [ms]
 * @param bin width of the bins in which correlations are counted [ms]
 * @param tolerance how far the same spike may be apart in two runs that are called identical [ms]
 */
public record ComparisonSettings(double timeScale, double bin, double tolerance) {

  /** 10 ms, a usual membrane time constant; bins of 5 ms; no tolerance. */
  public static final ComparisonSettings STANDARD = new ComparisonSettings(10, 5, 0);

  /**
   * @throws IllegalArgumentException if scale or bin is not above 0 or the tolerance is below
   */
  public ComparisonSettings {
    if (!(timeScale > 0) || !(bin > 0) || !(tolerance >= 0)) {
      throw new IllegalArgumentException(
          "time scale " + timeScale + " ms, bin " + bin + " ms, tolerance " + tolerance + " ms");
    }
  }
}
