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
 * @param delay from the presynaptic spike to its effect [ms]; with conduction, what is added to the
 *     time for which the spike travels
 * @param autapses whether a neuron may connect to itself
 * @param multapses whether a pair may be connected more than once
 * @param plasticity how weights change, or null for weights that do not
 * @param conduction how fast spikes travel from the place of the source to that of the target, or
 *     null if places do not matter
 * @param receptor the receptor of the targets at which spikes arrive; null for the usual one, which
 *     is chosen by the sign of the weight where a model has two
 * @param rewiring how its synapses form and vanish, or null if those of the rule stay
 * @param carries what is carried in every step instead of spikes, then to the place for signals
 *     that the receptor names; null for synapses
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
    @Nullable Plasticity plasticity,
    @Nullable Conduction conduction,
    @Nullable String receptor,
    @Nullable Rewiring rewiring,
    @Nullable Carried carries) {

  /**
   * @throws InvalidNetworkException if the rule cannot be satisfied on these ranges, or the edges
   *     of the rule have delays of their own beside the conduction
   */
  public Projection {
    rule.check("synapses." + name, source, target, autapses, multapses);
    if (conduction != null && rule.hasDelays()) {
      throw new InvalidNetworkException(
          "synapses." + name + ".delay",
          "a conduction velocity although every edge has its own delay",
          "one of the two");
    }
  }

  /** Synapses that carry spikes, and stay. */
  public Projection(
      String name,
      NeuronRange source,
      NeuronRange target,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay,
      boolean autapses,
      boolean multapses,
      @Nullable Plasticity plasticity,
      @Nullable Conduction conduction,
      @Nullable String receptor) {
    this(
        name,
        source,
        target,
        rule,
        weight,
        delay,
        autapses,
        multapses,
        plasticity,
        conduction,
        receptor,
        null,
        null);
  }

  /** Synapses at the usual receptor. */
  public Projection(
      String name,
      NeuronRange source,
      NeuronRange target,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay,
      boolean autapses,
      boolean multapses,
      @Nullable Plasticity plasticity,
      @Nullable Conduction conduction) {
    this(
        name,
        source,
        target,
        rule,
        weight,
        delay,
        autapses,
        multapses,
        plasticity,
        conduction,
        null);
  }

  /** Synapses whose delay does not depend on where neurons are. */
  public Projection(
      String name,
      NeuronRange source,
      NeuronRange target,
      ConnectionRule rule,
      Distribution weight,
      Distribution delay,
      boolean autapses,
      boolean multapses,
      @Nullable Plasticity plasticity) {
    this(name, source, target, rule, weight, delay, autapses, multapses, plasticity, null, null);
  }

  /**
   * For each synapse of this projection the one in the other direction, of the same weight and
   * delay. It has to follow this one in the network.
   *
   * @throws InvalidNetworkException if these weights or delays are drawn, or synapses change
   */
  public Projection reversed() {
    String where = "synapses." + name + ".symmetric";
    if (plasticity != null || rewiring != null || carries != null) {
      throw new InvalidNetworkException(
          where, "synapses that change, or carry signals", "synapses that stay as they are");
    }
    return new Projection(
        name,
        target,
        source,
        new Reversed(rule),
        turned(weight, where, "weights"),
        turned(delay, where, "delays"),
        autapses,
        multapses,
        null,
        conduction,
        receptor);
  }

  private static Distribution turned(Distribution values, String where, String what) {
    return values
        .turned()
        .orElseThrow(
            () ->
                new InvalidNetworkException(
                    where,
                    what + " that are not the same in both directions",
                    "constant " + what + ", or such as follow from the distance alone"));
  }

  /** Number of synapses to expect. */
  public double expectedSynapses() {
    return rule.expectedSynapses(source, target, autapses);
  }

  /** More synapses than any target has. */
  public double mostSources() {
    return rule.mostSources(source, target, autapses);
  }

  /** Whether spikes of other neurons are a third factor of its plasticity. */
  public boolean modulated() {
    return plasticity != null && plasticity.modulator() != null;
  }

  /** Whether source and target neurons are drawn from the same population. */
  public boolean recurrent() {
    return source.population().equals(target.population());
  }
}
