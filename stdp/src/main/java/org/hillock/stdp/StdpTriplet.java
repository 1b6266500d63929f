package org.hillock.stdp;

import java.util.List;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.ProductForm;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/**
 * Spike-timing-dependent plasticity of triplets of spikes, all-to-all: it follows the frequency
 * dependence of long-term potentiation, which pairs do not.
 */
public final class StdpTriplet implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "stdp_triplet", RuleFamily.SPIKE_TIMING, "STDP of triplets of spikes, all-to-all")
          .equations(
              """
              post:  w += r1 (Aplus + Aplus_triplet o2),     at most W_max
              pre:   w -= o1 (Aminus + Aminus_triplet r2),   at least 0
              dr1/dt = -r1/tau_plus, dr2/dt = -r2/tau_plus_triplet, += 1 at each presynaptic spike
              do1/dt = -o1/tau_minus, do2/dt = -o2/tau_minus_triplet, += 1 at each postsynaptic one
              r2 and o2 being those just before the spike; if W_max < 0, -w moves so
              """)
          .source(
              "Pfister and Gerstner 2006, J Neurosci 26:9673, eqs. 2-4; NEST stdp_triplet_synapse")
          .parameters(
              Parameter.positive("tau_plus", Unit.MILLISECOND, 16.8, "decay of r1"),
              Parameter.positive("tau_plus_triplet", Unit.MILLISECOND, 101, "decay of r2"),
              Parameter.positive("tau_minus", Unit.MILLISECOND, 33.7, "decay of o1"),
              Parameter.positive("tau_minus_triplet", Unit.MILLISECOND, 125, "decay of o2"))
          .weight(Parameter.nonNegative("Aplus", Unit.NONE, 5e-10, "potentiation of a pair"))
          .weight(
              Parameter.nonNegative(
                  "Aplus_triplet", Unit.NONE, 6.2e-3, "potentiation of a triplet"))
          .weight(Parameter.nonNegative("Aminus", Unit.NONE, 7e-3, "depression of a pair"))
          .weight(
              Parameter.nonNegative("Aminus_triplet", Unit.NONE, 2.3e-4, "depression of a triplet"))
          .weight(WeightDependence.maxWeight(100))
          .dendriticDelay()
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(
        List.of(of.get("tau_plus"), of.get("tau_plus_triplet")),
        List.of(of.get("tau_minus"), of.get("tau_minus_triplet")),
        of.get("Aplus"),
        of.get("Aplus_triplet"),
        of.get("Aminus"),
        of.get("Aminus_triplet"),
        of.get(MAX_WEIGHT));
  }

  @Override
  public ProductForm products(ParameterSet of) {
    return new ProductForm.Sum(
        List.of(term(of, "Aplus", 1, 0, -1), term(of, "Aplus_triplet", 1, 0, 1)),
        List.of(term(of, "Aminus", -1, -1, 0), term(of, "Aminus_triplet", -1, 1, 0)));
  }

  private static ProductForm.Term term(ParameterSet of, String name, int sign, int pre, int post) {
    double most = Math.abs(of.get(MAX_WEIGHT));
    return new ProductForm.Term(name + " / W_max", sign * of.get(name) / most, pre, post, false);
  }

  private record Rule(
      List<Double> presynapticTraces,
      List<Double> postsynapticTraces,
      double pairUp,
      double tripletUp,
      double pairDown,
      double tripletDown,
      double maxWeight)
      implements SynapseRule {

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      double most = Math.abs(maxWeight);
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double weight = Math.abs(w[synapse]);
        while (row.nextPost()) {
          weight = Math.min(most, weight + row.pre(0) * (pairUp + tripletUp * row.post(1)));
        }
        if (row.arrives()) {
          weight = Math.max(0, weight - row.post(0) * (pairDown + tripletDown * row.pre(1)));
        }
        w[synapse] = Math.copySign(weight, maxWeight);
      }
    }
  }
}
