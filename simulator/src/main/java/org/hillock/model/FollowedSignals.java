package org.hillock.model;

import java.util.List;

/**
 * State variables that a rule of plasticity follows at its targets, see {@link
 * SynapseRule#postsynapticSignals}, and which models have them.
 *
 * @param names of the variables; empty for most rules
 */
public record FollowedSignals(List<String> names) {

  /** Those of a rule. */
  public static FollowedSignals of(SynapseRule rule) {
    return new FollowedSignals(rule.postsynapticSignals());
  }

  /** Whether neurons of a model can be targets. */
  public boolean has(NeuronModel model) {
    return model.stateVariables().stream().map(StateVariable::name).toList().containsAll(names);
  }

  /** The models that can be targets, by name. */
  public List<String> models() {
    return Models.neurons().stream().filter(this::has).map(NeuronModel::name).toList();
  }

  /** Such as {@code LTP and LTD}. */
  public String text() {
    return String.join(" and ", names);
  }

  /** What targets there can be, for whoever gave others. */
  public String targets() {
    return "targets that have "
        + text()
        + ", which the rule follows: neurons of "
        + String.join(", ", models());
  }
}
