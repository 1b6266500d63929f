package org.hillock.lif;

/**
 * A random process in time, taken from event to event: some of its events are spikes. Both engines
 * follow the same process, see {@link PointProcessKernels}.
 */
interface PointProcess {

  /** Whether there are no events at all. */
  boolean silent();

  /** Fires after this time [ms]. */
  double start();

  /** And up to this one [ms]. */
  double stop();

  /**
   * Draws the first event after a time, as if the process had always been going on.
   *
   * @param train of which nothing has been drawn
   * @param from the time [ms]
   */
  void begin(Train train, double from);

  /**
   * Takes the next event and draws the one after it.
   *
   * @return whether the event is a spike
   */
  boolean pass(Train train);

  /**
   * Draws the next event again, of which only is known that it comes after a time: what went before
   * stays.
   *
   * @param train of which something has been drawn
   * @param from the time [ms]
   */
  void goOn(Train train, double from);
}
