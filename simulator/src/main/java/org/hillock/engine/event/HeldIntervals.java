package org.hillock.engine.event;

/**
 * Successive intervals over which a current holds its value.
 *
 * @param start of the first [ms]
 * @param stop of the last, which may be cut short [ms]; infinity for none
 * @param interval how long each is [ms]
 */
record HeldIntervals(double start, double stop, double interval) {

  private double beginning(double number) {
    return start + number * interval;
  }

  /** Whether anything flows right after a moment. */
  boolean flows(double time) {
    return time >= start && time < stop;
  }

  /** Number of the interval that flows right after a moment; -1 before the first. */
  double number(double time) {
    if (time < start) {
      return -1;
    }
    double number = Math.floor((time - start) / interval);
    // Rounding may put a beginning on the wrong side of itself.
    if (beginning(number + 1) <= time) {
      return number + 1;
    }
    return beginning(number) > time ? number - 1 : number;
  }

  /** The first beginning or end strictly after a moment [ms]; infinity without one. */
  double nextChange(double after) {
    return after >= stop ? Double.POSITIVE_INFINITY : Math.min(beginning(number(after) + 1), stop);
  }
}
