package org.hillock.stdp;

import java.util.List;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;

/**
 * Spike-timing-dependent plasticity of nearest neighbours around presynaptic spikes: each
 * presynaptic spike is paired with the postsynaptic ones just before and after it.
 *
 * <p>State: the presynaptic trace, which a postsynaptic spike uses up.
 */
public final class StdpNnPreCentered implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      WeightDependence.description(
              "stdp_nn_pre_centered",
              "STDP, each presynaptic spike paired with the postsynaptic ones beside it")
          .equations(
              """
              post:  w/W_max += lambda (1 - w/W_max)^mu_plus K_pre, then K_pre = 0
              pre:   w/W_max -= lambda alpha (w/W_max)^mu_minus exp(-(t_pre - t_post)/tau_minus),
                     t_post being the last one before; then K_pre += 1
              dK_pre/dt = -K_pre/tau_plus; w between 0 and W_max
              """)
          .source(
              "Morrison, Diesmann and Gerstner 2008, Biol Cybern 98:459, fig. 7B;"
                  + " NEST stdp_nn_pre_centered_synapse")
          .nearestProducts("stdp, which pairs all spikes")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(of.get("tau_plus"), of.get("tau_minus"), WeightDependence.of(of));
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
    public List<String> states() {
      return List.of("K_pre");
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      double[] unused = row.state(0);
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double weight = w[synapse];
        while (row.nextPost()) {
          weight = weights.potentiated(weight, unused[synapse] * row.preDecay(0));
          unused[synapse] = 0;
        }
        if (row.arrives()) {
          weight = weights.depressed(weight, row.postDecay(0));
          unused[synapse] = unused[synapse] * row.preDecay(0) + 1;
        }
        w[synapse] = weight;
      }
    }
  }
}
