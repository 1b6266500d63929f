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

/** Spike-timing-dependent plasticity whose potentiation is a power of the weight. */
public final class StdpPl implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "stdp_pl", RuleFamily.SPIKE_TIMING, "STDP, potentiation by a power of the weight")
          .equations(
              """
              post after pre:  w += lambda w^mu K_pre
              pre after post:  w -= lambda alpha w K_post,   at least 0
              dK_pre/dt = -K_pre/tau_plus, dK_post/dt = -K_post/tau_minus, += 1 at each spike
              w is the number of its units, so that lambda is that of a weight of 1
              """)
          .source(
              "Morrison, Aertsen and Diesmann 2007, Neural Comput 19:1437;"
                  + " NEST stdp_pl_synapse_hom")
          .parameters(
              Parameter.positive(
                  "tau_plus", Unit.MILLISECOND, 20, "decay of the presynaptic trace"),
              Parameter.positive(
                  "tau_minus", Unit.MILLISECOND, 20, "decay of the postsynaptic trace"),
              Parameter.nonNegative("lambda", Unit.NONE, 0.1, "step size"),
              Parameter.nonNegative("alpha", Unit.NONE, 1, "depression relative to potentiation"),
              Parameter.nonNegative("mu", Unit.NONE, 0.4, "exponent of potentiation"))
          .dendriticDelay()
          .nearestProducts("stdp with mu_plus: 0, mu_minus: 1")
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
        of.get("alpha") * of.get("lambda"),
        of.get("mu"));
  }

  @Override
  public double leastWeight(ParameterSet parameters) {
    return 0;
  }

  private static final class Rule implements SynapseRule {

    private final double tauPlus;
    private final double tauMinus;
    private final double lambda;
    private final double depression;
    private final double mu;

    Rule(double tauPlus, double tauMinus, double lambda, double depression, double mu) {
      this.tauPlus = tauPlus;
      this.tauMinus = tauMinus;
      this.lambda = lambda;
      this.depression = depression;
      this.mu = mu;
    }

    @Override
    public List<Double> presynapticTraces() {
      return List.of(tauPlus);
    }

    @Override
    public List<Double> postsynapticTraces() {
      return List.of(tauMinus);
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      for (int count = row.nextPosts(); count > 0; count = row.nextPosts()) {
        potentiate(w, row, count);
      }
      if (row.arrives()) {
        double[] posts = row.posts(0);
        for (int i = row.from(); i < row.to(); i++) {
          w[i] = Math.max(0, w[i] - depression * w[i] * posts[i - row.from()]);
        }
      }
    }

    private void potentiate(double[] w, SynapseRow row, int count) {
      int[] which = row.which();
      double[] pre = row.pres(0);
      double[] before = row.work(0);
      double[] powers = row.work(1);
      for (int i = 0; i < count; i++) {
        before[i] = w[which[i]];
      }
      Exp.power(before, mu, powers, count);
      for (int i = 0; i < count; i++) {
        w[which[i]] = before[i] + lambda * powers[i] * pre[i];
      }
    }
  }
}
