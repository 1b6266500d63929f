package org.hillock.engine.run;

import java.util.Arrays;
import org.hillock.engine.exchange.Agreement;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.record.SinkException;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param spikeCounts spikes of every population after the warm-up, recorded or not
 * @param time how far it got [ms], warm-up included
 * @param partial whether it was stopped early, or what it recorded could not be kept
 * @param statistics counts and times
 * @param failure why what it recorded could not be kept; null if it was
 */
public record RunEnd(
    long[] spikeCounts,
    double time,
    boolean partial,
    RunStatistics statistics,
    @Nullable SinkException failure) {

  /** The same with what all ranks have counted; times are those of this one. */
  public RunEnd ofAll(SpikeExchange exchange) {
    if (exchange.ranks() == 1) {
      return this;
    }
    int populations = spikeCounts.length;
    long[] counts = Arrays.copyOf(spikeCounts, populations + 2);
    counts[populations] = statistics.synapses();
    counts[populations + 1] = statistics.synapticEvents();
    Agreement.sum(exchange, counts);
    RunStatistics all = statistics.counting(counts[populations], counts[populations + 1]);
    return new RunEnd(Arrays.copyOf(counts, populations), time, partial, all, failure);
  }

  /** The same, as far as a moment before [ms]: what came later could not be kept. */
  public RunEnd until(double moment) {
    return new RunEnd(spikeCounts, moment, partial, statistics, failure);
  }

  /** That of this run and of another that has gone on with it. */
  public RunEnd and(RunEnd later) {
    long[] counts = spikeCounts.clone();
    Arrays.setAll(counts, i -> counts[i] + later.spikeCounts[i]);
    return new RunEnd(
        counts, later.time, later.partial, statistics.and(later.statistics), later.failure);
  }
}
