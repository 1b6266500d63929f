package org.hillock.engine.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.SynapseOrder;
import org.hillock.engine.plasticity.WeightSamples;
import org.hillock.engine.run.Partitioning;
import org.hillock.model.PlasticRule;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;
import org.jspecify.annotations.Nullable;

/**
 * Sampled weights of plastic projections, a table a request and projection, ordered by source, then
 * target, then synapse. The order is found when the first table is made, and kept.
 */
final class WeightStream {

  private final Network network;
  private final Recording recording;
  private final Partitioning partitioning;
  private final List<? extends RecordSource> sources;
  private final RecordTimes times;
  private final List<List<Integer>> requests;
  private final @Nullable SynapseOrder[] orders;

  WeightStream(
      Network network,
      Recording recording,
      Partitioning partitioning,
      List<? extends RecordSource> sources,
      RecordTimes times,
      List<List<Integer>> requests) {
    this.network = network;
    this.recording = recording;
    this.partitioning = partitioning;
    this.sources = sources;
    this.times = times;
    this.requests = requests;
    this.orders = new SynapseOrder[network.projections().size()];
  }

  /** Takes the samples that there are, to be put in order later, by one thread at a time. */
  Supplier<List<WeightTable>> take() {
    List<List<WeightSamples.Taken>> taken = new ArrayList<>();
    for (int request = 0; request < requests.size(); request++) {
      List<WeightSamples.Taken> parts = new ArrayList<>();
      for (RecordSource source : sources) {
        parts.add(source.weights().take(request));
      }
      taken.add(parts);
    }
    return () -> {
      List<WeightTable> tables = new ArrayList<>();
      for (int request = 0; request < requests.size(); request++) {
        for (int which = 0; which < requests.get(request).size(); which++) {
          tables.add(table(request, which, taken.get(request)));
        }
      }
      return tables;
    };
  }

  private WeightTable table(int request, int which, List<WeightSamples.Taken> parts) {
    int projection = requests.get(request).get(which);
    Projection described = network.projections().get(projection);
    double[] when = Arrays.stream(parts.get(0).moments()).map(times::ms).toArray();
    return order(projection)
        .table(
            described,
            when,
            (partition, sample) -> parts.get(partition).weights(sample, which),
            recording.weights().get(request).states()
                ? SynapseOrder.states(
                    PlasticRule.of(described),
                    state ->
                        (partition, sample) -> parts.get(partition).state(sample, which, state))
                : Map.of());
  }

  private SynapseOrder order(int projection) {
    SynapseOrder order = orders[projection];
    if (order == null) {
      int target =
          network.populationIndex(network.projections().get(projection).target().population());
      PlasticTable[] parts =
          sources.stream().map(each -> each.plastic(projection)).toArray(PlasticTable[]::new);
      order = new SynapseOrder(parts, partitioning.firsts(target));
      orders[projection] = order;
    }
    return order;
  }
}
