package org.hillock.scenario.section;

/**
 * A sine wave.
 *
 * @param amplitude in the unit of what it drives
 * @param period [ms]
 * @param phase at the beginning [rad]
 */
record Sine(double amplitude, double period, double phase) {

  /** Its value some time after the beginning [ms]. */
  double at(double time) {
    // A whole period is taken away first, so that the values repeat to the last bit.
    return amplitude * StrictMath.sin(2 * Math.PI * (time % period / period) + phase);
  }
}
