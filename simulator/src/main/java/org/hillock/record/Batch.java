package org.hillock.record;

import java.util.List;

/**
 * What was recorded in a stretch of time. Each part covers a stretch of its own: what is complete
 * when a batch is made is in it, the rest in the next.
 *
 * @param until all that was recorded up to this moment is in this batch or one before [ms]
 * @param spikes one list a population of which spikes are kept, in the order of the network, all up
 *     to one moment: none comes later that belongs before one of them
 * @param traces one table a request
 * @param weights one table a request and projection
 * @param rates one table a request, which begins with its first bin
 * @param modulators all of the run, one table a request, in the last batch
 * @param structure all of the run, in the last batch
 */
public record Batch(
    double until,
    List<SpikeList> spikes,
    List<TraceTable> traces,
    List<WeightTable> weights,
    List<RateTable> rates,
    List<ModulatorTable> modulators,
    StructureTable structure) {

  /** Copies the lists. */
  public Batch {
    spikes = List.copyOf(spikes);
    traces = List.copyOf(traces);
    weights = List.copyOf(weights);
    rates = List.copyOf(rates);
    modulators = List.copyOf(modulators);
  }
}
