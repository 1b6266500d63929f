package org.hillock.io;

import java.util.HashMap;
import java.util.Map;
import org.hillock.analysis.IntervalCounter;
import org.hillock.record.Batch;
import org.hillock.record.Sink;
import org.hillock.record.SpikeList;

/** What a manifest says of recorded spikes, counted while the run goes on. */
public final class SpikeTotals implements Sink {

  private final Map<String, Integer> sizes;
  private final Map<String, IntervalCounter> counters = new HashMap<>();
  private long recorded;

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
      recorded += list.size();
    }
  }

  /** How many spikes were recorded. */
  public long recorded() {
    return recorded;
  }

  /** Mean variation of the intervals of a population's neurons; NaN if it was not recorded. */
  public double cvIsi(String population) {
    IntervalCounter counter = counters.get(population);
    return counter == null ? Double.NaN : counter.meanCv();
  }
}
