package org.hillock.nir;

import java.util.ArrayList;
import java.util.List;
import org.hillock.model.GridTime;
import org.hillock.words.Words;

/**
 * Times of one kind that a file tells, in whole steps. Files come from elsewhere and know nothing
 * of the step, so what is off the grid goes to the nearest point of it; a sentence says what and by
 * how much. Not thread-safe.
 */
final class RoundedTimes {

  /** Many files have single precision; a time is not off the grid for that. */
  private static final double SINGLE = 1e-6;

  private static final double MOST_STEPS = 0x1p53;

  private final double step;
  private double exampleFrom;
  private double exampleTo;
  private double most;
  private int moved;
  private int all;

  RoundedTimes(double step) {
    this.step = step;
  }

  /**
   * The time on the grid [ms].
   *
   * @param time 0 or more [ms]
   * @param least steps that it has at least
   */
  double round(double time, long least) {
    all++;
    double steps = time / step;
    if (steps >= MOST_STEPS) {
      return time; // beyond all grids
    }
    double rounded = GridTime.time(Math.max(least, GridTime.index(time, step)), step);
    double error = Math.abs(rounded - time);
    if (error > SINGLE * Math.max(step, time)) {
      moved++;
      if (error > most) {
        most = error;
        exampleFrom = time;
        exampleTo = rounded;
      }
    }
    return rounded;
  }

  /** A sentence if a time was moved, or none. */
  List<String> notes(String where, String what) {
    List<String> notes = new ArrayList<>();
    if (moved > 0) {
      notes.add(
          where
              + ": "
              + what
              + " rounded to whole steps of "
              + Words.milliseconds(step)
              + ": "
              + Words.milliseconds(exampleFrom)
              + " is "
              + Words.milliseconds(exampleTo)
              + " here"
              + (all == 1
                  ? ""
                  : "; " + moved + " of " + all + ", by " + Words.milliseconds(most) + " at most"));
    }
    return notes;
  }
}
