package org.hillock.engine.wiring;

import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Crew;
import org.hillock.engine.run.Partitioning;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Who builds a network: the threads of a process, and the other processes, the ranks, each of which
 * builds the synapses onto its own share of the neurons.
 *
 * @param crew the threads of this process
 * @param exchange by which it hears of the other ranks
 * @param partitions of all ranks together; null if this process builds everything
 */
public record Builders(Crew crew, SpikeExchange exchange, @Nullable Partitioning partitions) {

  /** One process that builds everything. */
  public static Builders of(Crew crew) {
    return new Builders(crew, SpikeExchange.OF_THREADS, null);
  }

  /** Those who build a projection: synapses that form and vanish each rank builds all. */
  Builders of(Projection projection) {
    return projection.rewiring() == null ? this : of(crew);
  }

  /**
   * Where, in the target range of a projection, the targets of each rank begin, and the end of the
   * last.
   */
  int[] firstTargets(Network network, Projection projection) {
    int size = projection.target().size();
    int[] first = new int[exchange.ranks() + 1];
    first[exchange.ranks()] = size;
    if (partitions != null) {
      int population = network.populationIndex(projection.target().population());
      int each = partitions.count() / exchange.ranks();
      for (int rank = 0; rank < exchange.ranks(); rank++) {
        int from = partitions.from(population, rank * each) - projection.target().from();
        first[rank] = Math.max(0, Math.min(from, size));
      }
    }
    return first;
  }
}
