package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.Models;
import org.hillock.model.NeuronValues;
import org.hillock.model.ParameterSet;
import org.hillock.model.PlasticRule;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.jspecify.annotations.Nullable;

/** The neurons of one population and the synapses onto them, in units of the chip. */
final class ExpectedPopulation {

  /**
   * A synapse.
   *
   * @param weight that is to be added to u, before rounding
   * @param delay from the spike to the change of v on the simulator's grid, in steps of the chip
   * @param learning how its weight changes, or null if it does not
   */
  record Synapse(double weight, int delay, @Nullable Learning learning) {}

  /**
   * How a weight changes.
   *
   * @param projection its place in the network
   * @param largest W_max, in units of u
   */
  record Learning(int projection, double largest) {}

  /**
   * What arrives at a neuron.
   *
   * @param bySource the synapses, by source number
   * @param positive whether anything may raise V
   * @param negative whether anything may lower it
   */
  record Incoming(Map<Integer, List<Synapse>> bySource, boolean positive, boolean negative) {}

  /** A neuron, and what a spike of 1 of each sign adds to u. */
  private record Scaled(ExpectedNeuron neuron, double excitatory, double inhibitory) {}

  private final double scale;
  private final boolean currents;
  private final boolean plastic;
  private final Network network;
  private final ExpectedSynapses synapses;
  private final List<Scaled> neurons = new ArrayList<>();

  /** W_max of projections whose weights change. */
  private final Map<Integer, Double> limits = new HashMap<>();

  /**
   * Draws all neurons.
   *
   * @param scale units of v per mV
   * @throws InvalidNetworkException if the seed of the file gives neurons that cannot be
   */
  ExpectedPopulation(
      Network network, MappingFile file, SourceNames names, String name, double scale) {
    this.network = network;
    this.scale = scale;
    this.plastic = new Declared(file).plastic();
    this.synapses = new ExpectedSynapses(network, file, names, name);
    int index = network.populationIndex(name);
    Population population = network.populations().get(index);
    this.currents = HostModels.currents(population);
    NeuronValues values = new NeuronValues(population, index, Models.of(population), file.seed());
    double[] current = ExpectedNeuron.constantCurrent(network, population);
    for (int i = 0; i < population.size(); i++) {
      ExpectedNeuron neuron = ExpectedNeuron.of(population, values, i, current[i]);
      boolean same = i > 0 && neurons.get(i - 1).neuron().equals(neuron);
      neurons.add(
          same
              ? neurons.get(i - 1)
              : new Scaled(
                  neuron,
                  scale * neuron.excitatoryGain(file),
                  scale * neuron.inhibitoryGain(file)));
    }
  }

  /** Units of v per mV. */
  double scale() {
    return scale;
  }

  /** Steps by which a spike acts on v later than it arrives: 1 where it is a current. */
  int lag() {
    return currents ? 1 : 0;
  }

  /** A neuron. */
  ExpectedNeuron neuron(int neuron) {
    return neurons.get(neuron).neuron();
  }

  /** What an excitatory weight of 1 is in units of u. */
  double excitatory(int neuron) {
    return neurons.get(neuron).excitatory();
  }

  /** What an inhibitory weight of 1 is in units of u. */
  double inhibitory(int neuron) {
    return neurons.get(neuron).inhibitory();
  }

  /** The synapses onto a neuron. */
  Incoming onto(int neuron) {
    Scaled own = neurons.get(neuron);
    Map<Integer, List<Synapse>> all = new TreeMap<>();
    boolean positive = false;
    boolean negative = false;
    for (ExpectedSynapses.Synapse synapse : synapses.onto(neuron)) {
      Learning learning = learning(synapse.projection(), own);
      double sign = learning == null ? synapse.weight() : learning.largest();
      positive |= sign > 0 || synapse.weight() > 0;
      negative |= sign < 0 || synapse.weight() < 0;
      // A weight of 0 that learns can become another.
      if (synapse.weight() != 0 || learning != null) {
        all.computeIfAbsent(synapse.source(), key -> new ArrayList<>())
            .add(new Synapse(scaled(synapse.weight(), own), synapse.delay(), learning));
      }
    }
    return new Incoming(all, positive, negative);
  }

  private static double scaled(double weight, Scaled own) {
    return weight * (weight < 0 ? own.inhibitory() : own.excitatory());
  }

  private @Nullable Learning learning(int projection, Scaled own) {
    Double largest = largest(projection);
    return largest == null ? null : new Learning(projection, scaled(largest, own));
  }

  /** W_max of a projection; null if its weights do not change. */
  private @Nullable Double largest(int projection) {
    Plasticity plasticity =
        projection < 0 || !plastic ? null : network.projections().get(projection).plasticity();
    return plasticity == null
        ? null
        : limits.computeIfAbsent(
            projection,
            key -> {
              ParameterSet rule = PlasticRule.of(network.projections().get(key)).parameters();
              return rule.names().contains("W_max") ? rule.get("W_max") : 0.0;
            });
  }
}
