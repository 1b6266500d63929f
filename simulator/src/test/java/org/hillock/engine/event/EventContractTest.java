package org.hillock.engine.event;

import org.hillock.engine.EngineContract;
import org.hillock.engine.RunListener;
import org.hillock.engine.RunSettings;
import org.hillock.engine.Simulation;
import org.hillock.network.Network;
import org.hillock.record.Recording;

/** The contract, kept by the engine in continuous time. */
class EventContractTest extends EngineContract {

  @Override
  protected RunSettings settings(double warmup, double duration) {
    return RunSettings.continuous(warmup, duration, 7, 1);
  }

  @Override
  protected Simulation build(
      Network network, RunSettings settings, Recording recording, int partitions) {
    return EventSimulation.build(network, settings, recording, RunListener.NONE, partitions);
  }
}
