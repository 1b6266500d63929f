package org.hillock.engine.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.engine.plasticity.SynapseOrder;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.PlasticRule;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.hillock.record.RateTable;
import org.hillock.record.Recording;
import org.hillock.record.SpikeBlocks;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/** Puts together what the partitions recorded, in an order that does not depend on them. */
final class EventCollector {

  private final Network network;
  private final RunSettings settings;
  private final Recording recording;
  private final Partitioning partitioning;
  private final List<EventPartition> partitions;
  private final double end;

  /**
   * @param end how far the run got [ms]
   */
  EventCollector(
      Network network,
      RunSettings settings,
      Recording recording,
      Partitioning partitioning,
      List<EventPartition> partitions,
      double end) {
    this.network = network;
    this.settings = settings;
    this.recording = recording;
    this.partitioning = partitioning;
    this.partitions = partitions;
    this.end = end;
  }

  /** Spikes of every population of which some were asked for. */
  List<SpikeList> spikes() {
    List<SpikeList> lists = new ArrayList<>();
    for (int i = 0; i < network.populations().size(); i++) {
      int population = i;
      List<SpikeBlocks> parts =
          partitions.stream()
              .map(partition -> partition.recorder().spikes(population))
              .filter(Objects::nonNull)
              .toList();
      if (!parts.isEmpty()) {
        lists.add(SpikeBlocks.merge(network.populations().get(i).name(), parts));
      }
    }
    return lists;
  }

  /** Spikes of each population after the warm-up. */
  long[] spikeCounts() {
    long[] counts = new long[network.populations().size()];
    for (EventPartition partition : partitions) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += partition.recorder().spikeCounts()[i];
      }
    }
    return counts;
  }

  /** Sampled state, a table a request. */
  List<TraceTable> traces() {
    List<TraceTable> tables = new ArrayList<>();
    for (int request = 0; request < recording.traces().size(); request++) {
      Recording.Trace trace = recording.traces().get(request);
      int planned = EventRecorder.sampleCount(settings, trace.interval());
      double[] times = new double[planned];
      int samples = 0;
      while (samples < planned) {
        double time = TraceSamples.time(settings.warmup(), trace.interval(), samples + 1);
        if (time > end) {
          break;
        }
        times[samples++] = time;
      }
      double[][][] values = new double[trace.variables().size()][trace.neurons().size()][];
      int population = network.populationIndex(trace.neurons().population());
      for (int p = 0; p < partitions.size(); p++) {
        TraceSamples part = partitions.get(p).recorder().trace(request);
        int shift = partitioning.from(population, p) - trace.neurons().from();
        for (int v = 0; v < values.length; v++) {
          for (int i = 0; i < part.count(); i++) {
            values[v][part.firstNeuron + i + shift] = part.take(v, i, samples);
          }
        }
      }
      tables.add(
          new TraceTable(
              trace.neurons().population(),
              trace.neurons().from(),
              trace.variables(),
              Arrays.copyOf(times, samples),
              values));
    }
    return tables;
  }

  /** Binned counts, a table a request; whole bins that were run. */
  List<RateTable> rates() {
    List<RateTable> tables = new ArrayList<>();
    for (int request = 0; request < recording.rates().size(); request++) {
      Recording.Rate rate = recording.rates().get(request);
      double bins = Math.max(0, end - settings.warmup()) / rate.bin();
      int[] counts = new int[(int) Math.floor(bins * (1 + 1e-12))];
      for (EventPartition partition : partitions) {
        int[] part = partition.recorder().rateCounts(request);
        for (int i = 0; i < counts.length; i++) {
          counts[i] += part[i];
        }
      }
      tables.add(
          new RateTable(
              rate.population(),
              network.population(rate.population()).size(),
              settings.warmup(),
              rate.bin(),
              counts));
    }
    return tables;
  }

  /**
   * Sampled weights of plastic projections, a table a projection.
   *
   * @param request which request
   * @param wanted what it asks for
   * @param projections the projections that it means
   */
  List<WeightTable> weights(int request, Recording.Weights wanted, List<Integer> projections) {
    List<WeightTable> tables = new ArrayList<>();
    for (int which = 0; which < projections.size(); which++) {
      Projection described = network.projections().get(projections.get(which));
      int population = network.populationIndex(described.target().population());
      PlasticDelivery[] parts = new PlasticDelivery[partitions.size()];
      int[] firstTarget = new int[parts.length];
      for (int p = 0; p < parts.length; p++) {
        parts[p] = partitions.get(p).plastic(projections.get(which));
        firstTarget[p] = partitioning.from(population, p);
      }
      SynapseOrder order = new SynapseOrder(parts, firstTarget);
      int place = which;
      tables.add(
          order.table(
              described,
              partitions.get(0).weights().moments(request),
              (partition, sample) ->
                  partitions.get(partition).weights().weights(request, sample, place),
              wanted.states()
                  ? SynapseOrder.states(
                      PlasticRule.of(described),
                      state ->
                          (partition, sample) ->
                              partitions
                                  .get(partition)
                                  .weights()
                                  .state(request, sample, place, state))
                  : Map.of()));
    }
    return tables;
  }
}
