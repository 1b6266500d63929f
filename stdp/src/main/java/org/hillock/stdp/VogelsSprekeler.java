package org.hillock.stdp;

import java.util.List;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.ProductForm;
import org.hillock.model.ProductForm.Term;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/** Symmetric plasticity of inhibitory synapses, which brings their target to a set rate. */
public final class VogelsSprekeler implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "vogels_sprekeler",
              RuleFamily.SPIKE_TIMING,
              "inhibitory plasticity: the target comes to a set rate")
          .equations(
              """
              post:  |w| += eta K_pre
              pre:   |w| += eta (K_post - alpha)
              dK/dt = -K/tau, += 1 at each spike of its side; |w| between 0 and |W_max|
              the target comes to alpha/(2 tau)
              """)
          .source(
              "Vogels, Sprekeler, Zenke, Clopath and Gerstner 2011, Science 334:1569;"
                  + " NEST vogels_sprekeler_synapse")
          .parameters(
              Parameter.positive("tau", Unit.MILLISECOND, 20, "decay of both traces"),
              Parameter.nonNegative(
                  "alpha", Unit.NONE, 0.12, "depression: twice tau times the rate"))
          .weight(Parameter.nonNegative("eta", Unit.NONE, 0.001, "step size"))
          .weight(WeightDependence.maxWeight(-1))
          .dendriticDelay()
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(of.get("tau"), of.get("alpha"), of.get("eta"), of.get(MAX_WEIGHT));
  }

  @Override
  public ProductForm products(ParameterSet of) {
    double step = of.get("eta") / Math.abs(of.get(MAX_WEIGHT));
    return new ProductForm.Sum(
        List.of(new Term("eta / W_max", step, 0, -1, false)),
        List.of(
            new Term("eta / W_max", step, -1, 0, false),
            new Term("eta * alpha / W_max", -step * of.get("alpha"), -1, -1, false)));
  }

  private record Rule(double tau, double alpha, double eta, double maxWeight)
      implements SynapseRule {

    @Override
    public List<Double> presynapticTraces() {
      return List.of(tau);
    }

    @Override
    public List<Double> postsynapticTraces() {
      return List.of(tau);
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      double most = Math.abs(maxWeight);
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double weight = Math.abs(w[synapse]);
        while (row.nextPost()) {
          weight = Math.min(most, weight + eta * row.pre(0));
        }
        if (row.arrives()) {
          weight = Math.min(most, weight + eta * row.post(0));
          weight = Math.max(0, weight - alpha * eta);
        }
        w[synapse] = Math.copySign(weight, maxWeight);
      }
    }
  }
}
