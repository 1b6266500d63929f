package org.hillock.engine.event;

import org.hillock.engine.CheckpointContract;
import org.hillock.engine.RunContract;
import org.hillock.engine.StreamContract;
import org.hillock.engine.SynapseContract;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Network;
import org.hillock.record.Recording;

/** The contract, kept by the engine in continuous time. */
class EventContractTest
    implements CheckpointContract, SynapseContract, RunContract, StreamContract {

  @Override
  public RunSettings settings(double warmup, double duration) {
    return RunSettings.continuous(warmup, duration, 7, 1);
  }

  @Override
  public Simulation build(
      Network network, RunSettings settings, Recording recording, int partitions) {
    return EventSimulation.build(
        network, settings, recording, RunListener.NONE, SpikeExchange.OF_THREADS, partitions);
  }
}
