package org.hillock.engine;

import static org.hillock.engine.grid.Networks.range;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.hillock.engine.checkpoint.Checkpoint;
import org.hillock.engine.checkpoint.CheckpointWriter;
import org.hillock.engine.grid.Networks;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.PeriodicCheckpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.TraceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is saved goes on as if nothing had happened. All of this compares runs of ours with each
 * other, and says nothing about what is right.
 */
public interface CheckpointContract extends EngineContract {

  /** Synapses of every storage, many delays, and currents that are held over several steps. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 3, 7.1, 50.2})
  default void shouldGoOnFromACheckpointOnOtherPartitions(double time, @TempDir Path folder)
      throws IOException {
    Network network = Networks.busy();
    Path whole = folder.resolve("whole");
    Path part = folder.resolve("part");
    double never = Double.POSITIVE_INFINITY;
    Recording spikes = Recording.spikesOf(List.of(range("exc", 0, 80)));
    double[] all =
        build(network, settings(0, 100), spikes, 1)
            .run(RunListener.NONE, new PeriodicCheckpoints(whole, never, never, writer -> {}))
            .spikes()
            .get(0)
            .times();
    Checkpoints toPart = new PeriodicCheckpoints(part, never, never, writer -> {});
    double[] first =
        build(network, settings(0, time), spikes, 2)
            .run(RunListener.NONE, toPart)
            .spikes()
            .get(0)
            .times();
    Simulation rest = build(network, settings(0, 100), spikes, 5);
    try (Checkpoint checkpoint = new Checkpoint(part)) {
      rest.restore(checkpoint);
    }
    double[] then = rest.run(RunListener.NONE, toPart).spikes().get(0).times();
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(part));
    // In continuous time a checkpoint may be a little before the end of a run.
    double[] after = Arrays.stream(then).filter(at -> at > time).toArray();
    double[] both = DoubleStream.concat(Arrays.stream(first), Arrays.stream(after)).toArray();
    assertArrayEquals(all, both);
    assertTrue(after.length > 100);
  }

  /** Saves once, after some time. */
  final class Once implements Checkpoints {
    private final Path file;
    private final double after;
    private double saved = Double.NaN;

    Once(Path file, double after) {
      this.file = file;
      this.after = after;
    }

    @Override
    public double next(double now) {
      return now < after ? after : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean due() {
      return false;
    }

    @Override
    public void save(double time, Consumer<CheckpointWriter> state) {
      if (Double.isNaN(saved) && time >= after) {
        saved = time;
        try (CheckpointWriter writer = new CheckpointWriter(file)) {
          state.accept(writer);
          writer.finish();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 7.1, 33.3, 50.2})
  default void shouldGoOnWithTheRecordWhereItWasSaved(double time, @TempDir Path folder) {
    Network network = Networks.busy();
    Recording everything = Networks.everything(network);
    Once once = new Once(folder.resolve("once"), time);
    RunResult whole = build(network, settings(0, 100), everything, 2).run(RunListener.NONE, once);
    Simulation simulation = build(network, settings(0, 100), everything, 3);
    try (Checkpoint checkpoint = new Checkpoint(folder.resolve("once"))) {
      simulation.restore(checkpoint);
    }
    RunResult rest = simulation.run(RunListener.NONE);
    assertArrayEquals(whole.spikeCounts(), rest.spikeCounts());
    assertEquals(whole.statistics().synapticEvents(), rest.statistics().synapticEvents());
    for (int i = 0; i < whole.spikes().size(); i++) {
      double[] all = whole.spikes().get(i).times();
      double[] then = rest.spikes().get(i).times();
      assertArrayEquals(Arrays.copyOfRange(all, all.length - then.length, all.length), then);
      assertEquals(Arrays.stream(all).filter(at -> at > once.saved).count(), then.length);
    }
    for (int i = 0; i < whole.traces().size(); i++) {
      TraceTable all = whole.traces().get(i);
      TraceTable then = rest.traces().get(i);
      int before = all.times().length - then.times().length;
      assertEquals(before, Arrays.stream(all.times()).filter(at -> at <= once.saved).count());
      for (int v = 0; v < all.variables().size(); v++) {
        for (int n = 0; n < all.values()[v].length; n++) {
          double[] own = all.values()[v][n];
          assertArrayEquals(Arrays.copyOfRange(own, before, own.length), then.values()[v][n], 0);
        }
      }
    }
    for (int i = 0; i < whole.rates().size(); i++) {
      int[] all = whole.rates().get(i).counts();
      int[] then = rest.rates().get(i).counts();
      assertArrayEquals(Arrays.copyOfRange(all, all.length - then.length, all.length), then);
    }
  }

  @Test
  default void shouldNotBeChangedByBeingSaved(@TempDir Path folder) {
    Network network = Networks.busy();
    Recording spikes = Recording.spikesOf(List.of(range("exc", 0, 80)));
    Checkpoints often =
        new PeriodicCheckpoints(folder.resolve("often"), 0.7, Double.POSITIVE_INFINITY, w -> {});
    assertEquals(
        run(network, settings(0, 60), spikes, 2).spikes(),
        build(network, settings(0, 60), spikes, 2).run(RunListener.NONE, often).spikes());
  }
}
