package org.hillock.engine.plasticity;

/** One target of a table whose arrivals are listened to. */
public final class FollowedTarget {

  /** From the engine's time to ms. */
  @FunctionalInterface
  public interface Clock {
    /** A moment [ms]. */
    double time(double moment);
  }

  private final int projection;
  private final int target;
  private final Clock clock;
  private final TransmissionListener listener;

  /**
   * @param projection whose synapses the table has
   * @param target as {@link PlasticTable#target} has it
   * @param clock what the moments of the engine are
   * @param listener who is told
   */
  public FollowedTarget(int projection, int target, Clock clock, TransmissionListener listener) {
    this.projection = projection;
    this.target = target;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Synapses of a row have passed on a spike.
   *
   * @param emitted when it was sent, in the time of the engine
   * @param delay as well
   * @param from first synapse
   * @param to one past the last
   * @param values what they pass on
   * @param at that of the first
   */
  public void tell(
      PlasticTable table,
      int source,
      double emitted,
      double delay,
      int from,
      int to,
      double[] values,
      int at) {
    for (int synapse = from; synapse < to; synapse++) {
      if (table.target(synapse) == target) {
        listener.transmitted(
            projection,
            source,
            clock.time(emitted),
            clock.time(emitted + delay),
            values[at + synapse - from]);
      }
    }
  }
}
