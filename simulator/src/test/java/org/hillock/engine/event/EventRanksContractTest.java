package org.hillock.engine.event;

import org.hillock.engine.CheckpointContract;
import org.hillock.engine.RankedSimulation;
import org.hillock.engine.RunContract;
import org.hillock.engine.StreamContract;
import org.hillock.engine.SynapseContract;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Network;
import org.hillock.record.Recording;

/**
 * The contract, kept by the event engine where ranks share a network: as many as partitions are
 * asked for, up to three, each with as many partitions.
 */
class EventRanksContractTest
    implements SynapseContract, RunContract, StreamContract, CheckpointContract {

  @Override
  public RunSettings settings(double warmup, double duration) {
    return RunSettings.continuous(warmup, duration, 7, 2);
  }

  @Override
  public Simulation build(
      Network network, RunSettings settings, Recording recording, int partitions) {
    int ranks = Math.min(3, partitions);
    return new RankedSimulation(
        ranks,
        exchange ->
            EventSimulation.build(
                network, settings, recording, RunListener.NONE, exchange, ranks * partitions));
  }
}
