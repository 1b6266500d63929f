package org.hillock.engine.event;

/**
 * A part of a run.
 *
 * @param after it begins after this [ms]
 * @param until and ends with this [ms]
 */
record Span(double after, double until) {

  /** Whether a moment lies in it. */
  boolean holds(double time) {
    return time > after && time <= until;
  }
}
