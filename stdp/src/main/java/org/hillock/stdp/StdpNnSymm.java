package org.hillock.stdp;

import java.util.List;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;

/**
 * Spike-timing-dependent plasticity of nearest neighbours, symmetric: each spike is paired with the
 * spike of the other side just before it.
 *
 * <p>The beginning of a run counts as a presynaptic spike, as it does in NEST.
 */
public final class StdpNnSymm implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      WeightDependence.description(
              "stdp_nn_symm", "STDP, each spike paired with the nearest one before it")
          .equations(
              """
              post:  w/W_max += lambda (1 - w/W_max)^mu_plus exp(-(t_post - t_pre)/tau_plus)
              pre:   w/W_max -= lambda alpha (w/W_max)^mu_minus exp(-(t_pre - t_post)/tau_minus)
              the other spike being the last one before; w between 0 and W_max
              """)
          .source(
              "Morrison, Diesmann and Gerstner 2008, Biol Cybern 98:459, fig. 7A;"
                  + " NEST stdp_nn_symm_synapse")
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
    public boolean heedsLonelyPostsynapticSpikes() {
      return true;
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double weight = w[synapse];
        while (row.nextPost()) {
          weight = weights.potentiated(weight, row.preDecay(0));
        }
        if (row.arrives()) {
          weight = weights.depressed(weight, row.postDecay(0));
        }
        w[synapse] = weight;
      }
    }
  }
}
