package org.hillock.stdp;

import java.util.Optional;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.Unit;

/** A model with {@link Eligibility}, whose weights lie between W_min and W_max. */
interface ModulatedModel extends SynapseModel {

  /** A rule that has these parameters. */
  static RuleDescription.Builder description(String name, String summary) {
    return RuleDescription.of(name, RuleFamily.MODULATED, summary)
        .parameters(
            Parameter.positive("tau_plus", Unit.MILLISECOND, 20, "decay of the presynaptic trace"),
            Parameter.positive(
                "tau_minus", Unit.MILLISECOND, 20, "decay of the postsynaptic trace"),
            Parameter.positive("tau_c", Unit.MILLISECOND, 1000, "decay of the eligibility"))
        .weight(Parameter.any("A_plus", Unit.NONE, 1, "eligibility of a pair, post after pre"))
        .weight(Parameter.any("A_minus", Unit.NONE, 1.5, "the same for pre after post, taken away"))
        .weight(Parameter.any(MIN_WEIGHT, Unit.NONE, 0, "least weight"))
        .weight(Parameter.any(SynapseModel.MAX_WEIGHT, Unit.NONE, 200, "greatest weight"))
        .dendriticDelay()
        .modulatorDelay();
  }

  @Override
  default Optional<String> conflict(ParameterSet of) {
    return WeightBounds.conflict(of);
  }
}
