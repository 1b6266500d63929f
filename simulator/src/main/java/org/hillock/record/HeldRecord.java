package org.hillock.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one partition has recorded and not passed on yet, whatever the engine. Written by the thread
 * that runs the partition, and emptied between two epochs.
 */
public final class HeldRecord {

  private final List<@Nullable SpikeBlocks> spikes;
  private final List<@Nullable HeldSamples> traces;
  private final List<HeldCounts> rates;

  /**
   * @param spikes of each population of the network; null where none are kept
   * @param traces one a request; null where none of its neurons is in the partition
   * @param rates one a request
   */
  public HeldRecord(
      List<@Nullable SpikeBlocks> spikes,
      List<@Nullable HeldSamples> traces,
      List<HeldCounts> rates) {
    this.spikes = Collections.unmodifiableList(new ArrayList<>(spikes));
    this.traces = Collections.unmodifiableList(new ArrayList<>(traces));
    this.rates = List.copyOf(rates);
  }

  /** Spikes of a population; null if none are kept. */
  public @Nullable SpikeBlocks spikes(int population) {
    return spikes.get(population);
  }

  /** Samples for a request; null if none of its neurons is here. */
  public @Nullable HeldSamples trace(int request) {
    return traces.get(request);
  }

  /** Counts for a request. */
  public HeldCounts rate(int request) {
    return rates.get(request);
  }

  /** What all of it takes of memory. */
  public long bytes() {
    long bytes = 0;
    for (SpikeBlocks blocks : spikes) {
      bytes += blocks == null ? 0 : blocks.bytes();
    }
    for (HeldSamples samples : traces) {
      bytes += samples == null ? 0 : samples.bytes();
    }
    for (HeldCounts counts : rates) {
      bytes += counts.bytes();
    }
    return bytes;
  }
}
