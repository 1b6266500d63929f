package org.hillock.engine.run;

import org.hillock.model.FollowedSignals;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.PlasticRule;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mistakes;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/** Checks that rules of plasticity find at their targets what they follow there. */
final class SignalCheck {

  private SignalCheck() {}

  static void check(Network network, boolean continuous) {
    Mistakes mistakes = new Mistakes();
    mistakes.each(network.projections(), projection -> check(network, continuous, projection));
    mistakes.throwIfAny();
  }

  private static void check(Network network, boolean continuous, Projection projection) {
    if (projection.plasticity() != null) {
      PlasticRule rule = PlasticRule.of(projection);
      FollowedSignals signals = FollowedSignals.of(rule.rule());
      String where = "synapses." + projection.name() + ".plasticity.rule";
      String named = "'" + rule.model().name() + "'";
      if (continuous && !signals.names().isEmpty()) {
        throw new InvalidNetworkException(
            where,
            named + " in continuous time",
            "a grid, such as time.step: 0.1 ms, since the rule follows "
                + signals.text()
                + " of its targets from step to step");
      }
      NeuronModel target = Models.of(network.population(projection.target().population()));
      if (!signals.has(target)) {
        throw new InvalidNetworkException(
            where, named + " onto neurons of the model " + target.name(), signals.targets());
      }
    }
  }
}
