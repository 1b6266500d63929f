package org.hillock.engine;

import org.hillock.engine.event.EventSimulation;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.grid.GridSimulation;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.memory.MemoryEstimate;
import org.hillock.engine.memory.OutOfMemoryEstimateException;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.record.Recording;

/**
 * The engine that is meant: with a step the grid, {@link GridSimulation}; without one continuous
 * time, {@link EventSimulation}.
 */
public final class Engines {

  private Engines() {}

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
  public static Simulation build(
      Network network, RunSettings settings, Recording recording, RunListener listener) {
    return build(network, settings, recording, listener, SpikeExchange.OF_THREADS);
  }

  /**
   * Creates one process's share of all neurons, and the synapses onto them.
   *
   * @param exchange by which the processes hear of each other; all of them build the same network
   * @see #build(Network, RunSettings, Recording, RunListener)
   */
  public static Simulation build(
      Network network,
      RunSettings settings,
      Recording recording,
      RunListener listener,
      SpikeExchange exchange) {
    return settings.continuous()
        ? EventSimulation.build(network, settings, recording, listener, exchange)
        : GridSimulation.build(network, settings, recording, listener, exchange);
  }

  /** What {@link #build} and the run will take of memory, in one process. */
  public static MemoryEstimate memory(
      Network network, RunSettings settings, Recording recording, ExpectedRates rates) {
    return settings.continuous()
        ? EventSimulation.memory(network, settings, recording, rates, 1)
        : GridSimulation.memory(network, settings, recording, rates, 1);
  }
}
