package org.hillock.loihi.wiring;

import org.hillock.model.GridTime;

/**
 * The time-step of the chip, and times counted in it.
 *
 * @param step what one time-step of the chip stands for [ms]
 * @param gridStep the simulator's step [ms]
 */
public record ChipTime(double step, double gridStep) {

  /** How far a time on the chip is from the time on the simulator's grid [ms]. */
  public double rounding(double time) {
    double chip = GridTime.time(steps(time), step);
    double grid = GridTime.time(GridTime.index(time, gridStep), gridStep);
    double difference = Math.abs(chip - grid);
    return difference < 1e-9 ? 0 : difference;
  }

  /** The number of steps nearest to a time [ms]. */
  public long steps(double time) {
    return time == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : GridTime.index(time, step);
  }

  /** The step of the chip that contains a spike, which is told to its end on the way [ms]. */
  public long ofSpike(double time) {
    return ofSpike(time, 0);
  }

  /**
   * The same for a spike that arrives after a delay.
   *
   * @param time of the spike [ms]
   * @param delay [ms]
   */
  public long ofSpike(double time, double delay) {
    return containing(gridOfSpike(time) + gridIndex(delay));
  }

  /**
   * The step that contains the first spike that there may be after a start and a delay: the end of
   * the simulator's next step.
   */
  public long firstAfter(double start, double delay) {
    return containing(gridIndex(start) + gridIndex(delay) + 1);
  }

  /** The step that contains the last spike that there may be up to a stop, after a delay. */
  public long lastUntil(double stop, double delay) {
    return containing(gridIndex(stop) + gridIndex(delay));
  }

  /** The step that contains the end of a step of the simulator's grid. */
  public long containing(long gridIndex) {
    return GridTime.stepOf(GridTime.time(gridIndex, gridStep), step);
  }

  /** The step of the simulator's grid that contains a spike [ms]. */
  public long gridOfSpike(double time) {
    return GridTime.stepOf(time, gridStep);
  }

  /** The point of the simulator's grid nearest to a time [ms]. */
  public long gridIndex(double time) {
    return GridTime.index(time, gridStep);
  }

  /** Whether several steps of the simulator make one of the chip. */
  public boolean coarse() {
    return step > gridStep * (1 + 1e-9);
  }

  /** A number of steps as a time [ms]. */
  public double time(long steps) {
    return GridTime.time(steps, step);
  }

  /** How a message writes a time. */
  public static String text(double time) {
    return number(time) + " ms";
  }

  /** How a message writes a number: whole numbers without a point, others without dust. */
  public static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(Math.rint(value * 1e9) / 1e9);
  }
}
