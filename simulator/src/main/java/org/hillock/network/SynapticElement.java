package org.hillock.network;

import java.util.Map;

/**
 * A kind of synaptic element that the neurons of a population grow: boutons of axons, or spines of
 * dendrites, each half of a synapse.
 *
 * @param name unique within the population, such as {@code axon}
 * @param growthCurve how fast they grow with the neuron's calcium, such as {@code gaussian}
 * @param parameters values by name, in the units of the curve's parameters; the rest take defaults
 */
public record SynapticElement(String name, String growthCurve, Map<String, Double> parameters) {

  /** Copies the map. */
  public SynapticElement {
    parameters = Map.copyOf(parameters);
  }
}
