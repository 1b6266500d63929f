package org.hillock.loihi;

import org.hillock.engine.GridTime;

/**
 * The time-step of the chip, and times counted in it.
 *
 * @param step what one time-step of the chip stands for [ms]
 */
record ChipTime(double step) {

  /** The number of steps nearest to a time [ms]. */
  long steps(double time) {
    return time == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : GridTime.index(time, step);
  }

  /** A number of steps as a time [ms]. */
  double time(long steps) {
    return GridTime.time(steps, step);
  }

  /** How a message writes a time. */
  static String text(double time) {
    return number(time) + " ms";
  }

  /** How a message writes a number: whole numbers without a point, others without dust. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(Math.rint(value * 1e9) / 1e9);
  }
}
