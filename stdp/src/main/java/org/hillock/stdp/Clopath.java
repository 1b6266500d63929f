package org.hillock.stdp;

import java.util.List;
import java.util.Optional;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/**
 * Voltage-based plasticity: what the membrane of the target does changes a synapse, not the times
 * of its spikes. The amplitudes of that are the target's, see {@code aeif_psc_delta_clopath}.
 */
public final class Clopath implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "clopath", RuleFamily.RATE, "voltage-based: the membrane of the target decides")
          .equations(
              """
              at all times:  dw/dt = LTP x_bar,   at most W_max
              pre:           w -= LTD,            at least W_min
              dx_bar/dt = -x_bar/tau_x, += 1/tau_x at each presynaptic spike
              LTP and LTD being those of the target as of the dendritic delay ago:
              LTP = A_LTP [V - theta_plus]+ [u_bar_plus - theta_minus]+
              LTD = A_LTD [u_bar_minus - theta_minus]+
              """)
          .source(
              "Clopath, Büsing, Vasilaki and Gerstner 2010, Nat Neurosci 13:344, eqs. 1-4;"
                  + " NEST clopath_synapse")
          .parameters(
              Parameter.positive("tau_x", Unit.MILLISECOND, 15, "decay of the presynaptic trace"))
          .weight(Parameter.any(MIN_WEIGHT, Unit.NONE, 0, "smallest weight"))
          .weight(
              Parameter.any(
                  MAX_WEIGHT, Unit.NONE, 100, "largest weight; not of another sign than W_min"))
          .dendriticDelay()
          .nearestProducts("stdp_triplet, which hears spikes in place of voltages")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    double least = of.get(MIN_WEIGHT);
    double most = of.get(MAX_WEIGHT);
    String both = MIN_WEIGHT + ", " + least + ", and " + MAX_WEIGHT + ", " + most + ", are ";
    if (least < 0 && most > 0) {
      return Optional.of(both + "of different sign");
    }
    return least < most ? Optional.empty() : Optional.of(both + "in the wrong order");
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(of.get("tau_x"), of.get(MIN_WEIGHT), of.get(MAX_WEIGHT));
  }

  private record Rule(double tauX, double minWeight, double maxWeight) implements SynapseRule {

    private static final int LTP = 0;
    private static final int LTD = 1;

    @Override
    public List<Double> presynapticTraces() {
      return List.of(tauX);
    }

    @Override
    public boolean heedsPostsynapticSpikes() {
      return false;
    }

    @Override
    public List<String> postsynapticSignals() {
      return List.of("LTP", "LTD");
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      double share = row.step() / tauX;
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double weight = w[synapse];
        while (row.nextSignal(LTP)) {
          weight = Math.min(maxWeight, weight + share * row.signal(LTP) * row.pre(0));
        }
        if (row.arrives()) {
          weight = Math.max(minWeight, weight - row.signal(LTD));
        }
        w[synapse] = weight;
      }
    }
  }
}
