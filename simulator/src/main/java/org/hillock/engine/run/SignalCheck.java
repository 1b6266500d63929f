package org.hillock.engine.run;

import java.util.List;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateVariable;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/** Checks that rules of plasticity find at their targets what they follow there. */
final class SignalCheck {

  private SignalCheck() {}

  static void check(Network network, boolean continuous) {
    for (Projection projection : network.projections()) {
      if (projection.plasticity() == null) {
        continue;
      }
      PlasticRule rule = PlasticRule.of(projection);
      List<String> signals = rule.rule().postsynapticSignals();
      String where = "synapses." + projection.name() + ".plasticity.rule";
      String named = "'" + rule.model().name() + "'";
      if (continuous && !signals.isEmpty()) {
        throw new InvalidNetworkException(
            where,
            named + " in continuous time",
            "a grid, such as time.step: 0.1 ms, since the rule follows "
                + String.join(" and ", signals)
                + " of its targets from step to step");
      }
      NeuronModel target = Models.of(network.population(projection.target().population()));
      if (!has(target, signals)) {
        throw new InvalidNetworkException(
            where,
            named + " onto neurons of the model " + target.name(),
            "targets that have "
                + String.join(" and ", signals)
                + ", which the rule follows: neurons of "
                + String.join(
                    ", ",
                    Models.neurons().stream()
                        .filter(model -> has(model, signals))
                        .map(NeuronModel::name)
                        .toList()));
      }
    }
  }

  private static boolean has(NeuronModel model, List<String> signals) {
    return model.stateVariables().stream().map(StateVariable::name).toList().containsAll(signals);
  }
}
