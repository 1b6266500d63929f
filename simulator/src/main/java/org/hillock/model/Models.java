package org.hillock.model;

import java.util.Collection;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** All neuron models and plasticity rules on the class path, by name. */
public final class Models {

  private static final SortedMap<String, NeuronModel> NEURONS = new TreeMap<>();
  private static final SortedMap<String, SynapseModel> SYNAPSES = new TreeMap<>();

  static {
    ServiceLoader.load(NeuronModel.class).forEach(model -> NEURONS.put(model.name(), model));
    ServiceLoader.load(SynapseModel.class).forEach(model -> SYNAPSES.put(model.name(), model));
  }

  private Models() {}

  /** The neuron model of this name. */
  public static Optional<NeuronModel> neuron(String name) {
    return Optional.ofNullable(NEURONS.get(name));
  }

  /** All neuron models, by name. */
  public static Collection<NeuronModel> neurons() {
    return NEURONS.values();
  }

  /** The plasticity rule of this name. */
  public static Optional<SynapseModel> synapse(String name) {
    return Optional.ofNullable(SYNAPSES.get(name));
  }

  /** All plasticity rules, by name. */
  public static Collection<SynapseModel> synapses() {
    return SYNAPSES.values();
  }
}
