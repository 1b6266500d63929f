package org.hillock.engine;

import java.util.function.Function;
import org.hillock.engine.exchange.PlayedRanks;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.record.MemorySink;
import org.hillock.record.Sink;

/** A simulation that several ranks share, which threads play: it keeps what one process keeps. */
public final class RankedSimulation implements Simulation {

  private final int ranks;
  private final Function<SpikeExchange, Simulation> builder;
  private final long synapses;

  /**
   * Builds it once, so that what cannot be built is refused here.
   *
   * @param ranks how many
   * @param builder builds the share of one
   */
  public RankedSimulation(int ranks, Function<SpikeExchange, Simulation> builder) {
    this.ranks = ranks;
    this.builder = builder;
    this.synapses =
        PlayedRanks.run(ranks, builder).stream().mapToLong(Simulation::synapseCount).sum();
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink) {
    return PlayedRanks.run(
            ranks,
            exchange -> {
              Simulation share = builder.apply(exchange);
              return exchange.rank() == 0
                  ? share.run(listener, sink)
                  : share.run(RunListener.NONE, new MemorySink());
            })
        .get(0);
  }

  @Override
  public long synapseCount() {
    return synapses;
  }
}
