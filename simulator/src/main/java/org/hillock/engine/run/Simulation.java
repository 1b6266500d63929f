package org.hillock.engine.run;

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
   * Runs to the end, or until the listener asks to stop.
   *
   * @param listener is told how far the run has come
   */
  RunResult run(RunListener listener);

  /** Number of synapses that were built. */
  long synapseCount();
}
