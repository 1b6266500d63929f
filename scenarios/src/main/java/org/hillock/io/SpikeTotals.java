package org.hillock.io;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.analysis.IntervalCounter;
import org.hillock.record.Batch;
import org.hillock.record.Sink;
import org.hillock.record.SpikeList;

/** What a manifest says of recorded spikes, counted while the run goes on. */
public final class SpikeTotals implements Sink {

  private final Map<String, Integer> sizes;
  private final Map<String, IntervalCounter> counters = new HashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /**
   * @param sizes of the populations by name
   */
  public SpikeTotals(Map<String, Integer> sizes) {
    this.sizes = Map.copyOf(sizes);
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

  /** How many spikes of each population were recorded, of which any could have been. */
  Map<String, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** Mean variation of the intervals of a population's neurons; NaN if it was not recorded. */
  public double cvIsi(String population) {
    IntervalCounter counter = counters.get(population);
    return counter == null ? Double.NaN : counter.meanCv();
  }
}
