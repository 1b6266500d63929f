package org.hillock.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.ComparedRun;
import org.hillock.plot.PlotData;
import org.hillock.record.SpikeList;
import org.hillock.record.Spikes;

/** Whose spikes were recorded, population by population; ranges may lie apart or overlap. */
final class RecordedNeurons {

  private RecordedNeurons() {}

  /**
   * The populations of which spikes were recorded.
   *
   * @param sizes of all populations, in their order
   * @param recorded ranges of neurons
   * @param lists the spikes; a population without a list did not fire
   */
  static List<ComparedRun.Recorded> of(
      Map<String, Integer> sizes, List<PlotData.Group> recorded, List<? extends Spikes> lists) {
    Map<String, BitSet> neurons = new HashMap<>();
    for (PlotData.Group range : recorded) {
      neurons
          .computeIfAbsent(range.name(), name -> new BitSet())
          .set(range.from(), Math.min(range.to(), sizes.getOrDefault(range.name(), 0)));
    }
    List<ComparedRun.Recorded> populations = new ArrayList<>();
    sizes.forEach(
        (name, size) -> {
          if (neurons.containsKey(name)) {
            Spikes spikes = SpikeList.none(name);
            for (Spikes list : lists) {
              spikes = list.population().equals(name) ? list : spikes;
            }
            int[] ofPopulation = neurons.get(name).stream().toArray();
            populations.add(new ComparedRun.Recorded(size, ofPopulation, spikes));
          }
        });
    return populations;
  }
}
