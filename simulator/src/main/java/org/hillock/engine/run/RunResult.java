package org.hillock.engine.run;

import java.util.List;
import org.hillock.record.MemorySink;
import org.hillock.record.ModulatorTable;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/**
 * What a run gave, with all that it recorded.
 *
 * @param spikes recorded spikes, one list per population that was recorded
 * @param traces sampled state
 * @param weights sampled weights
 * @param rates binned counts
 * @param modulators what modulating neurons left behind
 * @param structure how the wiring changed, if that was asked for
 * @param spikeCounts spikes of every population after the warm-up, recorded or not
 * @param endTime how far the run got [ms], warm-up included
 * @param partial whether it was stopped early
 * @param statistics counts and times
 */
public record RunResult(
    List<SpikeList> spikes,
    List<TraceTable> traces,
    List<WeightTable> weights,
    List<RateTable> rates,
    List<ModulatorTable> modulators,
    StructureTable structure,
    long[] spikeCounts,
    double endTime,
    boolean partial,
    RunStatistics statistics) {

  /**
   * A run whose record was kept in memory.
   *
   * @param end how it ended
   * @param kept what it recorded
   */
  public static RunResult of(RunEnd end, MemorySink kept) {
    return new RunResult(
        kept.spikes(),
        kept.traces(),
        kept.weights(),
        kept.rates(),
        kept.modulators(),
        kept.structure(),
        end.spikeCounts(),
        end.time(),
        end.partial(),
        end.statistics());
  }

  /** A run without modulators whose wiring did not change. */
  public RunResult(
      List<SpikeList> spikes,
      List<TraceTable> traces,
      List<WeightTable> weights,
      List<RateTable> rates,
      long[] spikeCounts,
      double endTime,
      boolean partial,
      RunStatistics statistics) {
    this(
        spikes,
        traces,
        weights,
        rates,
        List.of(),
        StructureTable.nothing(),
        spikeCounts,
        endTime,
        partial,
        statistics);
  }
}
