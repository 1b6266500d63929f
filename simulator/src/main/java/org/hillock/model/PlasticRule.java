package org.hillock.model;

import java.util.Objects;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;

/**
 * The rule by which the synapses of a projection change, with all its parameters: those given, and
 * the defaults for the rest.
 *
 * @param model the rule
 * @param parameters checked values
 */
public record PlasticRule(SynapseModel model, ParameterSet parameters) {

  /**
   * The rule of a plastic projection.
   *
   * @throws InvalidNetworkException for wrong parameters
   */
  public static PlasticRule of(Projection projection) {
    return of(
        "synapses." + projection.name() + ".plasticity",
        Objects.requireNonNull(projection.plasticity()));
  }

  /**
   * The rule that a plasticity names.
   *
   * @param where what messages call the plasticity
   * @param plasticity of a rule that is known
   * @throws InvalidNetworkException for wrong parameters
   */
  public static PlasticRule of(String where, Plasticity plasticity) {
    SynapseModel model = Models.synapse(plasticity.rule()).orElseThrow();
    return new PlasticRule(
        model, ParameterSet.of(where, model.parameters(), plasticity.parameters()));
  }

  /** How weights change. */
  public SynapseRule rule() {
    return model.rule(parameters);
  }

  /** The part of each delay that lies in the dendrite [ms]; infinity for all of it. */
  public double dendriticDelay() {
    return model.dendriticDelay(parameters);
  }

  /** How long spikes of modulating neurons take [ms]; infinity without a third factor. */
  public double modulatorDelay() {
    return model.modulatorDelay(parameters);
  }

  /** The weights with which synapses may begin. */
  public PlasticWeights weights() {
    return new PlasticWeights(model.leastWeight(parameters), model.greatestWeight(parameters));
  }
}
