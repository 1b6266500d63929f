package org.hillock.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hillock.engine.exchange.FromRank;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.exchange.ToFirst;
import org.hillock.record.Batch;
import org.hillock.record.MemorySink;
import org.hillock.record.RateTable;
import org.hillock.record.Sink;
import org.hillock.record.SinkException;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/**
 * Makes one result of those of all ranks, at the first rank. What each rank knows as a whole, such
 * as how the wiring changed, is that of the first; the rest is put together in the order that it
 * would have in one process.
 */
public final class ResultGathering {

  private ResultGathering() {}

  /**
   * Runs the share of each rank in memory, and passes on all of it at the first rank.
   *
   * @param sink takes it at the first rank; nothing at the others
   * @param share runs that of this rank
   */
  public static RunEnd run(SpikeExchange exchange, Sink sink, Function<Sink, RunEnd> share) {
    MemorySink kept = new MemorySink();
    RunResult all = gather(exchange, RunResult.of(share.apply(kept), kept));
    SinkException failure = null;
    if (exchange.rank() == 0) {
      try {
        sink.take(
            new Batch(
                all.endTime(),
                all.spikes(),
                all.traces(),
                all.weights(),
                all.rates(),
                all.modulators(),
                all.structure()));
      } catch (SinkException e) {
        failure = e;
      }
    }
    boolean partial = all.partial() || failure != null;
    return new RunEnd(all.spikeCounts(), all.endTime(), partial, all.statistics(), failure);
  }

  /**
   * Gathers the results.
   *
   * @param own of this rank
   * @return those of the whole network at the first rank, the own ones at the others
   */
  public static RunResult gather(SpikeExchange exchange, RunResult own) {
    if (exchange.rank() > 0) {
      try (ToFirst out = exchange.toFirst()) {
        write(own, out);
      }
      return own;
    }
    List<RunResult> all = new ArrayList<>(List.of(own));
    for (int rank = 1; rank < exchange.ranks(); rank++) {
      all.add(read(own, exchange.from(rank)));
    }
    return together(all);
  }

  private static void write(RunResult result, ToFirst out) {
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
    for (long count : result.spikeCounts()) {
      out.put(count);
    }
    out.put(result.statistics().synapses());
    out.put(result.statistics().synapticEvents());
  }

  /** Reads what another rank has written, in the form of what this one has. */
  private static RunResult read(RunResult like, FromRank in) {
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
    long[] counts = new long[like.spikeCounts().length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.next();
    }
    RunStatistics statistics = counted(like.statistics(), in.next(), in.next());
    return result(like, spikes, traces, weights, rates, counts, statistics);
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

  private static RunStatistics counted(RunStatistics times, long synapses, long events) {
    return new RunStatistics(
        times.neurons(),
        synapses,
        events,
        times.buildSeconds(),
        times.warmupSeconds(),
        times.simulateSeconds(),
        times.simulatedMs(),
        times.phases());
  }

  private static RunResult result(
      RunResult like,
      List<SpikeList> spikes,
      List<TraceTable> traces,
      List<WeightTable> weights,
      List<RateTable> rates,
      long[] counts,
      RunStatistics statistics) {
    return new RunResult(
        spikes,
        traces,
        weights,
        rates,
        like.modulators(),
        like.structure(),
        counts,
        like.endTime(),
        like.partial(),
        statistics);
  }

  /** Two and two, so that nothing is moved more often than need be. */
  private static RunResult together(List<RunResult> ranks) {
    List<RunResult> all = ranks;
    while (all.size() > 1) {
      List<RunResult> fewer = new ArrayList<>();
      for (int i = 0; i < all.size(); i += 2) {
        fewer.add(i + 1 < all.size() ? together(all.get(i), all.get(i + 1)) : all.get(i));
      }
      all = fewer;
    }
    return all.get(0);
  }

  private static RunResult together(RunResult a, RunResult b) {
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
    long[] counts = a.spikeCounts().clone();
    for (int i = 0; i < counts.length; i++) {
      counts[i] += b.spikeCounts()[i];
    }
    RunStatistics statistics =
        counted(
            a.statistics(),
            a.statistics().synapses() + b.statistics().synapses(),
            a.statistics().synapticEvents() + b.statistics().synapticEvents());
    return result(a, spikes, traces, weights, rates, counts, statistics);
  }
}
