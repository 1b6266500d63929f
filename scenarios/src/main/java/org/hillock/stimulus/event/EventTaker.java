package org.hillock.stimulus.event;

import org.hillock.stimulus.StimulusException;

/** Takes the events of a file. */
@FunctionalInterface
interface EventTaker {

  /**
   * Takes one.
   *
   * @param time [us]
   * @param x column, from the left; as {@link Aedat2} has it, from the right
   * @param y row, from the top; as {@link Aedat2} has it, from the bottom
   * @param on whether the pixel became brighter
   * @throws StimulusException if it cannot be taken
   */
  void take(long time, int x, int y, boolean on) throws StimulusException;
}
