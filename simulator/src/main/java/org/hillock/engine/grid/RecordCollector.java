package org.hillock.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.engine.grid.table.PlasticSynapses;
import org.hillock.engine.plasticity.SynapseOrder;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
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
public final class RecordCollector {

  private final Network network;
  private final RunSettings settings;
  private final Recording recording;
  private final Partitioning partitioning;
  private final List<PartitionRecorder> recorders;
  private final long lastStep;

  /**
   * @param network the whole network
   * @param settings step, warm-up and duration
   * @param recording what was asked for
   * @param partitioning how neurons are cut
   * @param recorders one a partition
   * @param lastStep the last step that was run
   */
  public RecordCollector(
      Network network,
      RunSettings settings,
      Recording recording,
      Partitioning partitioning,
      List<PartitionRecorder> recorders,
      long lastStep) {
    this.network = network;
    this.settings = settings;
    this.recording = recording;
    this.partitioning = partitioning;
    this.recorders = recorders;
    this.lastStep = lastStep;
  }

  /** Spikes of every population of which some were asked for. */
  public List<SpikeList> spikes() {
    List<SpikeList> lists = new ArrayList<>();
    for (int i = 0; i < network.populations().size(); i++) {
      int population = i;
      List<SpikeBlocks> parts =
          recorders.stream()
              .map(recorder -> recorder.spikes(population))
              .filter(Objects::nonNull)
              .toList();
      if (!parts.isEmpty()) {
        lists.add(SpikeBlocks.merge(network.populations().get(i).name(), parts));
      }
    }
    return lists;
  }

  /** Spikes of each population after the warm-up. */
  public long[] spikeCounts() {
    long[] counts = new long[network.populations().size()];
    for (PartitionRecorder recorder : recorders) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] += recorder.spikeCounts()[i];
      }
    }
    return counts;
  }

  /** Sampled state, a table a request. */
  public List<TraceTable> traces() {
    List<TraceTable> tables = new ArrayList<>();
    long warmup = GridTime.index(settings.warmup(), settings.step());
    for (int request = 0; request < recording.traces().size(); request++) {
      Recording.Trace trace = recording.traces().get(request);
      double[][][] values = new double[trace.variables().size()][trace.neurons().size()][];
      int samples = 0;
      long interval = 1;
      for (PartitionRecorder recorder : recorders) {
        PartitionRecorder.TracePart part = recorder.trace(request);
        if (part != null) {
          samples = part.samples;
          interval = part.interval;
          for (int v = 0; v < values.length; v++) {
            for (int i = 0; i < part.values[v].length; i++) {
              values[v][part.firstNeuron - trace.neurons().from() + i] = part.take(v, i);
            }
          }
        }
      }
      double[] times = new double[samples];
      for (int i = 0; i < samples; i++) {
        times[i] = GridTime.time(warmup + (i + 1) * interval, settings.step());
      }
      tables.add(
          new TraceTable(
              trace.neurons().population(),
              trace.neurons().from(),
              trace.variables(),
              times,
              values));
    }
    return tables;
  }

  /** Binned counts, a table a request; whole bins that were run. */
  public List<RateTable> rates() {
    List<RateTable> tables = new ArrayList<>();
    long run = Math.max(0, lastStep - GridTime.index(settings.warmup(), settings.step()));
    for (int request = 0; request < recording.rates().size(); request++) {
      Recording.Rate rate = recording.rates().get(request);
      long bin = Math.max(1, GridTime.index(rate.bin(), settings.step()));
      int[] counts = new int[(int) (run / bin)];
      for (PartitionRecorder recorder : recorders) {
        int[] part = recorder.rateCounts(request);
        for (int i = 0; i < counts.length; i++) {
          counts[i] += part[i];
        }
      }
      tables.add(
          new RateTable(
              rate.population(),
              network.population(rate.population()).size(),
              settings.warmup(),
              GridTime.time(bin, settings.step()),
              counts));
    }
    return tables;
  }

  /**
   * Sampled weights of plastic projections, a table a projection, ordered by source, then target,
   * then synapse.
   *
   * @param request which request
   * @param wanted what it asks for
   * @param projections the projections that it means
   */
  public List<WeightTable> weights(
      int request, Recording.Weights wanted, List<Integer> projections) {
    List<WeightTable> tables = new ArrayList<>();
    for (int i = 0; i < projections.size(); i++) {
      tables.add(weightTable(request, wanted, projections, i));
    }
    return tables;
  }

  private WeightTable weightTable(
      int request, Recording.Weights wanted, List<Integer> projections, int which) {
    int projection = projections.get(which);
    Projection described = network.projections().get(projection);
    int population = network.populationIndex(described.target().population());
    PlasticSynapses[] parts = new PlasticSynapses[recorders.size()];
    int[] firstTarget = new int[parts.length];
    for (int p = 0; p < parts.length; p++) {
      parts[p] = recorders.get(p).partition().plasticTables(projection).get(0);
      firstTarget[p] = partitioning.from(population, p);
    }
    SynapseOrder order = new SynapseOrder(parts, firstTarget);
    double[] times =
        Arrays.stream(recorders.get(0).weights().moments(request))
            .map(step -> GridTime.time((long) step, settings.step()))
            .toArray();
    return order.table(
        described,
        times,
        (partition, sample) -> recorders.get(partition).weights().weights(request, sample, which),
        wanted.states()
            ? SynapseOrder.states(
                PlasticRule.of(described),
                state ->
                    (partition, sample) ->
                        recorders.get(partition).weights().state(request, sample, which, state))
            : Map.of());
  }
}
