package org.hillock.network;

import java.util.List;

/**
 * A sum of sine waves, which is held over successive intervals at its value at their beginnings.
 *
 * @param waves one or more
 * @param interval how long a value is held [ms]
 */
public record SineWaves(List<Wave> waves, double interval) {

  /** Copies the list. */
  public SineWaves {
    waves = List.copyOf(waves);
  }

  /**
   * A sine wave.
   *
   * @param amplitude in the unit of what it drives
   * @param period [ms], more than 0
   * @param phase at the beginning [rad]
   */
  public record Wave(double amplitude, double period, double phase) {

    /** Its value some time after the beginning [ms]. */
    double at(double time) {
      // Whole periods are taken away first, which % does without rounding: the argument of the sine
      // stays small, and values repeat to the last bit where times and the period are whole
      // numbers.
      return amplitude * StrictMath.sin(2 * Math.PI * (time % period / period) + phase);
    }
  }

  /** The sum some time after the beginning [ms], added with what rounding left out (Kahan 1965). */
  public double at(double time) {
    double sum = 0;
    double excess = 0;
    for (Wave wave : waves) {
      double next = wave.at(time) - excess;
      double before = sum;
      sum = before + next;
      excess = sum - before - next;
    }
    return sum - excess;
  }
}
