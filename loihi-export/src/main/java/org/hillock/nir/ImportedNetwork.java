package org.hillock.nir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.jspecify.annotations.Nullable;

/**
 * A network that came from a graph, see {@link NirImport}.
 *
 * @param populations all neurons; those of inputs play spike trains, which are empty
 * @param projections the synapses, each population to each other at most once
 * @param inputs the populations that stand for Input nodes, by the names of the nodes
 * @param outputs names of the populations whose signals reach an Output node
 * @param silent names of the populations that do not fire, whose V_m is their output
 * @param step dt for which the weights are meant [ms]
 * @param notes what a user should know, a sentence each
 */
public record ImportedNetwork(
    List<Population> populations,
    List<Projection> projections,
    Map<String, Sender> inputs,
    List<String> outputs,
    List<String> silent,
    double step,
    List<String> notes) {

  /**
   * A population that stands for an Input node.
   *
   * @param population its name
   * @param trains spikes that the metadata of the node tell of, or null
   * @param poisson Poisson spikes that the metadata tell of, as parameters of the model that takes
   *     {@link org.hillock.model.form.PoissonSpikes}; empty if they tell nothing
   */
  public record Sender(
      String population, @Nullable SpikeTrains trains, Map<String, Distribution> poisson) {
    /** Copies. */
    public Sender {
      poisson = Map.copyOf(poisson);
    }
  }

  /** Copies. */
  public ImportedNetwork {
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    outputs = List.copyOf(outputs);
    silent = List.copyOf(silent);
    notes = List.copyOf(notes);
  }

  /** The same with a sentence more. */
  public ImportedNetwork noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new ImportedNetwork(populations, projections, inputs, outputs, silent, step, more);
  }

  /** The inputs alone. */
  public ImportedNetwork senders() {
    Set<String> senders =
        inputs.values().stream().map(Sender::population).collect(Collectors.toSet());
    return new ImportedNetwork(
        populations.stream().filter(p -> senders.contains(p.name())).toList(),
        List.of(),
        inputs,
        List.of(),
        List.of(),
        step,
        List.of());
  }

  /**
   * The network with spikes in its inputs.
   *
   * @param trains a train for each element of an input, by the name of its population; none where
   *     nothing is given
   */
  public Network network(Map<String, SpikeTrains> trains) {
    List<Population> all = new ArrayList<>();
    for (Population population : populations) {
      SpikeTrains given = trains.get(population.name());
      all.add(
          given == null
              ? population
              : new Population(
                  population.name(),
                  population.size(),
                  population.model(),
                  population.parameters(),
                  given));
    }
    return new Network(all, List.of(), projections);
  }
}
