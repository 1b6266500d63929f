package org.hillock.network;

import org.jspecify.annotations.Nullable;

/**
 * Synapses from one range of neurons to another.
 *
 * @param name how results and messages call it; need not be unique
 * @param source the presynaptic neurons
 * @param target the postsynaptic neurons
 * @param rule which pairs are connected
 * @param weight synaptic weight, in the unit of the target model (mV or pA)
 * @param delay from the presynaptic spike to its effect [ms]
 * @param autapses whether a neuron may connect to itself
 * @param multapses whether a pair may be connected more than once
 * @param plasticity how weights change, or null for weights that do not
 */
public record Projection(
    String name,
    NeuronRange source,
    NeuronRange target,
    ConnectionRule rule,
    Distribution weight,
    Distribution delay,
    boolean autapses,
    boolean multapses,
    @Nullable Plasticity plasticity) {

  /**
   * @throws InvalidNetworkException if the rule cannot be satisfied on these ranges
   */
  public Projection {
    rule.check("synapses." + name, source, target, autapses, multapses);
  }

  /** Whether source and target neurons are drawn from the same population. */
  public boolean recurrent() {
    return source.population().equals(target.population());
  }
}
