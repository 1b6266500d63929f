package org.hillock.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of plasticity: what it is called and has, and what it does to synapses.
 *
 * <p>Implementations are found through {@link java.util.ServiceLoader}; see {@link Models}. They
 * are immutable.
 */
public interface SynapseModel {

  /** The greatest weight of rules that have one; its sign is that of all weights. */
  String MAX_WEIGHT = "W_max";

  /** The least weight of rules that have one beside the greatest. */
  String MIN_WEIGHT = "W_min";

  /** Name, parameters, equations. */
  RuleDescription description();

  /**
   * The rule with these parameters.
   *
   * @param parameters checked values
   */
  SynapseRule rule(ParameterSet parameters);

  /**
   * What is wrong with a combination of parameters that are fine one by one, if anything: a W_max
   * of 0, where a rule has one.
   */
  default Optional<String> conflict(ParameterSet parameters) {
    return parameters.names().contains(MAX_WEIGHT) && parameters.get(MAX_WEIGHT) == 0
        ? Optional.of(MAX_WEIGHT + " is 0")
        : Optional.empty();
  }

  /**
   * The least weight that a synapse can have, in the unit of the target model: W_min, or 0 or
   * W_max, where a rule has them.
   *
   * @param parameters checked values
   */
  default double leastWeight(ParameterSet parameters) {
    if (parameters.names().contains(MIN_WEIGHT)) {
      return parameters.get(MIN_WEIGHT);
    }
    return parameters.names().contains(MAX_WEIGHT)
        ? Math.min(0, parameters.get(MAX_WEIGHT))
        : Double.NEGATIVE_INFINITY;
  }

  /**
   * The greatest weight that a synapse can have, in the unit of the target model: 0 or W_max, where
   * a rule has one.
   *
   * @param parameters checked values
   */
  default double greatestWeight(ParameterSet parameters) {
    if (parameters.names().contains(MIN_WEIGHT)) {
      return parameters.get(MAX_WEIGHT);
    }
    return parameters.names().contains(MAX_WEIGHT)
        ? Math.max(0, parameters.get(MAX_WEIGHT))
        : Double.POSITIVE_INFINITY;
  }

  /**
   * The part of each delay that lies in the dendrite, between the postsynaptic spike and the
   * synapse [ms]; infinity if all of it does.
   *
   * @param parameters checked values
   */
  default double dendriticDelay(ParameterSet parameters) {
    String name = RuleDescription.DENDRITIC_DELAY;
    double delay = parameters.names().contains(name) ? parameters.get(name) : Double.MAX_VALUE;
    return delay == Double.MAX_VALUE ? Double.POSITIVE_INFINITY : delay;
  }

  /**
   * How long spikes of modulating neurons take to the synapses [ms]; infinity for rules without.
   *
   * @param parameters checked values
   */
  default double modulatorDelay(ParameterSet parameters) {
    String name = RuleDescription.MODULATOR_DELAY;
    return parameters.names().contains(name) ? parameters.get(name) : Double.POSITIVE_INFINITY;
  }

  /**
   * The rule as sums of products of its traces, which chips take; none, if a rule does not say
   * otherwise.
   *
   * @param parameters checked values
   */
  default ProductForm products(ParameterSet parameters) {
    return new ProductForm.None("", "the rule " + name(), description().nearestProducts());
  }

  /** Whether the rule has a third factor, the spikes of modulating neurons. */
  default boolean modulated() {
    return parameters().stream()
        .anyMatch(parameter -> parameter.name().equals(RuleDescription.MODULATOR_DELAY));
  }

  /** The name used in scenario files, such as {@code stdp}. */
  default String name() {
    return description().name();
  }

  /** All parameters, in the order in which they are listed to people. */
  default List<Parameter> parameters() {
    return description().parameters();
  }

  /** Names of the parameters that are weights, in the unit of the target model's weight. */
  default Set<String> weightParameters() {
    return description().weightParameters();
  }
}
