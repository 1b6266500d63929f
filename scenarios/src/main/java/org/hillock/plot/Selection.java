package org.hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.analysis.PartOfSpikes;
import org.hillock.record.RateTable;
import org.hillock.record.Spikes;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/** Cuts data down to some neurons. */
final class Selection {

  private Selection() {}

  static PlotData of(PlotData data, List<PlotData.Group> neurons) {
    Map<String, PlotData.Group> chosen = new LinkedHashMap<>();
    neurons.forEach(group -> chosen.put(group.name(), group));
    List<Spikes> spikes = new ArrayList<>();
    for (Spikes all : data.spikes()) {
      PlotData.Group group = chosen.get(all.population());
      if (group != null) {
        spikes.add(PartOfSpikes.of(all, group.from(), group.to()));
      }
    }
    List<TraceTable> traces = new ArrayList<>();
    for (TraceTable table : data.traces()) {
      PlotData.Group group = chosen.get(table.population());
      if (group != null) {
        addPart(table, group, traces);
      }
    }
    List<RateTable> rates = new ArrayList<>();
    for (RateTable table : data.rates()) {
      PlotData.Group group = chosen.get(table.population());
      if (group != null && group.from() == 0 && group.to() == table.size()) {
        rates.add(table);
      }
    }
    List<WeightTable> weights =
        data.weights().stream()
            .filter(
                table ->
                    chosen.containsKey(table.sourcePopulation())
                        || chosen.containsKey(table.targetPopulation()))
            .toList();
    return new PlotData(
        data.title(),
        data.start(),
        data.stop(),
        List.copyOf(chosen.values()),
        spikes,
        traces,
        weights,
        rates,
        data.thresholds(),
        data.units(),
        data.details().with(structure(data.details().structure(), chosen.keySet())));
  }

  /** What concerns some populations: their neurons, and synapses of which they are one side. */
  private static StructureTable structure(StructureTable table, Set<String> chosen) {
    return new StructureTable(
        table.times(),
        table.synapses().stream()
            .filter(one -> chosen.contains(one.source()) || chosen.contains(one.target()))
            .toList(),
        table.calcium().stream().filter(one -> chosen.contains(one.population())).toList(),
        table.elements().stream().filter(one -> chosen.contains(one.population())).toList());
  }

  private static void addPart(TraceTable table, PlotData.Group group, List<TraceTable> into) {
    int count = table.values().length == 0 ? 0 : table.values()[0].length;
    int from = Math.max(0, group.from() - table.firstNeuron());
    int to = Math.min(count, group.to() - table.firstNeuron());
    if (from < to) {
      double[][][] values = new double[table.values().length][][];
      for (int variable = 0; variable < values.length; variable++) {
        values[variable] = Arrays.copyOfRange(table.values()[variable], from, to);
      }
      into.add(
          new TraceTable(
              table.population(),
              table.firstNeuron() + from,
              table.variables(),
              table.times(),
              values));
    }
  }
}
