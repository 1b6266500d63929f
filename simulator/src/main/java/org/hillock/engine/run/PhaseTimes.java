package org.hillock.engine.run;

/**
 * How the wall-clock time of a run, after the warm-up, divides into its phases, averaged over the
 * threads. The four add up to the time of the run.
 *
 * @param deliver adding the weights of arriving spikes to the input of their targets [s]
 * @param update advancing neurons, their inputs from outside included [s]
 * @param exchange making spikes known to other partitions, and waiting for them [s]
 * @param record keeping what is recorded [s]
 */
public record PhaseTimes(double deliver, double update, double exchange, double record) {

  /** Nothing was simulated, or nothing was timed. */
  public static final PhaseTimes NONE = new PhaseTimes(0, 0, 0, 0);

  /** Those of two runs, one after the other. */
  PhaseTimes and(PhaseTimes later) {
    return new PhaseTimes(
        deliver + later.deliver,
        update + later.update,
        exchange + later.exchange,
        record + later.record);
  }
}
