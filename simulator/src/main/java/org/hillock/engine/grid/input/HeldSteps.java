package org.hillock.engine.grid.input;

/**
 * Successive intervals over which a current holds its value, in whole steps.
 *
 * @param start the current flows after this step
 * @param stop and up to this one
 * @param interval how long a value is held [steps]
 */
record HeldSteps(long start, long stop, long interval) {

  /** Whether anything flows in a step. */
  boolean flows(long step) {
    return step > start && step <= stop;
  }

  /** Number of the interval that a step lies in, from 0 on. */
  long number(long step) {
    return (step - 1 - start) / interval;
  }

  /** Whether the value of a step may differ from that of the step before. */
  boolean changes(long step) {
    return step - 1 == stop || flows(step) && (step - 1 - start) % interval == 0;
  }
}
