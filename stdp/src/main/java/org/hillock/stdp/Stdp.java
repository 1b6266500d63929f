package org.hillock.stdp;

import java.util.List;
import java.util.Optional;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/**
 * Pair-based spike-timing-dependent plasticity, all-to-all pairing, with weight dependence (Gütig,
 * Aharonov, Rotter and Sompolinsky 2003, J Neurosci 23:3697, eqs. 1-2; NEST's {@code
 * stdp_synapse}):
 *
 * <pre>
 *   post after pre:  w/W_max += lambda (1 - w/W_max)^mu_plus K_pre,           at most W_max
 *   pre after post:  w/W_max -= lambda alpha (w/W_max)^mu_minus K_post,       at least 0
 *   dK_pre/dt = -K_pre/tau_plus, += 1 at each presynaptic spike;  K_post likewise with tau_minus
 * </pre>
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

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.positive("tau_plus", Unit.MILLISECOND, 20, "decay of the presynaptic trace"),
          Parameter.positive("tau_minus", Unit.MILLISECOND, 20, "decay of the postsynaptic trace"),
          Parameter.nonNegative("lambda", Unit.NONE, 0.01, "step size, relative to W_max"),
          Parameter.nonNegative("alpha", Unit.NONE, 1, "depression relative to potentiation"),
          Parameter.nonNegative("mu_plus", Unit.NONE, 1, "weight dependence of potentiation"),
          Parameter.nonNegative("mu_minus", Unit.NONE, 1, "weight dependence of depression"),
          Parameter.any("W_max", Unit.NONE, 100, "largest weight; its sign is that of all weights"),
          Parameter.positiveDuration(
              "dendritic_delay",
              Double.MAX_VALUE,
              "part of each delay between postsynaptic spike and synapse; default: all of it"));

  @Override
  public String name() {
    return "stdp";
  }

  @Override
  public String description() {
    return "pair-based STDP with weight dependence, all-to-all pairing";
  }

  @Override
  public List<Parameter> parameters() {
    return PARAMETERS;
  }

  @Override
  public List<String> weightParameters() {
    return List.of("W_max");
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return parameters.get("W_max") == 0 ? Optional.of("W_max is 0") : Optional.empty();
  }

  @Override
  public double leastWeight(ParameterSet parameters) {
    return Math.min(0, parameters.get("W_max"));
  }

  @Override
  public double greatestWeight(ParameterSet parameters) {
    return Math.max(0, parameters.get("W_max"));
  }

  @Override
  public double dendriticDelay(ParameterSet parameters) {
    double delay = parameters.get("dendritic_delay");
    return delay == Double.MAX_VALUE ? Double.POSITIVE_INFINITY : delay;
  }

  @Override
  public SynapseRule rule(ParameterSet parameters) {
    return new Rule(
        parameters.get("tau_plus"),
        parameters.get("tau_minus"),
        parameters.get("lambda"),
        parameters.get("lambda") * parameters.get("alpha"),
        parameters.get("mu_plus"),
        parameters.get("mu_minus"),
        parameters.get("W_max"));
  }

  private record Rule(
      double tauPlus,
      double tauMinus,
      double potentiation,
      double depression,
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
    public void update(SynapseRow row) {
      double[] weights = row.weights();
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double weight = weights[synapse];
        while (row.nextPost()) {
          weight = potentiated(weight, row.pre(0));
        }
        weights[synapse] = row.arrives() ? depressed(weight, row.post(0)) : weight;
      }
    }

    private double potentiated(double weight, double preTrace) {
      double relative = weight / maxWeight;
      double changed = relative + potentiation * power(1 - relative, muPlus) * preTrace;
      return changed < 1 ? changed * maxWeight : maxWeight;
    }

    private double depressed(double weight, double postTrace) {
      double relative = weight / maxWeight;
      double changed = relative - depression * power(relative, muMinus) * postTrace;
      return changed > 0 ? changed * maxWeight : 0;
    }

    private static double power(double base, double exponent) {
      if (exponent == 0) {
        return 1;
      }
      return exponent == 1 ? base : StrictMath.pow(base, exponent);
    }
  }
}
