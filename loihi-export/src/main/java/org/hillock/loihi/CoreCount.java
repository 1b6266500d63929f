package org.hillock.loihi;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.estimate.CostEstimate;
import org.hillock.loihi.partition.CoreFill;
import org.hillock.loihi.partition.Partition;
import org.hillock.loihi.partition.Partitioner;
import org.hillock.loihi.partition.QuantisedNetwork;
import org.hillock.loihi.place.CoreGraph;
import org.hillock.loihi.place.Placer;
import org.jspecify.annotations.Nullable;

/**
 * Over how many cores a network is spread. More cores have less to do each, and more packets and a
 * longer barrier between them, so that the time of a step has a least value in between.
 *
 * <p>The first mapping has as few cores as the limits allow. Then whole tiles are tried, see {@link
 * CoarseToFine}: a core that stands idle on a tile shortens nothing. Every trial is a partition of
 * its own, with at most neurons / cores on each core; where packets matter little, as they do for
 * the time of a step, it is a draft that does not look at them, and only the best one is cut and
 * placed with care, and taken if that is better still.
 */
final class CoreCount {

  private final QuantisedNetwork network;
  private final Activity activity;
  private final LoihiCompiler.Options options;
  private final Trials trials;
  private final Partitioner partitioner;
  private final Placer placer;
  private final int neurons;
  private final Map<Integer, Double> costs = new HashMap<>();
  private int fullest;
  private @Nullable Placed best;

  CoreCount(
      QuantisedNetwork network, Activity activity, LoihiCompiler.Options options, Trials trials) {
    this.network = network;
    this.activity = activity;
    this.options = options;
    this.trials = trials;
    this.partitioner = new Partitioner(network);
    this.neurons = network.numbering().places();
    this.placer = new Placer(network.profile(), options.avoid());
  }

  /**
   * The mapping that serves the objective best.
   *
   * @throws MappingException if the chip cannot take the network
   */
  Placed best() {
    ChipProfile profile = network.profile();
    Objective objective = options.objective();
    Placed fewest = placed(profile.core().compartments());
    if (objective == Objective.cores || !profile.costs().known()) {
      return fewest;
    }
    offer(fewest);
    // No limit on the neurons of a core that is not below this changes anything.
    fullest = fullest(fewest);
    costs.put(fullest, objective.of(fewest.estimate()));
    int perTile = profile.mesh().coresPerTile();
    int usable = Math.min(neurons, profile.cores() - options.avoid().size());
    int from = tiles(fewest.cores(), perTile);
    CoarseToFine.least(
        from,
        Math.max(from, tiles(usable, perTile)),
        tiles -> cost(most(tiles * perTile)),
        tiles -> {
          int most = most(tiles * perTile);
          int cores = Math.max(fewest.cores(), (neurons + most - 1) / most);
          double barrier = profile.costs().barrier(tiles(cores, perTile));
          return objective.evenly(fewest.estimate(), cores, barrier);
        });
    Placed found = Objects.requireNonNull(best);
    if (found != fewest && objective.packetsMatterLittle()) {
      offer(placed(fullest(found)));
    }
    return Objects.requireNonNull(best);
  }

  private static int tiles(int cores, int perTile) {
    return (cores + perTile - 1) / perTile;
  }

  /** Neurons of a core, at most, if all are spread over so many. */
  private int most(int cores) {
    return Math.max(1, (neurons + cores - 1) / cores);
  }

  private double cost(int most) {
    int limit = Math.min(most, fullest);
    Double before = costs.get(limit);
    if (before != null) {
      return before;
    }
    double cost;
    try {
      boolean draft = options.objective().packetsMatterLittle();
      cost = offer(draft ? draft(limit) : placed(limit));
    } catch (MappingException e) {
      cost = Double.POSITIVE_INFINITY; // more cores than the board has
    }
    costs.put(limit, cost);
    return cost;
  }

  /** Keeps a mapping if it is better than what there is. */
  private double offer(Placed next) {
    trials.tried(next.cores(), next.estimate());
    double cost = options.objective().of(next.estimate());
    if (best == null || cost < options.objective().of(best.estimate())) {
      best = next;
    }
    return cost;
  }

  private static int fullest(Placed placed) {
    return placed.partition().cores().stream().mapToInt(CoreFill::compartments).max().orElse(1);
  }

  private Placed placed(int most) {
    Partition partition = partitioner.partition(activity.rates(), most);
    CoreGraph graph = CoreGraph.of(partition.cores(), network.numbering(), activity.rates());
    return placed(partition, placer.place(graph));
  }

  private Placed draft(int most) {
    Partition partition = partitioner.draft(most);
    return placed(partition, placer.draft(partition.cores().size()));
  }

  private Placed placed(Partition partition, int[] physical) {
    CostEstimate estimate =
        CostEstimate.of(partition.cores(), physical, network, activity.rates(), options.chipStep());
    return new Placed(partition, physical, estimate, activity);
  }
}
