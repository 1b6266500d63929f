package org.hillock.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps all of a run in memory. What it gives is there once the run has ended. */
public final class MemorySink implements Sink {

  private final List<List<SpikeList>> spikes = new ArrayList<>();
  private final List<List<TraceTable>> traces = new ArrayList<>();
  private final List<List<WeightTable>> weights = new ArrayList<>();
  private final List<List<RateTable>> rates = new ArrayList<>();
  private List<ModulatorTable> modulators = List.of();
  private StructureTable structure = StructureTable.nothing();

  @Override
  public void take(Batch batch) {
    add(batch.spikes(), spikes);
    add(batch.traces(), traces);
    add(batch.weights(), weights);
    add(batch.rates(), rates);
    modulators = batch.modulators();
    structure = batch.structure();
  }

  private static <T> void add(List<T> batch, List<List<T>> all) {
    for (int i = 0; i < batch.size(); i++) {
      if (i == all.size()) {
        all.add(new ArrayList<>());
      }
      all.get(i).add(batch.get(i));
    }
  }

  /** One list a population of which spikes were kept. Gives up what it was put together from. */
  public List<SpikeList> spikes() {
    List<SpikeList> lists = new ArrayList<>();
    for (List<SpikeList> parts : spikes) {
      lists.add(joinSpikes(parts));
      parts.clear();
    }
    spikes.clear();
    return lists;
  }

  /** One table a request. Gives up what it was put together from. */
  public List<TraceTable> traces() {
    List<TraceTable> tables = new ArrayList<>();
    for (List<TraceTable> parts : traces) {
      tables.add(joinTraces(parts));
    }
    traces.clear();
    return tables;
  }

  /** One table a request and projection. */
  public List<WeightTable> weights() {
    return weights.stream().map(MemorySink::joinWeights).toList();
  }

  /** One table a request. */
  public List<RateTable> rates() {
    return rates.stream().map(MemorySink::joinRates).toList();
  }

  /** One table a request. */
  public List<ModulatorTable> modulators() {
    return modulators;
  }

  /** How the wiring changed. */
  public StructureTable structure() {
    return structure;
  }

  private static SpikeList joinSpikes(List<SpikeList> parts) {
    int total = Math.toIntExact(parts.stream().mapToLong(SpikeList::count).sum());
    if (parts.size() == 1) {
      return parts.get(0);
    }
    double[] times = new double[total];
    int[] neurons = new int[total];
    int at = 0;
    for (SpikeList part : parts) {
      System.arraycopy(part.times(), 0, times, at, part.size());
      System.arraycopy(part.neurons(), 0, neurons, at, part.size());
      at += part.size();
    }
    return new SpikeList(parts.get(0).population(), times, neurons);
  }

  private static TraceTable joinTraces(List<TraceTable> parts) {
    TraceTable first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    double[][][] values = new double[first.values().length][][];
    for (int v = 0; v < values.length; v++) {
      values[v] = new double[first.values()[v].length][];
      for (int i = 0; i < values[v].length; i++) {
        int variable = v;
        int neuron = i;
        values[v][i] = join(parts.stream().map(part -> part.values()[variable][neuron]).toList());
        // So that only one column stands there twice.
        parts.forEach(part -> part.values()[variable][neuron] = new double[0]);
      }
    }
    return new TraceTable(
        first.population(),
        first.firstNeuron(),
        first.variables(),
        join(parts.stream().map(TraceTable::times).toList()),
        values);
  }

  private static WeightTable joinWeights(List<WeightTable> parts) {
    WeightTable first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    Map<String, double[][]> states = new LinkedHashMap<>();
    for (String name : first.states().keySet()) {
      states.put(
          name,
          parts.stream()
              .flatMap(part -> Arrays.stream(part.states().getOrDefault(name, new double[0][])))
              .toArray(double[][]::new));
    }
    return new WeightTable(
        first.projection(),
        first.sourcePopulation(),
        first.targetPopulation(),
        first.sources(),
        first.targets(),
        join(parts.stream().map(WeightTable::times).toList()),
        parts.stream().flatMap(part -> Arrays.stream(part.weights())).toArray(double[][]::new),
        states);
  }

  private static RateTable joinRates(List<RateTable> parts) {
    RateTable first = parts.get(0);
    int[] counts = parts.stream().flatMapToInt(part -> Arrays.stream(part.counts())).toArray();
    return new RateTable(first.population(), first.size(), first.start(), first.bin(), counts);
  }

  private static double[] join(List<double[]> parts) {
    double[] all = new double[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
