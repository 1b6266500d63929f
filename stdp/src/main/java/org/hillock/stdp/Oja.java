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
 * Oja's rule: Hebb's with a forgetting that keeps the sum of squared weights, so that they come to
 * the first principal component of the inputs.
 */
public final class Oja implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "oja", RuleFamily.RATE, "the weights come to the first principal component")
          .equations(
              """
              post:  v += eta (K_pre - alpha v K_post),   v = w/W_max between 0 and 1
              dK/dt = -K/tau, += 1 at each spike of its side
              for rates x and y that change slowly, on average:
                dv/dt = eta tau y (x - alpha y v)
              if y = g (v_1 x_1 + v_2 x_2 + ...), v comes to the eigenvector of <x_i x_j> with the
              largest eigenvalue, and v_1^2 + v_2^2 + ... to 1/(alpha g)
              """)
          .source("Oja 1982, J Math Biol 15:267; Dayan and Abbott 2001, eq. 8.16")
          .parameters(
              Parameter.positive("tau", Unit.MILLISECOND, 100, "over which rates are taken"),
              Parameter.nonNegative("eta", Unit.NONE, 0.001, "step size, relative to W_max"),
              Parameter.nonNegative("alpha", Unit.NONE, 1, "forgetting"))
          .weight(WeightDependence.maxWeight(100))
          .dendriticDelay()
          .nearestProducts("stdp with mu_minus: 1, with spikes in place of rates")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(
        List.of(of.get("tau")),
        of.get("eta"),
        of.get("eta") * of.get("alpha"),
        RateWeights.of(of.get(MAX_WEIGHT)));
  }

  private record Rule(
      List<Double> presynapticTraces, double growth, double forgetting, RateWeights weights)
      implements SynapseRule {

    @Override
    public List<Double> postsynapticTraces() {
      return presynapticTraces;
    }

    /** Without presynaptic spikes there is no growth, but there is forgetting. */
    @Override
    public boolean heedsLonelyPostsynapticSpikes() {
      return true;
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double strength = Math.abs(w[synapse]);
        while (row.nextPost()) {
          double grown = weights.most() * growth * row.pre(0);
          strength = weights.changed(strength, grown - forgetting * strength * row.post(0));
        }
        w[synapse] = weights.weight(strength);
      }
    }
  }
}
