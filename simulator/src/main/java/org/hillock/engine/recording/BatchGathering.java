package org.hillock.engine.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hillock.engine.exchange.FromRank;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.exchange.ToFirst;
import org.hillock.record.Batch;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.jspecify.annotations.Nullable;

/**
 * Makes one batch of those of all ranks, at the first rank, in the order that it would have in one
 * process. All ranks gather at the same moments. What each rank knows as a whole, such as how the
 * wiring changed, is added by the first.
 */
final class BatchGathering {

  private final SpikeExchange exchange;

  /**
   * @param exchange by which ranks pass their batches on
   */
  BatchGathering(SpikeExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Gathers.
   *
   * @param own makes the batch of this rank, on any thread
   * @return makes that of all ranks, on any thread; null at the others than the first
   */
  @Nullable Supplier<Batch> gather(Supplier<Batch> own) {
    if (exchange.ranks() == 1) {
      return own;
    }
    Batch made = own.get();
    if (exchange.rank() > 0) {
      try (ToFirst out = exchange.toFirst()) {
        write(made, out);
      }
      return null;
    }
    List<Batch> all = new ArrayList<>(List.of(made));
    for (int rank = 1; rank < exchange.ranks(); rank++) {
      all.add(read(made, exchange.from(rank)));
    }
    return () -> together(all);
  }

  private static void write(Batch result, ToFirst out) {
    for (SpikeList list : result.spikes()) {
      out.put(list.times());
      out.put(list.neurons());
    }
    for (TraceTable table : result.traces()) {
      out.put(table.times());
      for (double[][] variable : table.values()) {
        for (double[] neuron : variable) {
          out.put(neuron == null ? new double[0] : neuron);
        }
      }
    }
    for (WeightTable table : result.weights()) {
      out.put(table.sources());
      out.put(table.targets());
      out.put(table.weights());
      for (double[][] state : table.states().values()) {
        out.put(state);
      }
    }
    for (RateTable table : result.rates()) {
      out.put(table.counts());
    }
  }

  /** Reads what another rank has written, in the form of what this one has. */
  private static Batch read(Batch like, FromRank in) {
    List<SpikeList> spikes = new ArrayList<>();
    for (SpikeList list : like.spikes()) {
      spikes.add(new SpikeList(list.population(), in.doubles(), in.ints()));
    }
    List<TraceTable> traces = new ArrayList<>();
    for (TraceTable table : like.traces()) {
      traces.add(trace(table, in));
    }
    List<WeightTable> weights = new ArrayList<>();
    for (WeightTable table : like.weights()) {
      weights.add(weights(table, in));
    }
    List<RateTable> rates = new ArrayList<>();
    for (RateTable table : like.rates()) {
      rates.add(
          new RateTable(table.population(), table.size(), table.start(), table.bin(), in.ints()));
    }
    return batch(like, spikes, traces, weights, rates);
  }

  private static TraceTable trace(TraceTable like, FromRank in) {
    double[] times = in.doubles();
    double[][][] values = new double[like.values().length][like.values()[0].length][];
    for (double[][] variable : values) {
      for (int neuron = 0; neuron < variable.length; neuron++) {
        variable[neuron] = in.doubles();
      }
    }
    return new TraceTable(like.population(), like.firstNeuron(), like.variables(), times, values);
  }

  private static WeightTable weights(WeightTable like, FromRank in) {
    int[] sources = in.ints();
    int[] targets = in.ints();
    double[][] weights = in.rows();
    Map<String, double[][]> states = new LinkedHashMap<>();
    for (String name : like.states().keySet()) {
      states.put(name, in.rows());
    }
    return new WeightTable(
        like.projection(),
        like.sourcePopulation(),
        like.targetPopulation(),
        sources,
        targets,
        like.times(),
        weights,
        states);
  }

  private static Batch batch(
      Batch like,
      List<SpikeList> spikes,
      List<TraceTable> traces,
      List<WeightTable> weights,
      List<RateTable> rates) {
    return new Batch(
        like.until(), spikes, traces, weights, rates, like.modulators(), like.structure());
  }

  /** Two and two, so that nothing is moved more often than need be. */
  private static Batch together(List<Batch> ranks) {
    List<Batch> all = ranks;
    while (all.size() > 1) {
      List<Batch> fewer = new ArrayList<>();
      for (int i = 0; i < all.size(); i += 2) {
        fewer.add(i + 1 < all.size() ? together(all.get(i), all.get(i + 1)) : all.get(i));
      }
      all = fewer;
    }
    return all.get(0);
  }

  private static Batch together(Batch a, Batch b) {
    List<SpikeList> spikes = new ArrayList<>();
    for (int i = 0; i < a.spikes().size(); i++) {
      spikes.add(Merging.spikes(a.spikes().get(i), b.spikes().get(i)));
    }
    List<TraceTable> traces = new ArrayList<>();
    for (int i = 0; i < a.traces().size(); i++) {
      traces.add(Merging.traces(a.traces().get(i), b.traces().get(i)));
    }
    List<WeightTable> weights = new ArrayList<>();
    for (int i = 0; i < a.weights().size(); i++) {
      weights.add(Merging.weights(a.weights().get(i), b.weights().get(i)));
    }
    List<RateTable> rates = new ArrayList<>();
    for (int i = 0; i < a.rates().size(); i++) {
      rates.add(Merging.rates(a.rates().get(i), b.rates().get(i)));
    }
    return batch(a, spikes, traces, weights, rates);
  }
}
