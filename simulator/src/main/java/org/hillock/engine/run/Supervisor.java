package org.hillock.engine.run;

import java.util.List;
import org.hillock.network.Network;

/**
 * Watches a run for the one thread that asks it now and then: tells the listener how far the run
 * has come, hears of a request to stop, and knows when the warm-up ended.
 *
 * <p>How far a run has come is told in a unit of the engine's own, such as steps or ms.
 */
public final class Supervisor {

  private static final long PROGRESS_NANOS = 100_000_000L;

  private final RunListener listener;
  private final double warmup;
  private final double end;
  private final long begun = System.nanoTime();
  private long lastTold = begun;
  private long warmupEnded = begun;
  private boolean warm;

  /**
   * @param listener whom to tell and ask
   * @param warmup where the warm-up ends
   * @param end where the run ends, if it is not stopped
   */
  public Supervisor(RunListener listener, double warmup, double end) {
    this.listener = listener;
    this.warmup = warmup;
    this.end = end;
    this.warm = warmup == 0;
  }

  /**
   * Takes note of how far the run has come.
   *
   * @return whether it must stop here
   */
  public boolean stopsAt(double reached) {
    boolean stops = listener.stopRequested();
    long now = System.nanoTime();
    if (!warm && reached >= warmup) {
      warm = true;
      warmupEnded = now;
    }
    if (now - lastTold > PROGRESS_NANOS || reached >= end) {
      lastTold = now;
      if (reached <= warmup) {
        listener.progress(RunListener.Phase.WARMUP, reached / warmup);
      } else {
        double done = (reached - warmup) / (end - warmup);
        listener.progress(RunListener.Phase.SIMULATE, Math.min(1, done));
      }
    }
    return stops;
  }

  /**
   * The statistics of the run, which has just ended.
   *
   * @param network what was run
   * @param synapses its synapses
   * @param delivered spikes delivered through them after the warm-up
   * @param buildSeconds what building took
   * @param simulatedMs biological time after the warm-up, 0 if it was not reached [ms]
   * @param clocks of all workers
   */
  public RunStatistics statistics(
      Network network,
      long synapses,
      long delivered,
      double buildSeconds,
      double simulatedMs,
      List<PhaseClock> clocks) {
    long ended = System.nanoTime();
    long warmed = simulatedMs <= 0 && warmup > 0 ? ended : warmupEnded;
    double simulateSeconds = (ended - warmed) * 1e-9;
    return new RunStatistics(
        network.neuronCount(),
        synapses,
        delivered,
        buildSeconds,
        (warmed - begun) * 1e-9,
        simulateSeconds,
        Math.max(0, simulatedMs),
        PhaseClock.of(clocks, simulateSeconds));
  }
}
