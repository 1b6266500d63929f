package org.hillock.engine.plasticity;

import java.util.Objects;
import org.hillock.model.Models;
import org.hillock.model.PairRule;
import org.hillock.model.ParameterSet;
import org.hillock.model.SynapseModel;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;

/**
 * The rule by which the synapses of a projection change, with its parameters.
 *
 * @param rule how weights change
 * @param dendriticDelay the part of each delay that lies in the dendrite, infinity for all [ms]
 */
public record PlasticRule(PairRule rule, double dendriticDelay) {

  /**
   * The rule of a plastic projection.
   *
   * @throws org.hillock.network.InvalidNetworkException for wrong parameters
   */
  public static PlasticRule of(Projection projection) {
    Plasticity plasticity = Objects.requireNonNull(projection.plasticity());
    SynapseModel model = Models.synapse(plasticity.rule()).orElseThrow();
    ParameterSet parameters =
        ParameterSet.of(
            "synapses." + projection.name() + ".plasticity",
            model.parameters(),
            plasticity.parameters());
    return new PlasticRule(model.rule(parameters), model.dendriticDelay(parameters));
  }
}
