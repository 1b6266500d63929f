package org.hillock.engine;

import java.util.function.Function;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.exchange.PlayedRanks;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.record.MemorySink;
import org.hillock.record.Sink;
import org.jspecify.annotations.Nullable;

/** A simulation that several ranks share, which threads play: it keeps what one process keeps. */
public final class RankedSimulation implements Simulation {

  private final int ranks;
  private final Function<SpikeExchange, Simulation> builder;
  private final long synapses;
  private @Nullable Sections restored;

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
    return run(listener, sink, Checkpoints.NONE);
  }

  @Override
  public RunEnd run(RunListener listener, Sink sink, Checkpoints checkpoints) {
    return PlayedRanks.run(
            ranks,
            exchange -> {
              Simulation share = builder.apply(exchange);
              if (restored != null) {
                share.restore(restored);
              }
              return exchange.rank() == 0
                  ? share.run(listener, sink, checkpoints)
                  : share.run(RunListener.NONE, new MemorySink(), checkpoints);
            })
        .get(0);
  }

  @Override
  public void restore(Sections from) {
    restored = from;
  }

  @Override
  public long synapseCount() {
    return synapses;
  }
}
