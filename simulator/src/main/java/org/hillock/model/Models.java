package org.hillock.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Population;

/** All neuron models, plasticity rules and growth curves on the class path, by name. */
public final class Models {

  private static final SortedMap<String, NeuronModel> NEURONS = new TreeMap<>();
  private static final SortedMap<String, SynapseModel> SYNAPSES = new TreeMap<>();
  private static final SortedMap<String, GrowthModel> GROWTH_CURVES = new TreeMap<>();

  static {
    ServiceLoader.load(NeuronModel.class).forEach(model -> NEURONS.put(model.name(), model));
    ServiceLoader.load(SynapseModel.class).forEach(model -> SYNAPSES.put(model.name(), model));
    ServiceLoader.load(GrowthModel.class).forEach(model -> GROWTH_CURVES.put(model.name(), model));
  }

  /**
   * A model that can be of a form.
   *
   * @param model of which neurons are to be
   * @param parameters with which they are of the form; others have their defaults
   */
  public record Taken(NeuronModel model, Map<String, Double> parameters) {}

  private Models() {}

  /** The neuron model of this name. */
  public static Optional<NeuronModel> neuron(String name) {
    return Optional.ofNullable(NEURONS.get(name));
  }

  /**
   * The model of a population, with the receptors and state variables that the lengths of its lists
   * make.
   *
   * @throws InvalidNetworkException if there is no such model, or a list is too long
   */
  public static NeuronModel of(Population population) {
    NeuronModel model = NEURONS.get(population.model());
    if (model == null) {
      throw new InvalidNetworkException(
          "neurons." + population.name() + ".model",
          "'" + population.model() + "'",
          "one of " + String.join(", ", NEURONS.keySet()));
    }
    for (Parameter list : model.description().lists()) {
      if (length(list, population.parameters().keySet()) > Parameter.LONGEST_LIST) {
        throw new InvalidNetworkException(
            "neurons." + population.name() + "." + list.name(),
            "a list of more than " + Parameter.LONGEST_LIST + " values",
            "at most " + Parameter.LONGEST_LIST);
      }
    }
    return withLists(model, population.parameters().keySet());
  }

  /**
   * A model whose lists are as long as some names say: {@code tau_syn_3} makes {@code tau_syn} a
   * list of three.
   *
   * @param given names of parameters; a list of which none is given has the length of its default
   */
  public static NeuronModel withLists(NeuronModel model, Collection<String> given) {
    List<Parameter> lists = model.description().lists();
    if (lists.isEmpty()) {
      return model;
    }
    Map<String, Integer> lengths = new HashMap<>();
    for (Parameter list : lists) {
      int length = length(list, given);
      lengths.put(list.name(), length > 0 ? length : list.defaultLength());
    }
    return model.withLists(lengths);
  }

  private static int length(Parameter list, Collection<String> given) {
    int length = 0;
    while (given.contains(Parameter.element(list.name(), length + 1))) {
      length++;
    }
    return length;
  }

  /** All neuron models, by name. */
  public static Collection<NeuronModel> neurons() {
    return NEURONS.values();
  }

  /** What neurons of a model are if no parameters are given. */
  public static NeuronForm form(NeuronModel model) {
    return model.form(ParameterSet.of(model.name(), model.parameters(), Map.of()));
  }

  /** The same by name; without a form if there is no such model. */
  public static NeuronForm form(String model) {
    return neuron(model)
        .map(Models::form)
        .orElseGet(() -> new Formless("is no model that there is"));
  }

  /** The model that can be of a form; the first by name if several can. */
  public static Optional<Taken> taking(NeuronForm form) {
    for (NeuronModel model : NEURONS.values()) {
      Optional<Map<String, Double>> parameters = model.taking(form);
      if (parameters.isPresent()) {
        return Optional.of(new Taken(model, Map.copyOf(parameters.get())));
      }
    }
    return Optional.empty();
  }

  /** The plasticity rule of this name. */
  public static Optional<SynapseModel> synapse(String name) {
    return Optional.ofNullable(SYNAPSES.get(name));
  }

  /** All plasticity rules, by name. */
  public static Collection<SynapseModel> synapses() {
    return SYNAPSES.values();
  }

  /** The growth curve of this name. */
  public static Optional<GrowthModel> growthCurve(String name) {
    return Optional.ofNullable(GROWTH_CURVES.get(name));
  }

  /** All growth curves, by name. */
  public static Collection<GrowthModel> growthCurves() {
    return GROWTH_CURVES.values();
  }
}
