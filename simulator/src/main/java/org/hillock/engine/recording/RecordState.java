package org.hillock.engine.recording;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.Partitioning;
import org.hillock.model.StateCarrier;
import org.hillock.network.Network;
import org.hillock.record.HeldCounts;
import org.hillock.record.HeldSamples;
import org.hillock.record.Recording;
import org.hillock.record.SpikeBlocks;
import org.hillock.record.SpikeList;

/**
 * What partitions know of their record between two epochs, when all that is complete has been
 * passed on: how far it has come, what has been counted, and bins that are not full. Summed over
 * partitions; when a run goes on, the first of them has it all.
 */
public final class RecordState {

  private final Network network;
  private final Recording recording;
  private final Partitioning partitioning;
  private final List<? extends RecordSource> sources;
  private final RecordTimes times;

  /**
   * @param network the network
   * @param recording what was asked for
   * @param partitioning how neurons are cut
   * @param sources the partitions
   * @param times how the engine counts time
   */
  public RecordState(
      Network network,
      Recording recording,
      Partitioning partitioning,
      List<? extends RecordSource> sources,
      RecordTimes times) {
    this.network = network;
    this.recording = recording;
    this.partitioning = partitioning;
    this.sources = sources;
    this.times = times;
  }

  /**
   * Carries it.
   *
   * @param now where the run stands
   */
  public void carry(double now, StateCarrier carrier) {
    RecordSource first = sources.get(0);
    for (int i = 0; i < first.spikeCounts().length; i++) {
      long sum = 0;
      for (RecordSource source : sources) {
        sum += source.spikeCounts()[i];
      }
      long carried = carrier.carry(sum);
      first.spikeCounts()[i] += carrier.restores() ? carried : 0;
    }
    long delivered = carrier.carry(sources.stream().mapToLong(RecordSource::delivered).sum());
    if (carrier.restores()) {
      first.addDelivered(delivered);
    }
    for (int i = 0; i < network.populations().size(); i++) {
      carrySpikes(i, carrier);
    }
    for (int i = 0; i < recording.rates().size(); i++) {
      carryBins(i, times.bins(recording.rates().get(i), now), carrier);
    }
    first.modulators().carry(carrier);
    if (carrier.restores()) {
      goOn(now);
    }
  }

  /** Carries spikes that had to wait, since others might come before them but for rounding. */
  private void carrySpikes(int population, StateCarrier carrier) {
    List<SpikeBlocks> held = new ArrayList<>();
    for (RecordSource source : sources) {
      SpikeBlocks own = source.held().spikes(population);
      if (own != null) {
        held.add(own.take(Double.POSITIVE_INFINITY));
      }
    }
    String name = network.populations().get(population).name();
    SpikeList waiting = SpikeBlocks.merge(name, held);
    int count = carrier.carry(waiting.times().length);
    for (int i = 0; i < count; i++) {
      double time = carrier.carry(carrier.restores() ? 0 : waiting.times()[i]);
      int neuron = carrier.carry(carrier.restores() ? 0 : waiting.neurons()[i]);
      keep(population, time, neuron);
    }
  }

  private void keep(int population, double time, int neuron) {
    for (int p = 0; p < sources.size(); p++) {
      SpikeBlocks own = sources.get(p).held().spikes(population);
      if (own != null && neuron < partitioning.to(population, p)) {
        own.add(time, neuron);
        return;
      }
    }
  }

  private void carryBins(int request, long begin, StateCarrier carrier) {
    long end = begin;
    for (RecordSource source : sources) {
      HeldCounts counts = source.held().rate(request);
      if (carrier.restores()) {
        counts.goOnWith(begin);
      }
      end = Math.max(end, counts.end());
    }
    end = carrier.carry(end);
    for (long bin = begin; bin < end; bin++) {
      int sum = 0;
      for (RecordSource source : sources) {
        sum += source.held().rate(request).count(bin);
      }
      int carried = carrier.carry(sum);
      if (carrier.restores()) {
        sources.get(0).held().rate(request).add(bin, carried);
      }
    }
  }

  private void goOn(double now) {
    for (RecordSource source : sources) {
      for (int i = 0; i < recording.traces().size(); i++) {
        HeldSamples samples = source.held().trace(i);
        if (samples != null) {
          samples.goOnWith(times.samples(recording.traces().get(i), now));
        }
      }
      source.weights().goOn(now);
    }
  }
}
