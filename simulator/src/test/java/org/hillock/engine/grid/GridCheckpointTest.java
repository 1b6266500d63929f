package org.hillock.engine.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.Snapshot;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.MemoryCheckpoints;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What only a grid has: silent neurons that are skipped. */
class GridCheckpointTest {

  private static Snapshot run(
      Network network,
      double duration,
      int partitions,
      @Nullable Snapshot from,
      MemoryCheckpoints checkpoints) {
    GridSimulation simulation =
        GridSimulation.build(
            network,
            new RunSettings(Networks.STEP, 0, duration, 7, Math.min(3, partitions)),
            Recording.nothing(),
            RunListener.NONE,
            SpikeExchange.OF_THREADS,
            synapses -> new Partitioning(network, partitions));
    if (from != null) {
      simulation.restore(from.bringing());
    }
    simulation.run(RunListener.NONE, checkpoints);
    return checkpoints.last();
  }

  private static Snapshot run(
      Network network, double duration, int partitions, @Nullable Snapshot from) {
    return run(network, duration, partitions, from, new MemoryCheckpoints());
  }

  /** So large a population that silent neurons are skipped. */
  private static Network sparse() {
    int size = 2 * Sparsity.SMALLEST;
    return new Network(
        List.of(Networks.population("cells", size, 0.9), Networks.population("pre", 1, 1)),
        List.of(Networks.spikes("pre", 1, 0.1, 1, 4, 9)),
        List.of(
            Networks.projection(
                Networks.range("pre", 0, 1),
                Networks.range("cells", 0, size),
                new FixedTotalNumber(50),
                Distribution.of(0.5),
                Distribution.of(1.3)),
            Networks.projection(
                Networks.range("cells", 0, size),
                Networks.range("cells", 0, size),
                new ConnectionRule.FixedIndegree(20),
                Distribution.of(0.3),
                Distribution.of(0.7))));
  }

  @Test
  void goesOnWhereSilentNeuronsAreSkipped() {
    Network network = sparse();
    Snapshot whole = run(network, 40, 1, null);
    Snapshot part = run(network, 5, 2, null);
    assertEquals(whole, run(network, 40, 3, part));
    assertEquals(whole, run(network, 40, 2, null, new MemoryCheckpoints(0.1)));
  }

  @Test
  void refusesTheCheckpointOfAnotherNetwork() {
    Snapshot busy = run(Networks.busy(), 5, 2, null);
    Network smaller =
        new Network(List.of(Networks.population("exc", 79, 10)), List.of(), List.of());
    CheckpointException e =
        assertThrows(CheckpointException.class, () -> run(smaller, 10, 1, busy));
    assertEquals(
        "population 'exc' has another number of neurons in the checkpoint, so that it cannot be"
            + " gone on with",
        e.getMessage());
  }
}
