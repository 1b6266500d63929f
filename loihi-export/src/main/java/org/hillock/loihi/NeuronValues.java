package org.hillock.loihi;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Population;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * The parameters and initial values of the neurons of a population, as the simulator draws them: the
 * stream of a value is keyed by the place of its name in the sorted list of all names of the model.
 */
final class NeuronValues {

  private final Population population;
  private final int index;
  private final NeuronModel model;
  private final RandomStream stream;
  private final Map<String, Integer> place = new HashMap<>();

  /**
   * @param population whose neurons
   * @param index of the population in the network
   * @param model its model
   * @param seed the run's seed
   */
  NeuronValues(Population population, int index, NeuronModel model, long seed) {
    this.population = population;
    this.index = index;
    this.model = model;
    this.stream = new RandomStream(seed);
    TreeSet<String> names = new TreeSet<>();
    model.parameters().forEach(parameter -> names.add(parameter.name()));
    model.stateVariables().forEach(variable -> names.add(variable.name()));
    names.forEach(name -> place.put(name, place.size()));
    for (String name : population.parameters().keySet()) {
      if (!names.contains(name)) {
        throw new InvalidNetworkException(
            where() + "." + name, "an unknown parameter", String.join(", ", names));
      }
    }
  }

  private String where() {
    return "neurons." + population.name();
  }

  /** The checked parameters of a neuron. */
  ParameterSet parameters(int neuron) {
    Map<String, Double> given = new HashMap<>();
    for (Parameter parameter : model.parameters()) {
      if (population.parameters().containsKey(parameter.name())) {
        given.put(parameter.name(), draw(parameter.name(), neuron));
      }
    }
    ParameterSet set = ParameterSet.of(where(), model.parameters(), given);
    model
        .conflict(set)
        .ifPresent(
            conflict -> {
              throw new InvalidNetworkException(
                  where(), conflict, "parameters that fit each other");
            });
    return set;
  }

  /** The initial value of a state variable of a neuron. */
  double initial(String variable, int neuron, double otherwise) {
    return population.parameters().containsKey(variable) ? draw(variable, neuron) : otherwise;
  }

  private double draw(String name, int neuron) {
    Distribution distribution = population.parameters().get(name);
    stream.at(
        Purpose.PARAMETER, index * place.size() + place.getOrDefault(name, 0), neuron);
    return distribution.draw(stream, neuron);
  }
}
