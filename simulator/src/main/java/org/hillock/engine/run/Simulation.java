package org.hillock.engine.run;

import org.hillock.record.MemorySink;
import org.hillock.record.Sink;

/**
 * A network, built and ready to run.
 *
 * <p>{@code Engines} builds one; the settings say by which of the two engines: with a step {@code
 * GridSimulation} advances all neurons together from grid point to grid point; in continuous time
 * {@code EventSimulation} takes each neuron from one event that concerns it to the next. Each class
 * opens with its schedule.
 *
 * <p>A simulation is built and run once, by one thread, which brings its own workers.
 */
public interface Simulation {

  /**
   * Runs to the end, or until the listener asks to stop or the sink fails.
   *
   * @param listener is told how far the run has come
   * @param sink takes what is recorded, while the run goes on
   */
  RunEnd run(RunListener listener, Sink sink);

  /**
   * The same with all that is recorded kept in memory.
   *
   * @param listener is told how far the run has come
   */
  default RunResult run(RunListener listener) {
    MemorySink kept = new MemorySink();
    RunEnd end = run(listener, kept);
    return RunResult.of(end, kept);
  }

  /** Number of synapses that were built. */
  long synapseCount();
}
