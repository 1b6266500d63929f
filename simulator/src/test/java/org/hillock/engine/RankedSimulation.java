package org.hillock.engine;

import java.util.function.Function;
import org.hillock.engine.exchange.PlayedRanks;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;

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
  public RunResult run(RunListener listener) {
    return PlayedRanks.run(
            ranks,
            exchange ->
                builder.apply(exchange).run(exchange.rank() == 0 ? listener : RunListener.NONE))
        .get(0);
  }

  @Override
  public long synapseCount() {
    return synapses;
  }
}
