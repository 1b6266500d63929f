package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.IntervalCounter;
import org.hillock.record.Batch;
import org.hillock.record.SpikeList;

/** What a manifest says of recorded spikes, counted while the run goes on. */
public final class SpikeTotals implements BatchTaker {

  private final Map<String, Integer> sizes;
  private final Map<String, IntervalCounter> counters = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();

  /**
   * @param sizes of the populations by name
   */
  public SpikeTotals(Map<String, Integer> sizes) {
    this.sizes = new LinkedHashMap<>(sizes);
  }

  /** Counts the spikes of a file that is gone on with, written by the same run. */
  void count(Path spikes, Map<String, Integer> populations) throws IOException {
    List<String> names = List.copyOf(populations.keySet());
    List<IntervalCounter> own = new ArrayList<>();
    populations.forEach((name, size) -> own.add(new IntervalCounter(0, size)));
    long[] found = new long[names.size()];
    try (SpikeLines lines = new SpikeLines(spikes, populations)) {
      while (lines.next()) {
        own.get(lines.population()).spike(lines.time(), lines.neuron());
        found[lines.population()]++;
      }
    }
    for (int i = 0; i < found.length; i++) {
      if (found[i] > 0) {
        counters.put(names.get(i), own.get(i));
        counts.put(names.get(i), found[i]);
      }
    }
  }

  @Override
  public void take(Batch batch) {
    for (SpikeList list : batch.spikes()) {
      int size = sizes.getOrDefault(list.population(), 0);
      list.forEach(
          counters.computeIfAbsent(list.population(), name -> new IntervalCounter(0, size))::spike);
      counts.merge(list.population(), list.count(), Long::sum);
    }
  }

  /** How many spikes were recorded. */
  public long recorded() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * How many spikes of each population were recorded, of which any could have been, in the order of
   * the populations.
   */
  public Map<String, Long> counts() {
    Map<String, Long> ordered = new LinkedHashMap<>();
    for (String population : sizes.keySet()) {
      Long count = counts.get(population);
      if (count != null) {
        ordered.put(population, count);
      }
    }
    return ordered;
  }

  /** Mean variation of the intervals of a population's neurons; NaN if it was not recorded. */
  public double cvIsi(String population) {
    IntervalCounter counter = counters.get(population);
    return counter == null ? Double.NaN : counter.meanCv();
  }
}
