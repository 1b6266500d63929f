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
import org.hillock.vector.Exp;

/**
 * Spike-timing-dependent plasticity with exponential dependence on the weight, and a drift at each
 * spike.
 */
public final class Jonke implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "jonke", RuleFamily.SPIKE_TIMING, "STDP with exponential weight dependence and drift")
          .equations(
              """
              post:  w += lambda (exp(mu_plus w) K_pre - beta),            at most W_max
              pre:   w += lambda (-alpha exp(mu_minus w) K_post - beta),   at least 0
              dK_pre/dt = -K_pre/tau_plus, dK_post/dt = -K_post/tau_minus, += 1 at each spike
              """)
          .source(
              "Jonke, Legenstein, Habenschuss and Maass 2017, J Neurosci 37:8511; NEST jonke_synapse")
          .parameters(
              Parameter.positive(
                  "tau_plus", Unit.MILLISECOND, 20, "decay of the presynaptic trace"),
              Parameter.positive(
                  "tau_minus", Unit.MILLISECOND, 20, "decay of the postsynaptic trace"),
              Parameter.nonNegative("lambda", Unit.NONE, 0.01, "step size"),
              Parameter.any("alpha", Unit.NONE, 1, "depression relative to potentiation"),
              Parameter.any("beta", Unit.NONE, 0, "drift at each spike"),
              Parameter.any("mu_plus", Unit.NONE, 0, "weight dependence of potentiation"),
              Parameter.any("mu_minus", Unit.NONE, 0, "weight dependence of depression"))
          .weight(Parameter.positive(MAX_WEIGHT, Unit.NONE, 100, "largest weight"))
          .dendriticDelay()
          .nearestProducts("stdp with mu_plus: 0, mu_minus: 0")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(
        of.get("tau_plus"),
        of.get("tau_minus"),
        of.get("lambda"),
        of.get("alpha"),
        of.get("beta"),
        of.get("mu_plus"),
        of.get("mu_minus"),
        of.get(MAX_WEIGHT));
  }

  private record Rule(
      double tauPlus,
      double tauMinus,
      double lambda,
      double alpha,
      double beta,
      double muPlus,
      double muMinus,
      double maxWeight)
      implements SynapseRule {

    @Override
    public List<Double> presynapticTraces() {
      return List.of(tauPlus);
    }

    @Override
    public List<Double> postsynapticTraces() {
      return List.of(tauMinus);
    }

    @Override
    public boolean heedsLonelyPostsynapticSpikes() {
      return beta != 0;
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double weight = w[synapse];
        while (row.nextPost()) {
          double up = Exp.of(muPlus * weight) * row.pre(0);
          weight = Math.min(maxWeight, weight + lambda * (up - beta));
        }
        if (row.arrives()) {
          double down = alpha * Exp.of(muMinus * weight) * row.post(0);
          weight = Math.max(0, weight + lambda * (-down - beta));
        }
        w[synapse] = weight;
      }
    }
  }
}
