package org.hillock.engine.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hillock.engine.checkpoint.Checkpoint;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.PeriodicCheckpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that goes on from a checkpoint is the run that was saved. Comparisons of a run with another
 * of ours say nothing about what is right.
 */
class GridCheckpointTest {

  @TempDir private Path folder;

  private static GridSimulation build(Network network, double duration, int partitions) {
    return GridSimulation.build(
        network,
        new RunSettings(Networks.STEP, 0, duration, 7, Math.min(3, partitions)),
        Recording.spikesOf(List.of(Networks.range(network.populations().get(0).name(), 0, 80))),
        RunListener.NONE,
        SpikeExchange.OF_THREADS,
        synapses -> new Partitioning(network, partitions));
  }

  private Checkpoints every(double interval, String name) {
    return new PeriodicCheckpoints(
        folder.resolve(name), interval, Double.POSITIVE_INFINITY, writer -> {});
  }

  private Checkpoints atTheEnd(String name) {
    return every(Double.POSITIVE_INFINITY, name);
  }

  private RunResult goOn(Network network, double duration, int partitions, String name) {
    GridSimulation simulation = build(network, duration, partitions);
    try (Checkpoint checkpoint = new Checkpoint(folder.resolve(name))) {
      simulation.restore(checkpoint);
    }
    return simulation.run(RunListener.NONE, atTheEnd(name));
  }

  private void assertSameBytes(String one, String other) throws IOException {
    assertArrayEquals(
        Files.readAllBytes(folder.resolve(one)), Files.readAllBytes(folder.resolve(other)));
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
                new ConnectionRule.FixedTotalNumber(50),
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
  void goesOnWhereSilentNeuronsAreSkipped() throws IOException {
    Network network = sparse();
    build(network, 40, 1).run(RunListener.NONE, atTheEnd("whole"));
    build(network, 5, 2).run(RunListener.NONE, atTheEnd("part"));
    goOn(network, 40, 3, "part");
    assertSameBytes("whole", "part");
    build(network, 40, 2).run(RunListener.NONE, every(0.1, "often"));
    assertSameBytes("whole", "often");
  }

  @Test
  void refusesTheCheckpointOfAnotherNetwork() {
    Network network = Networks.busy();
    build(network, 5, 2).run(RunListener.NONE, atTheEnd("busy"));
    Network smaller =
        new Network(List.of(Networks.population("exc", 79, 10)), List.of(), List.of());
    CheckpointException e =
        assertThrows(CheckpointException.class, () -> goOn(smaller, 10, 1, "busy"));
    assertEquals(
        "population 'exc' has another number of neurons in the checkpoint, so that it cannot be"
            + " gone on with",
        e.getMessage());
  }

  @Test
  void refusesADamagedCheckpointWhereverItIsDamaged() throws IOException {
    build(Networks.busy(), 5, 2).run(RunListener.NONE, atTheEnd("good"));
    byte[] good = Files.readAllBytes(folder.resolve("good"));
    Path bad = folder.resolve("bad");
    for (int at = 0; at < good.length; at += 1 + at / 50) {
      byte[] flipped = good.clone();
      flipped[at] ^= 0x10;
      Files.write(bad, flipped);
      assertThrows(CheckpointException.class, () -> new Checkpoint(bad).close(), "byte " + at);
      Files.write(bad, Arrays.copyOf(good, at));
      assertThrows(CheckpointException.class, () -> new Checkpoint(bad).close(), "cut at " + at);
    }
  }

  @Test
  void leavesTheCheckpointBeforeWhereTheNextCannotBeWritten() throws IOException {
    build(Networks.busy(), 5, 1).run(RunListener.NONE, atTheEnd("saved"));
    byte[] before = Files.readAllBytes(folder.resolve("saved"));
    // A folder stands where the next one would be written.
    Files.createDirectory(folder.resolve("saved.new"));
    CheckpointException e =
        assertThrows(
            CheckpointException.class,
            () -> build(Networks.busy(), 5, 1).run(RunListener.NONE, atTheEnd("saved")));
    assertTrue(e.getMessage().startsWith("the checkpoint " + folder.resolve("saved")));
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("saved")));
  }
}
