package org.hillock.engine.grid;

import org.hillock.engine.CheckpointContract;
import org.hillock.engine.RunContract;
import org.hillock.engine.StreamContract;
import org.hillock.engine.SynapseContract;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Network;
import org.hillock.record.Recording;

/** The contract, kept by the grid engine. */
class GridContractTest implements CheckpointContract, SynapseContract, RunContract, StreamContract {

  @Override
  public RunSettings settings(double warmup, double duration) {
    return new RunSettings(Networks.STEP, warmup, duration, 7, 1);
  }

  @Override
  public Simulation build(
      Network network, RunSettings settings, Recording recording, int partitions) {
    RunSettings threaded =
        new RunSettings(
            settings.step(),
            settings.warmup(),
            settings.duration(),
            settings.seed(),
            Math.min(4, partitions));
    return GridSimulation.build(
        network,
        threaded,
        recording,
        RunListener.NONE,
        SpikeExchange.OF_THREADS,
        synapses -> new Partitioning(network, partitions));
  }
}
