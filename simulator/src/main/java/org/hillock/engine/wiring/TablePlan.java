package org.hillock.engine.wiring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.network.DelayBounds;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * Which projections share a table of synapses: those from one population whose weights are stored
 * alike. The plan depends on the network alone, so the order in which a neuron's input is summed
 * does too.
 *
 * @param sourcePopulation index of the population whose spikes the table delivers
 * @param storage how weights are kept
 * @param constant the weight of every synapse where the storage is {@link Storage#CONSTANT}: 1
 *     where the targets count spikes
 * @param receptor place of the receptor that the projections name, or {@link #BY_SIGN}
 * @param projections indices of the projections, ascending; exactly one where synapses are plastic,
 *     or form and vanish
 */
public record TablePlan(
    int sourcePopulation,
    Storage storage,
    double constant,
    int receptor,
    List<Integer> projections) {

  /** In place of a receptor: none is named, so the model knows, by the sign of the weight. */
  public static final int BY_SIGN = -1;

  /** How the weights of a table are kept. */
  public enum Storage {
    /** One weight for the whole table. */
    CONSTANT,
    /** Four bytes a synapse: weights drawn at random are rounded to single precision. */
    SINGLE,
    /** Eight bytes a synapse: weights listed one by one keep every digit. */
    EXACT,
    /** Eight bytes a synapse, and they change. */
    PLASTIC
  }

  private record Key(int source, Storage storage, double constant, int receptor, int alone) {}

  /** The tables of a network, in order of their first projection. */
  public static List<TablePlan> of(Network network) {
    Map<Key, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      if (projection.carries() != null) {
        continue; // no spikes
      }
      boolean counted = countsSpikes(network, projection);
      Storage storage = storage(projection, counted);
      double weight = counted ? 1 : projection.weight().min();
      Key key =
          new Key(
              network.populationIndex(projection.source().population()),
              storage,
              storage == Storage.CONSTANT ? weight : 0,
              receptor(network, projection),
              storage == Storage.PLASTIC || projection.rewiring() != null ? i : -1);
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    List<TablePlan> plans = new ArrayList<>();
    groups.forEach(
        (key, indices) ->
            plans.add(
                new TablePlan(
                    key.source(),
                    key.storage(),
                    key.constant(),
                    key.receptor(),
                    List.copyOf(indices))));
    plans.sort(Comparator.comparing(plan -> plan.inhibits(network)));
    return plans;
  }

  /** Whether no weight of the table is above 0. */
  private boolean inhibits(Network network) {
    return projections.stream()
        .map(network.projections()::get)
        .allMatch(projection -> projection.weight().max() <= 0);
  }

  private static NeuronModel target(Network network, Projection projection) {
    return Models.of(network.population(projection.target().population()));
  }

  private static boolean countsSpikes(Network network, Projection projection) {
    return target(network, projection).description().countsSpikes();
  }

  private static int receptor(Network network, Projection projection) {
    return projection.receptor() == null
        ? BY_SIGN
        : target(network, projection).description().receptor(projection.receptor(), 0);
  }

  /**
   * @param counted whether the target counts spikes, whatever their weights
   */
  private static Storage storage(Projection projection, boolean counted) {
    if (projection.plasticity() != null) {
      return Storage.PLASTIC;
    }
    if (counted) {
      return Storage.CONSTANT;
    }
    if (projection.rule().hasWeights()) {
      return Storage.EXACT;
    }
    if (projection.weight().constant()) {
      return Storage.CONSTANT;
    }
    return projection.weight() instanceof Distribution.Listed ? Storage.EXACT : Storage.SINGLE;
  }

  /** Whether synapses of the table form and vanish. */
  public boolean rewired(Network network) {
    return network.projections().get(projections.get(0)).rewiring() != null;
  }

  /** The delay that all synapses of the plan have, if they have one [ms]. */
  public OptionalDouble commonDelay(Network network) {
    double delay = Double.NaN;
    for (int index : projections) {
      DelayBounds bounds = DelayBounds.of(network, network.projections().get(index));
      if (bounds.min() != bounds.max() || (!Double.isNaN(delay) && delay != bounds.min())) {
        return OptionalDouble.empty();
      }
      delay = bounds.min();
    }
    return OptionalDouble.of(delay);
  }

  /** Bytes that the weight of one synapse takes. */
  public int weightBytes() {
    return switch (storage) {
      case CONSTANT -> 0;
      case SINGLE -> Float.BYTES;
      case EXACT, PLASTIC -> Double.BYTES;
    };
  }
}
