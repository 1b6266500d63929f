package org.hillock.stdp;

import java.util.List;
import org.hillock.model.ParameterSet;
import org.hillock.model.ProductForm;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;

/**
 * Pair-based spike-timing-dependent plasticity, all-to-all pairing, with weight dependence.
 *
 * <table>
 * <caption>The rules that it contains</caption>
 * <tr><td>additive</td><td>mu_plus = mu_minus = 0</td><td>Song, Miller and Abbott 2000</td></tr>
 * <tr><td>multiplicative</td><td>mu_plus = mu_minus = 1</td><td>Rubin, Lee and Sompolinsky 2001</td></tr>
 * <tr><td>Gütig</td><td>mu_plus = mu_minus = 0 … 1</td><td>Gütig et al. 2003</td></tr>
 * <tr><td>van Rossum</td><td>mu_plus = 0, mu_minus = 1</td><td>van Rossum, Bi and Turrigiano 2000</td></tr>
 * </table>
 *
 * <p>Spikes that reach the synapse at the same moment are not paired. W_max may be negative, for
 * inhibitory synapses; weights lie between 0 and W_max.
 */
public final class Stdp implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      WeightDependence.description(
              "stdp", "pair-based STDP with weight dependence, all-to-all pairing")
          .equations(
              """
              post after pre:  w/W_max += lambda (1 - w/W_max)^mu_plus K_pre,        at most W_max
              pre after post:  w/W_max -= lambda alpha (w/W_max)^mu_minus K_post,    at least 0
              dK_pre/dt = -K_pre/tau_plus, += 1 at each presynaptic spike
              dK_post/dt = -K_post/tau_minus, += 1 at each postsynaptic spike
              """)
          .source(
              "Guetig, Aharonov, Rotter and Sompolinsky 2003, J Neurosci 23:3697; NEST stdp_synapse")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(of.get("tau_plus"), of.get("tau_minus"), WeightDependence.of(of));
  }

  @Override
  public ProductForm products(ParameterSet of) {
    return WeightDependence.of(of).products();
  }

  private record Rule(double tauPlus, double tauMinus, WeightDependence weights)
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
    public void update(SynapseRow row) {
      double[] w = row.weights();
      for (int count = row.nextPosts(); count > 0; count = row.nextPosts()) {
        int[] which = row.which();
        double[] pre = row.pres(0);
        for (int i = 0; i < count; i++) {
          w[which[i]] = weights.potentiated(w[which[i]], pre[i]);
        }
      }
      if (row.arrives()) {
        double[] post = row.posts(0);
        for (int i = row.from(); i < row.to(); i++) {
          w[i] = weights.depressed(w[i], post[i - row.from()]);
        }
      }
    }
  }
}
