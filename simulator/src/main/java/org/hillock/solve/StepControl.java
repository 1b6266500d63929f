package org.hillock.solve;

/**
 * The length of the steps of a method of order 5, from the error of the last one, where 1 is what
 * is allowed: the rule of the GNU Scientific Library (its reference manual, "Adaptive Step-size
 * Control"). An error of more than 1.1 is not accepted, and the step is taken again; after one of
 * less than 0.5 the next step is longer:
 *
 * <pre>
 *   h' = 0.9 h error^(-1/5),  at least h/5      if the error is more than 1.1
 *   h' = 0.9 h error^(-1/6),  from h to 5 h     if it is less than 0.5
 * </pre>
 *
 * <p>For neurons that are to fire in the same of these steps as in a simulator that integrates so.
 */
public final class StepControl {

  private static final double MOST = 1.1;
  private static final double LITTLE = 0.5;
  private static final double CAUTION = 0.9;
  private static final double FACTOR = 5;

  /** With an error below this the next step is longer by the whole factor. */
  private static final double LEAST = StrictMath.pow(CAUTION / FACTOR, 6);

  private StepControl() {}

  /** Whether a step of an error is not accepted. */
  public static boolean refuses(double error) {
    return error > MOST;
  }

  /** The length with which to take a step again that was not accepted. */
  public static double again(double length, double error) {
    return length * Math.max(1 / FACTOR, CAUTION / StrictMath.pow(error, 1.0 / 5));
  }

  /** The length of the step after one that was accepted. */
  public static double next(double length, double error) {
    if (error >= LITTLE) {
      return length;
    }
    return error <= LEAST
        ? length * FACTOR
        : length * Math.min(FACTOR, Math.max(1, CAUTION / StrictMath.pow(error, 1.0 / 6)));
  }
}
