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
    long[] counts = new long[spikeCounts.length];
    Arrays.setAll(counts, i -> Agreement.sum(exchange, spikeCounts[i]));
    RunStatistics all =
        statistics.counting(
            Agreement.sum(exchange, statistics.synapses()),
            Agreement.sum(exchange, statistics.synapticEvents()));
    return new RunEnd(counts, time, partial, all, failure);
  }

  /** The same, as far as a moment before [ms]: what came later could not be kept. */
  public RunEnd until(double moment) {
    return new RunEnd(spikeCounts, moment, partial, statistics, failure);
  }
}
