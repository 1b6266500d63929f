package org.hillock.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the weights of a projection change.
 *
 * @param rule the rule's name, such as {@code stdp}
 * @param parameters values by name, in the units of the rule's parameters; the rest take defaults
 * @param modulator the neurons whose spikes are the third factor, for rules that have one
 */
public record Plasticity(
    String rule, Map<String, Double> parameters, @Nullable NeuronRange modulator) {

  /** Copies the map. */
  public Plasticity {
    parameters = Map.copyOf(parameters);
  }

  /** Plasticity by the spikes of both sides alone. */
  public Plasticity(String rule, Map<String, Double> parameters) {
    this(rule, parameters, null);
  }
}
