package org.hillock.stdp;

import java.util.List;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;

/**
 * Spike-timing-dependent plasticity of nearest neighbours, restricted: only immediate pairs, with
 * no spike of either side in between.
 *
 * <p>The beginning of a run counts as a presynaptic spike, as it does in NEST.
 */
public final class StdpNnRestr implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      WeightDependence.description(
              "stdp_nn_restr", "STDP of immediate pairs: no spike of either side in between")
          .equations(
              """
              first post after a pre:  w/W_max += lambda (1 - w/W_max)^mu_plus exp(-dt/tau_plus)
              first pre after a post:  w/W_max -= lambda alpha (w/W_max)^mu_minus exp(-dt/tau_minus)
              w between 0 and W_max
              """)
          .source(
              "Morrison, Diesmann and Gerstner 2008, Biol Cybern 98:459, fig. 7C;"
                  + " NEST stdp_nn_restr_synapse")
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
          if (row.noPostSincePre()) {
            weight = weights.potentiated(weight, row.preDecay(0));
          }
        }
        if (row.arrives()) {
          if (!row.noPostSincePre()) {
            weight = weights.depressed(weight, row.postDecay(0));
          }
        }
        w[synapse] = weight;
      }
    }
  }
}
