package org.hillock.engine;

import static org.hillock.engine.grid.Networks.range;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.checkpoint.Snapshot;
import org.hillock.engine.grid.Networks;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.MemoryCheckpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.TraceTable;
import org.junit.jupiter.api.Test;
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
  default void shouldGoOnFromACheckpointOnOtherPartitions(double time) {
    Network network = Networks.busy();
    Recording spikes = Recording.spikesOf(List.of(range("exc", 0, 80)));
    MemoryCheckpoints whole = new MemoryCheckpoints();
    RunResult all = build(network, settings(0, 100), spikes, 1).run(RunListener.NONE, whole);
    MemoryCheckpoints part = new MemoryCheckpoints();
    RunResult first = build(network, settings(0, time), spikes, 2).run(RunListener.NONE, part);
    Simulation rest = build(network, settings(0, 100), spikes, 5);
    rest.restore(part.last().bringing());
    double[] then = rest.run(RunListener.NONE, part).spikes().get(0).times();
    assertEquals(whole.last(), part.last(), whole.last().difference(part.last()));
    // In continuous time a checkpoint may be a little before the end of a run.
    double[] after = Arrays.stream(then).filter(at -> at > time).toArray();
    double[] before = first.spikes().get(0).times();
    double[] both = DoubleStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray();
    assertArrayEquals(all.spikes().get(0).times(), both);
    assertTrue(after.length > 100);
  }

  @Test
  default void shouldNotBeChangedByBeingSaved() {
    Network network = Networks.busy();
    Recording spikes = Recording.spikesOf(List.of(range("exc", 0, 80)));
    assertEquals(
        run(network, settings(0, 60), spikes, 2).spikes(),
        build(network, settings(0, 60), spikes, 2)
            .run(RunListener.NONE, new MemoryCheckpoints(0.7))
            .spikes());
  }

  /** Saves once, after some time. */
  final class Once implements Checkpoints {
    private final Snapshot snapshot = new Snapshot();
    private final double after;
    private double saved = Double.NaN;

    Once(double after) {
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
    public void save(double time, Consumer<Sections> state) {
      if (Double.isNaN(saved) && time >= after) {
        saved = time;
        state.accept(snapshot.taking());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 7.1, 33.3, 50.2})
  default void shouldGoOnWithTheRecordWhereItWasSaved(double time) {
    Network network = Networks.busy();
    Recording everything = Networks.everything(network);
    Once once = new Once(time);
    RunResult whole = build(network, settings(0, 100), everything, 2).run(RunListener.NONE, once);
    Simulation simulation = build(network, settings(0, 100), everything, 3);
    simulation.restore(once.snapshot.bringing());
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
}
