package org.hillock.engine.recording;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
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
  private final SpikeExchange exchange;

  /**
   * @param network the network
   * @param recording what was asked for
   * @param partitioning how neurons are cut
   * @param sources the partitions
   * @param times how the engine counts time
   * @param exchange by which ranks hear of each other
   */
  public RecordState(
      Network network,
      Recording recording,
      Partitioning partitioning,
      List<? extends RecordSource> sources,
      RecordTimes times,
      SpikeExchange exchange) {
    this.network = network;
    this.recording = recording;
    this.partitioning = partitioning;
    this.sources = sources;
    this.times = times;
    this.exchange = exchange;
  }

  /**
   * Carries it.
   *
   * @param now where the run stands
   */
  public void carry(double now, StateCarrier carrier) {
    carryCounts(carrier);
    for (int i = 0; i < network.populations().size(); i++) {
      carrySpikes(i, carrier);
    }
    for (int i = 0; i < recording.rates().size(); i++) {
      carryBins(i, times.bins(recording.rates().get(i), now), carrier);
    }
    sources.get(0).modulators().carry(carrier);
    if (carrier.restores()) {
      goOn(now);
    }
  }

  /**
   * Carries how many spikes were fired and delivered; the first of all partitions has them then.
   */
  private void carryCounts(StateCarrier carrier) {
    RecordSource first = sources.get(0);
    long[] counts = new long[first.spikeCounts().length + 1];
    for (RecordSource source : sources) {
      for (int i = 0; i < counts.length - 1; i++) {
        counts[i] += source.spikeCounts()[i];
      }
      counts[counts.length - 1] += source.delivered();
    }
    Agreement.sum(exchange, counts);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = carrier.carry(counts[i]);
    }
    if (carrier.restores() && exchange.rank() == 0) {
      for (int i = 0; i < counts.length - 1; i++) {
        first.spikeCounts()[i] += counts[i];
      }
      first.addDelivered(counts[counts.length - 1]);
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
    SpikeList waiting = ofAllRanks(SpikeBlocks.merge(name, held));
    int count = carrier.carry(waiting.times().length);
    for (int i = 0; i < count; i++) {
      double time = carrier.carry(carrier.restores() ? 0 : waiting.times()[i]);
      int neuron = carrier.carry(carrier.restores() ? 0 : waiting.neurons()[i]);
      keep(population, time, neuron);
    }
  }

  private SpikeList ofAllRanks(SpikeList own) {
    if (exchange.ranks() == 1) {
      return own;
    }
    int[] told = new int[3 * own.size()];
    for (int i = 0; i < own.size(); i++) {
      long bits = Double.doubleToRawLongBits(own.times()[i]);
      told[3 * i] = own.neurons()[i];
      told[3 * i + 1] = (int) (bits >>> 32);
      told[3 * i + 2] = (int) bits;
    }
    SpikeList all = new SpikeList(own.population(), new double[0], new int[0]);
    for (int[] heard : Agreement.all(exchange, told)) {
      double[] when = new double[heard.length / 3];
      int[] who = new int[heard.length / 3];
      for (int i = 0; i < who.length; i++) {
        who[i] = heard[3 * i];
        when[i] =
            Double.longBitsToDouble((long) heard[3 * i + 1] << 32 | heard[3 * i + 2] & 0xFFFFFFFFL);
      }
      all = Merging.spikes(all, new SpikeList(own.population(), when, who));
    }
    return all;
  }

  /** Gives a spike to the partition of its neuron, if that is here. */
  private void keep(int population, double time, int neuron) {
    for (int p = 0; p < sources.size(); p++) {
      SpikeBlocks own = sources.get(p).held().spikes(population);
      if (own != null
          && neuron >= partitioning.from(population, p)
          && neuron < partitioning.to(population, p)) {
        own.add(time, neuron);
        return;
      }
    }
  }

  private void carryBins(int request, long begin, StateCarrier carrier) {
    long last = begin;
    for (RecordSource source : sources) {
      HeldCounts counts = source.held().rate(request);
      if (carrier.restores()) {
        counts.goOnWith(begin);
      }
      last = Math.max(last, counts.end());
    }
    long[] bins = new long[carrier.carry((int) (Agreement.most(exchange, last) - begin))];
    for (RecordSource source : sources) {
      for (int i = 0; i < bins.length; i++) {
        bins[i] += source.held().rate(request).count(begin + i);
      }
    }
    Agreement.sum(exchange, bins);
    for (int i = 0; i < bins.length; i++) {
      bins[i] = carrier.carry(bins[i]);
      if (carrier.restores() && exchange.rank() == 0) {
        sources.get(0).held().rate(request).add(begin + i, (int) bins[i]);
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
