package org.hillock.benchmark;

/** Arrivals that lie ahead, each with a key; taken in order of time, then key. */
interface ArrivalQueue {

  /**
   * Adds an arrival.
   *
   * @param time when [ms]
   * @param key what arrives
   */
  void add(double time, int key);

  /**
   * Takes the earliest arrival.
   *
   * @param end up to and including this time [ms]
   * @return false if there is none until then
   */
  boolean take(double end);

  /** When what was taken arrives [ms]. */
  double time();

  /** What was taken. */
  int key();
}
