package org.hillock.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A whole network: who is there, what drives it from outside, and who talks to whom.
 *
 * @param populations the groups of neurons, in the order in which they number the network's neurons
 * @param inputs what arrives from outside
 * @param projections the wiring; the order is part of the random key, so the same list in another
 *     order is another realisation
 */
public record Network(
    List<Population> populations, List<Input> inputs, List<Projection> projections) {

  /**
   * Checks that names are unique, that every range lies inside the population it names, and that
   * spikes with a velocity travel between places.
   *
   * @throws InvalidNetworkException naming the offending element and what is allowed
   */
  public Network {
    if (populations.isEmpty()) {
      throw new InvalidNetworkException("neurons", "no population", "at least one population");
    }
    Set<String> names = new HashSet<>();
    for (Population population : populations) {
      if (!names.add(population.name())) {
        throw new InvalidNetworkException(
            "neurons." + population.name(), "a second population of this name", "unique names");
      }
    }
    for (Input input : inputs) {
      for (NeuronRange range : input.targets()) {
        checkRange(populations, "inputs." + input.name(), range);
      }
    }
    for (int i = 0; i < projections.size(); i++) {
      Projection projection = projections.get(i);
      checkRange(populations, "synapses." + projection.name(), projection.source());
      checkRange(populations, "synapses." + projection.name(), projection.target());
      checkPlaces(populations, projection);
      checkReversed(projections, i);
      checkThird(projections, i);
      Plasticity plasticity = projection.plasticity();
      if (plasticity != null && plasticity.modulator() != null) {
        String where = "synapses." + projection.name() + ".modulator";
        checkRange(populations, where, plasticity.modulator());
      }
    }
    populations = List.copyOf(populations);
    inputs = List.copyOf(inputs);
    projections = List.copyOf(projections);
  }

  private static void checkRange(List<Population> populations, String where, NeuronRange range) {
    Population population = populations.get(indexOf(populations, where, range.population()));
    if (range.to() > population.size()) {
      throw new InvalidNetworkException(
          where, range.toString(), "neurons 0 to " + (population.size() - 1));
    }
  }

  private static void checkReversed(List<Projection> projections, int index) {
    Projection projection = projections.get(index);
    Projection before = index == 0 ? projection : projections.get(index - 1);
    boolean fits =
        projection.source().equals(before.target())
            && projection.target().equals(before.source())
            && projection.autapses() == before.autapses()
            && projection.multapses() == before.multapses()
            && projection.rule().equals(new Reversed(before.rule()));
    if (projection.rule().reverse() && !fits) {
      throw new InvalidNetworkException(
          "synapses." + projection.name() + ".rule",
          "a reversed rule that does not follow the projection that it reverses",
          "that projection right before it, with source and target exchanged");
    }
  }

  private static void checkThird(List<Projection> projections, int index) {
    Projection projection = projections.get(index);
    ThirdFactor factor = projection.rule().thirdFactor();
    if (factor == null) {
      return;
    }
    boolean in = projection.rule().equals(new ThirdIn(factor));
    int primary = index - (in ? 1 : 2);
    boolean fits =
        projection.source().equals(in ? factor.source() : factor.pool().third())
            && projection.target().equals(in ? factor.pool().third() : factor.target())
            && primary >= 0
            && factor.follows(projections.get(primary));
    if (!fits) {
      throw new InvalidNetworkException(
          "synapses." + projection.name() + ".rule",
          "a third factor that does not follow the projection that it belongs to",
          "that projection right before it: first its synapses, then those to the third neurons,"
              + " then those from them");
    }
  }

  private static void checkPlaces(List<Population> populations, Projection projection) {
    Reach reach = projection.rule().reach();
    if (reach != null) {
      String where = "synapses." + projection.name();
      String from = projection.source().population();
      String to = projection.target().population();
      boolean same =
          reach.joins(projection.source(), projection.target())
              && reach.joins(
                  populations.get(indexOf(populations, where, from)).positions(),
                  populations.get(indexOf(populations, where, to)).positions());
      if (!same) {
        throw new InvalidNetworkException(
            where + ".rule", "places of other neurons", "those of " + from + " and " + to);
      }
    }
    if (projection.conduction() == null) {
      return;
    }
    String where = "synapses." + projection.name();
    Positions sources = positions(populations, where, projection.source());
    sources.checkLeadTo(positions(populations, where, projection.target()), where + ".delay");
  }

  private static Positions positions(
      List<Population> populations, String where, NeuronRange range) {
    Positions positions =
        populations.get(indexOf(populations, where, range.population())).positions();
    if (positions == null) {
      throw new InvalidNetworkException(
          where + ".delay",
          "a conduction velocity, but " + range.population() + " has no positions",
          "positions of source and target");
    }
    return positions;
  }

  /** The population of this name. */
  public Population population(String name) {
    return populations.get(populationIndex(name));
  }

  /** The place of the population of this name in {@link #populations()}. */
  public int populationIndex(String name) {
    return indexOf(populations, "network", name);
  }

  /** The places in {@link #projections()} of those that learn and have one of these names. */
  public IntStream learning(Set<String> names) {
    return IntStream.range(0, projections.size())
        .filter(each -> projections.get(each).plasticity() != null)
        .filter(each -> names.contains(projections.get(each).name()));
  }

  /** The places in {@link #projections()} of those that learn and lead to a population. */
  public IntStream learningOnto(int population) {
    return IntStream.range(0, projections.size())
        .filter(each -> projections.get(each).plasticity() != null)
        .filter(
            each ->
                projections
                    .get(each)
                    .target()
                    .population()
                    .equals(populations.get(population).name()));
  }

  private static int indexOf(List<Population> populations, String where, String name) {
    List<String> names = populations.stream().map(Population::name).toList();
    int index = names.indexOf(name);
    if (index < 0) {
      throw new InvalidNetworkException(where, "population '" + name + "'", "one of " + names);
    }
    return index;
  }

  /** All neurons of all populations together. */
  public long neuronCount() {
    return populations.stream().mapToLong(Population::size).sum();
  }

  /** Number of synapses to expect, of all projections together. */
  public double expectedSynapses() {
    return projections.stream().mapToDouble(Projection::expectedSynapses).sum();
  }
}
