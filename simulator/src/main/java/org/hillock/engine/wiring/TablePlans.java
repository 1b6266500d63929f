package org.hillock.engine.wiring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.wiring.TablePlan.Storage;
import org.hillock.model.Models;
import org.hillock.model.NeuronDescription;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * How the synapses of a network are kept. It follows from the network alone, so the order in which
 * a neuron's input is summed does too.
 */
public final class TablePlans {

  /**
   * Spikes are counted for at most so many weights: each takes a row, which is read in every step.
   */
  private static final int MOST_COUNTED = 4;

  private record Key(int source, Storage storage, double constant, int receptor, int alone) {}

  private final Network network;
  private final WeightQuanta quanta;
  private final List<Double> counted;
  private final List<TablePlan> tables;

  /**
   * @param network the network
   * @param step of time, or 0 in continuous time [ms]
   */
  public TablePlans(Network network, double step) {
    this.network = network;
    this.quanta = new WeightQuanta(network, step);
    this.counted = mostCommonConstants();
    this.tables = group();
  }

  /** The tables, in the order in which they are delivered. */
  public List<TablePlan> tables() {
    return tables;
  }

  /** The steps in which weights drawn at random are kept. */
  public WeightQuanta quanta() {
    return quanta;
  }

  /** The weights of those tables whose spikes are counted, each once. */
  public List<Double> counted() {
    return counted;
  }

  /** Those weights that most synapses have, of those that may be counted. */
  private List<Double> mostCommonConstants() {
    Map<Double, Double> synapses = new LinkedHashMap<>();
    for (Projection projection : network.projections()) {
      if (projection.carries() == null && mayBeCounted(projection)) {
        synapses.merge(constant(projection), projection.expectedSynapses(), Double::sum);
      }
    }
    return synapses.entrySet().stream()
        .sorted(Map.Entry.<Double, Double>comparingByValue().reversed())
        .limit(MOST_COUNTED)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<TablePlan> group() {
    Map<Key, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < network.projections().size(); i++) {
      Projection projection = network.projections().get(i);
      if (projection.carries() != null) {
        continue; // no spikes
      }
      Storage storage = storage(projection);
      boolean alone = storage == Storage.PLASTIC || projection.rewiring() != null;
      Key key =
          new Key(
              network.populationIndex(projection.source().population()),
              storage,
              storage.oneWeight() ? constant(projection) : 0,
              receptor(projection),
              alone ? i : -1);
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
    return List.copyOf(plans);
  }

  private NeuronDescription target(Projection projection) {
    return Models.of(network.population(projection.target().population())).description();
  }

  private int receptor(Projection projection) {
    return projection.receptor() == null
        ? TablePlan.BY_SIGN
        : target(projection).receptor(projection.receptor(), 0);
  }

  private double constant(Projection projection) {
    return target(projection).countsSpikes() ? 1 : projection.weight().min();
  }

  private boolean oneWeight(Projection projection) {
    return projection.plasticity() == null
        && (target(projection).countsSpikes()
            || !projection.rule().hasWeights() && projection.weight().constant());
  }

  /** The sum of a step is below 2^31: no neuron receives so many spikes in one. */
  private boolean mayBeCounted(Projection projection) {
    return oneWeight(projection) && projection.rewiring() == null;
  }

  private Storage storage(Projection projection) {
    if (projection.plasticity() != null) {
      return Storage.PLASTIC;
    }
    if (oneWeight(projection)) {
      return mayBeCounted(projection) && counted.contains(constant(projection))
          ? Storage.COUNTED
          : Storage.CONSTANT;
    }
    if (projection.rule().hasWeights() || projection.weight().exact()) {
      return Storage.EXACT;
    }
    return quanta.serve(projection) ? Storage.QUANTA : Storage.SINGLE;
  }
}
