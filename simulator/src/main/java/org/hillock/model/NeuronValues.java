package org.hillock.model;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Population;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws the parameters and initial values of the neurons of a population.
 *
 * <p>What a value is drawn from is keyed by the population, the value's name and, in a list, the
 * number of the element, and the neuron; see {@link ValueKeys}. So giving one more parameter, or a
 * longer list, does not change the values of another, and every engine and the chip compiler see
 * the same neurons. Not thread-safe.
 */
public final class NeuronValues {

  private final Population population;
  private final int index;
  private final NeuronModel model;
  private final RandomStream stream;
  private final ValueKeys keys;
  private final boolean parametersVary;
  private final double[] initial;
  private @Nullable ParameterSet initialOf;
  private @Nullable Integer commonHash;

  /**
   * @param population whose neurons
   * @param index of the population in the network
   * @param model its model
   * @param seed the run's seed
   * @throws InvalidNetworkException for a name that the model does not know
   */
  public NeuronValues(Population population, int index, NeuronModel model, long seed) {
    this.population = population;
    this.index = index;
    this.model = model;
    this.stream = new RandomStream(seed);
    this.initial = new double[model.stateVariables().size()];
    this.keys = new ValueKeys(model);
    if (keys.names() > ValueKeys.MOST_NAMES) {
      throw new InvalidNetworkException(
          where() + ".model",
          keys.names() + " parameters and state variables of " + model.name(),
          "a model with at most " + ValueKeys.MOST_NAMES + ", a list counted once");
    }
    TreeSet<String> names = new TreeSet<>();
    model.parameters().forEach(parameter -> names.add(parameter.name()));
    model.stateVariables().stream()
        .filter(StateVariable::initial)
        .forEach(variable -> names.add(variable.name()));
    for (String name : population.parameters().keySet()) {
      if (!names.contains(name)) {
        throw new InvalidNetworkException(
            where() + "." + name, "an unknown parameter", String.join(", ", names));
      }
    }
    for (Parameter parameter : model.parameters()) {
      Distribution given = population.parameters().get(parameter.name());
      if (parameter.common() && given != null && given.min() < given.max()) {
        throw new InvalidNetworkException(
            where() + "." + parameter.name(),
            "values that differ from neuron to neuron",
            parameter.truth()
                ? "1 for true or 0 for false, for all neurons of the population"
                : "one value for all neurons of the population");
      }
    }
    this.parametersVary =
        model.parameters().stream()
            .map(parameter -> population.parameters().get(parameter.name()))
            .anyMatch(distribution -> distribution != null && !distribution.constant());
  }

  private String where() {
    return "neurons." + population.name();
  }

  /** Whether neurons differ in any parameter, initial values apart. */
  public boolean parametersVary() {
    return parametersVary;
  }

  /**
   * The checked parameters of a neuron.
   *
   * @param neuron index within the population
   * @throws InvalidNetworkException for values out of range or that do not fit each other
   */
  public ParameterSet parameters(int neuron) {
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
                  where(),
                  conflict + (parametersVary ? " (neuron " + neuron + ")" : ""),
                  "parameters that fit each other"
                      + (parametersVary
                          ? ": give those that are drawn bounds within which they do"
                          : ""));
            });
    return set;
  }

  /**
   * A number by which parameters of a neuron are known again.
   *
   * @param neuron index within the population
   * @throws InvalidNetworkException as {@link #parameters}
   */
  public int parametersHash(int neuron) {
    if (parametersVary) {
      return parameters(neuron).hashCode();
    }
    if (commonHash == null) {
      commonHash = parameters(neuron).hashCode();
    }
    return commonHash;
  }

  /**
   * What a neuron is to chips and other formats.
   *
   * @param neuron index within the population
   * @throws InvalidNetworkException as {@link #parameters}
   */
  public NeuronForm form(int neuron) {
    return model.form(parameters(neuron));
  }

  /**
   * The initial values of the state variables of a neuron.
   *
   * @param neuron index within the population
   * @return values in the order of {@link NeuronModel#stateVariables}; the same array each time
   * @throws InvalidNetworkException as {@link #parameters}
   */
  public double[] initial(int neuron) {
    if (initialOf == null || parametersVary) {
      initialOf = parameters(neuron);
    }
    for (int variable = 0; variable < initial.length; variable++) {
      StateVariable one = model.stateVariables().get(variable);
      double value = initial(one.name(), neuron, model.initialValue(variable, initialOf));
      if (!one.allows(value)) {
        throw new InvalidNetworkException(
            where() + "." + one.name(), (value + " " + one.unit().symbol()).strip(), one.range());
      }
      initial[variable] = value;
    }
    return initial;
  }

  /**
   * The initial value of one state variable of a neuron.
   *
   * @param variable name of the variable
   * @param neuron index within the population
   * @param otherwise the value where the network gives none
   */
  public double initial(String variable, int neuron, double otherwise) {
    return population.parameters().containsKey(variable) ? draw(variable, neuron) : otherwise;
  }

  private double draw(String name, int neuron) {
    Distribution distribution = population.parameters().get(name);
    keys.point(stream, index, name, neuron);
    return distribution.draw(stream, neuron);
  }
}
