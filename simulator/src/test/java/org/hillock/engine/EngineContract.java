package org.hillock.engine;

import org.hillock.engine.grid.Networks;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Network;
import org.hillock.record.Recording;

/**
 * What every engine promises, whatever the models are. All times here are multiples of {@link
 * Networks#STEP}, so that a grid has nothing to round. Each engine has a class that implements the
 * contracts, which are the interfaces that extend this one.
 */
public interface EngineContract {

  /** Settings of the engine with one thread and a fixed seed. */
  RunSettings settings(double warmup, double duration);

  /** Builds on a number of partitions, each with a thread if there are so many. */
  Simulation build(Network network, RunSettings settings, Recording recording, int partitions);

  /** Builds and runs. */
  default RunResult run(
      Network network, RunSettings settings, Recording recording, int partitions) {
    return build(network, settings, recording, partitions).run(RunListener.NONE);
  }

  /** Runs and records everything there is to record. */
  default RunResult run(Network network, double duration, int partitions) {
    return run(network, settings(0, duration), Networks.everything(network), partitions);
  }
}
