package org.hillock.engine.run;

import java.util.List;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/**
 * What a run gave.
 *
 * @param spikes recorded spikes, one list per population that was recorded
 * @param traces sampled state
 * @param weights sampled weights
 * @param rates binned counts
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
    long[] spikeCounts,
    double endTime,
    boolean partial,
    RunStatistics statistics) {}
