package org.hillock.engine.run;

/**
 * Counts and wall-clock times of a run.
 *
 * @param neurons neurons in the network
 * @param synapses synapses in the network
 * @param synapticEvents spikes delivered through synapses, after the warm-up
 * @param buildSeconds time to create and connect the network
 * @param warmupSeconds time to simulate the warm-up
 * @param simulateSeconds time to simulate the rest
 * @param simulatedMs biological time of the rest, since a run that goes on was gone on with [ms]
 * @param phases how the time to simulate the rest divides
 */
public record RunStatistics(
    long neurons,
    long synapses,
    long synapticEvents,
    double buildSeconds,
    double warmupSeconds,
    double simulateSeconds,
    double simulatedMs,
    PhaseTimes phases) {

  /** The same with other counts of synapses and of spikes delivered. */
  RunStatistics counting(long otherSynapses, long otherEvents) {
    return new RunStatistics(
        neurons,
        otherSynapses,
        otherEvents,
        buildSeconds,
        warmupSeconds,
        simulateSeconds,
        simulatedMs,
        phases);
  }

  /** Those of two runs of the same neurons, one after the other. */
  RunStatistics and(RunStatistics later) {
    return new RunStatistics(
        later.neurons,
        later.synapses,
        synapticEvents + later.synapticEvents,
        buildSeconds + later.buildSeconds,
        warmupSeconds + later.warmupSeconds,
        simulateSeconds + later.simulateSeconds,
        simulatedMs + later.simulatedMs,
        phases.and(later.phases));
  }

  /** Wall-clock time per biological time; not a number when nothing was simulated. */
  public double realTimeFactor() {
    return simulateSeconds * 1000 / simulatedMs;
  }
}
