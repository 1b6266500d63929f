package org.hillock.engine;

import org.hillock.engine.event.EventSimulation;
import org.hillock.engine.grid.GridSimulation;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.record.Recording;

/**
 * A network, built and ready to run.
 *
 * <p>There are two engines, and the settings say which one is meant: with a step {@link
 * GridSimulation} advances all neurons together from grid point to grid point; in continuous time
 * {@link EventSimulation} takes each neuron from one event that concerns it to the next. Each class
 * opens with its schedule.
 *
 * <p>A simulation is built and run once, by one thread, which brings its own workers.
 */
public interface Simulation {

  /**
   * Creates all neurons and synapses.
   *
   * @param network what to build
   * @param settings how to run it
   * @param recording what to record
   * @param listener is told how far building has come
   * @throws InvalidNetworkException if a model or parameter is not what it should be, or the engine
   *     cannot run it exactly
   * @throws OutOfMemoryEstimateException if the network does not fit
   */
  static Simulation build(
      Network network, RunSettings settings, Recording recording, RunListener listener) {
    return settings.continuous()
        ? EventSimulation.build(network, settings, recording, listener)
        : GridSimulation.build(network, settings, recording, listener);
  }

  /**
   * Runs to the end, or until the listener asks to stop.
   *
   * @param listener is told how far the run has come
   */
  RunResult run(RunListener listener);

  /** Number of synapses that were built. */
  long synapseCount();
}
