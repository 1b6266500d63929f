package org.hillock.stdp;

import java.util.List;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/**
 * Hebb's rule for rates: a synapse grows with the product of both sides' rates, of which the
 * presynaptic one is told by a trace, the postsynaptic one by its spikes.
 */
public final class Hebb implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of("hebb", RuleFamily.RATE, "growth with the product of both rates")
          .equations(
              """
              post:  |w| += eta K_pre,   at most |W_max|
              dK_pre/dt = -K_pre/tau, += 1 at each presynaptic spike
              for independent Poisson spikes of rates x and y, on average:
                d|w|/dt = eta tau x y
              """)
          .source(
              "Hebb 1949, The Organization of Behavior; Gerstner and Kistler 2002, Biol Cybern"
                  + " 87:404, the correlation term")
          .parameters(
              Parameter.positive("tau", Unit.MILLISECOND, 100, "over which rates are taken"))
          .weight(
              Parameter.nonNegative(
                  "eta", Unit.NONE, 0.001, "growth by a spike of each side, the other just before"))
          .weight(WeightDependence.maxWeight(100))
          .dendriticDelay()
          .nearestProducts("stdp, with spikes in place of rates")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(List.of(of.get("tau")), of.get("eta"), RateWeights.of(of.get(MAX_WEIGHT)));
  }

  private record Rule(List<Double> presynapticTraces, double eta, RateWeights weights)
      implements SynapseRule {

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double strength = Math.abs(w[synapse]);
        while (row.nextPost()) {
          strength = weights.changed(strength, eta * row.pre(0));
        }
        w[synapse] = weights.weight(strength);
      }
    }
  }
}
