package org.hillock.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.engine.grid.Networks;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.record.Batch;
import org.hillock.record.RateTable;
import org.hillock.record.Recording;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.junit.jupiter.api.Test;

/** What a sink is given while a run goes on. */
public interface StreamContract extends EngineContract {

  /** Long enough for the samples to fill several batches [ms]. */
  double LONG = 1000;

  private List<Batch> batches(Network network, double duration, int partitions) {
    List<Batch> batches = new ArrayList<>();
    RunEnd end =
        build(network, settings(0, duration), Networks.everything(network), partitions)
            .run(RunListener.NONE, batches::add);
    assertFalse(end.partial());
    assertEquals(duration, batches.get(batches.size() - 1).until(), 1e-9);
    return batches;
  }

  @Test
  default void shouldGiveASinkNothingThatBelongsBeforeWhatItHas() {
    Network network = Networks.busy();
    List<Batch> batches = batches(network, LONG, 3);
    assertTrue(batches.size() > 3, batches.size() + " batches");
    double until = 0;
    double lastSpike = Double.NEGATIVE_INFINITY;
    double lastSample = 0;
    for (Batch batch : batches) {
      assertTrue(batch.until() >= until);
      until = batch.until();
      double first = lastSpike;
      for (SpikeList list : batch.spikes()) {
        for (int i = 0; i < list.size(); i++) {
          boolean ordered =
              i == 0
                  || list.times()[i] > list.times()[i - 1]
                  || list.times()[i] == list.times()[i - 1]
                      && list.neurons()[i] > list.neurons()[i - 1];
          assertTrue(ordered && list.times()[i] > first && list.times()[i] <= until + 1e-9);
          lastSpike = Math.max(lastSpike, list.times()[i]);
        }
      }
      double[] times = batch.traces().get(0).times();
      for (double time : times) {
        assertEquals(
            lastSample + Networks.STEP, time, 1e-9, "no sample is left out or comes twice");
        lastSample = time;
      }
    }
    assertEquals(LONG, lastSample, 1e-9);
  }

  /** Where batches end depends on the partitions, what they hold together does not. */
  @Test
  default void shouldGiveASinkTheSameHoweverItIsCutIntoBatches() {
    Network network = Networks.busy();
    RunResult kept =
        build(network, settings(0, LONG), Networks.everything(network), 1).run(RunListener.NONE);
    List<Batch> batches = batches(network, LONG, 4);
    int spikes = 0;
    int samples = 0;
    int bins = 0;
    for (Batch batch : batches) {
      SpikeList list = batch.spikes().get(0);
      for (int i = 0; i < list.size(); i++, spikes++) {
        assertEquals(kept.spikes().get(0).times()[spikes], list.times()[i]);
        assertEquals(kept.spikes().get(0).neurons()[spikes], list.neurons()[i]);
      }
      TraceTable table = batch.traces().get(1);
      for (int i = 0; i < table.times().length; i++, samples++) {
        assertEquals(kept.traces().get(1).times()[samples], table.times()[i]);
        for (int neuron = 0; neuron < 20; neuron++) {
          assertEquals(
              kept.traces().get(1).values()[1][neuron][samples], table.values()[1][neuron][i]);
        }
      }
      RateTable rates = batch.rates().get(0);
      assertEquals(bins, rates.start(), 1e-9, "bins of 1 ms");
      for (int count : rates.counts()) {
        assertEquals(kept.rates().get(0).counts()[bins++], count);
      }
    }
    assertEquals(kept.spikeCounts()[0], spikes);
    assertEquals(LONG / Networks.STEP, samples, 0.5);
    assertEquals(LONG, bins);
    assertEquals(spikes, Arrays.stream(kept.rates().get(0).counts()).sum());
  }

  @Test
  default void shouldEndARunWhoseSinkIsFull() {
    Network network = Networks.busy();
    SinkException full = new SinkException("no space left", new IllegalStateException());
    List<Batch> taken = new ArrayList<>();
    Sink sink =
        batch -> {
          if (taken.size() == 1) {
            throw full;
          }
          taken.add(batch);
        };
    RunEnd end =
        build(network, settings(0, 20 * LONG), Networks.everything(network), 2)
            .run(RunListener.NONE, sink);
    assertSame(full, end.failure());
    assertTrue(end.partial());
    assertEquals(1, taken.size());
    assertTrue(end.time() < 20 * LONG, "stopped at " + end.time() + " ms");
  }

  @Test
  default void shouldNotTakeABugOfASinkForAFullDisk() {
    Network network = Networks.busy();
    Sink sink =
        batch -> {
          throw new IllegalStateException("a bug");
        };
    assertThrows(
        IllegalStateException.class,
        () ->
            build(network, settings(0, 3 * LONG), Networks.everything(network), 2)
                .run(RunListener.NONE, sink));
  }

  @Test
  default void shouldSayOfWhatNothingWasRecorded() {
    Network network = Networks.busy();
    Recording some =
        new Recording(
            List.of(NeuronRange.all(network.populations().get(1))),
            List.of(new Recording.Trace(new NeuronRange("exc", 3, 5), List.of("sum"), 30)),
            List.of(),
            List.of(new Recording.Rate("exc", 30)));
    List<Batch> batches = new ArrayList<>();
    build(network, settings(0, 0.2), some, 2).run(RunListener.NONE, batches::add);
    assertEquals(1, batches.size());
    assertEquals(SpikeList.none("inh"), batches.get(0).spikes().get(0));
    assertArrayEquals(new double[0], batches.get(0).traces().get(0).times());
    assertEquals(2, batches.get(0).traces().get(0).values()[0].length);
    assertEquals(0, batches.get(0).rates().get(0).counts().length);
  }
}
