package org.hillock.network;

import java.util.Map;

/**
 * How the weights of a projection change.
 *
 * @param rule the rule's name, such as {@code stdp}
 * @param parameters values by name, in the units of the rule's parameters; the rest take defaults
 */
public record Plasticity(String rule, Map<String, Double> parameters) {

  /** Copies the map. */
  public Plasticity {
    parameters = Map.copyOf(parameters);
  }
}
