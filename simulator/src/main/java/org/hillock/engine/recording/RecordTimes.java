package org.hillock.engine.recording;

import org.hillock.record.Recording;

/** When what is recorded happens, as an engine counts time. */
public interface RecordTimes {

  /** No spike that comes after this moment belongs before one that is earlier than this [ms]. */
  double settledBefore(double now);

  /** How many samples of a trace have been taken once a moment has been reached. */
  long samples(Recording.Trace trace, double now);

  /**
   * When a sample is taken [ms].
   *
   * @param number of the sample, from 0
   */
  double sampleTime(Recording.Trace trace, long number);

  /** How many bins are whole and final once a moment has been reached. */
  long bins(Recording.Rate rate, double now);

  /** How many bins are whole when the run ends at a moment. */
  long binsAtEnd(Recording.Rate rate, double end);

  /** The width of a bin [ms]. */
  double width(Recording.Rate rate);

  /** A moment of the engine [ms]. */
  double ms(double moment);
}
