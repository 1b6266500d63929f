package org.hillock.stdp;

import java.util.List;
import org.hillock.model.Decay;
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
 * Synaptic scaling: all synapses of a target change by the same factor, so that it comes to a set
 * rate and the ratios of its weights stay.
 */
public final class SynapticScaling implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "synaptic_scaling", RuleFamily.RATE, "weights are scaled until the target has a rate")
          .equations(
              """
              dw/dt = w (beta (a_goal - a) + gamma E),   dE/dt = a_goal - a,   |w| at most |W_max|
              da/dt = -a/tau_a, += 1/tau_a at each postsynaptic spike;   a, E begin at 0
              moved exactly over the time since the synapse's last spike, at each spike of either
              side: a weight stands as of that spike; time begins at a synapse when what its source
              sends as the run begins gets there, after the axonal part of the delay
              """)
          .source(
              "Turrigiano, Leslie, Desai, Rutherford and Nelson 1998, Nature 391:892;"
                  + " van Rossum, Bi and Turrigiano 2000, J Neurosci 20:8812")
          .parameters(
              Parameter.nonNegative("a_goal", Unit.HERTZ, 10, "rate of the target that is sought"),
              Parameter.positive("tau_a", Unit.MILLISECOND, 1e5, "over which its rate is taken"),
              Parameter.nonNegative("beta", Unit.NONE, 4e-5, "speed of scaling"),
              Parameter.nonNegative("gamma", Unit.HERTZ, 0, "the same for the integral E"))
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
        of.get("a_goal") / 1000,
        of.get("tau_a"),
        of.get("beta"),
        of.get("gamma") / 1000,
        of.get(MAX_WEIGHT));
  }

  /**
   * States of a synapse, after its last spike: K = a tau_a, the spikes that count, and E. Rates are
   * in spikes a millisecond.
   */
  private record Rule(double goal, double tau, double beta, double gamma, double maxWeight)
      implements SynapseRule {

    @Override
    public List<String> states() {
      return List.of("K", "E");
    }

    @Override
    public boolean heedsLonelyPostsynapticSpikes() {
      return true;
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      double[] spikes = row.state(0);
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        while (row.nextPost()) {
          w[synapse] = scaled(w[synapse], row, synapse);
          spikes[synapse] += 1;
        }
        if (row.arrives()) {
          w[synapse] = scaled(w[synapse], row, synapse);
        }
      }
    }

    /** What has become of a weight since the last spike, K and E being moved as well. */
    private double scaled(double weight, SynapseRow row, int synapse) {
      double time = row.elapsed();
      double count = row.state(0)[synapse];
      double error = row.state(1)[synapse];
      double forgotten = -count * Decay.expm1(-time / tau); // the integral of a
      double lacking = goal * time - forgotten;
      double integral = error * time + goal * time * time / 2 - (count * time - tau * forgotten);
      row.state(0)[synapse] = count - forgotten;
      row.state(1)[synapse] = error + lacking;
      if (weight == 0) {
        return 0;
      }
      double changed = weight * Exp.of(beta * lacking + gamma * integral);
      return Math.abs(changed) < Math.abs(maxWeight) ? changed : maxWeight;
    }
  }
}
