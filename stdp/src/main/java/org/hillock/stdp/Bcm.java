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

/**
 * The rule of Bienenstock, Cooper and Munro: inputs that drive their target above a threshold grow,
 * those that drive it less shrink, and the threshold follows the square of the target's rate.
 */
public final class Bcm implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of("bcm", RuleFamily.RATE, "growth above a sliding threshold, else shrinking")
          .equations(
              """
              post:  |w| += eta K_pre (y - theta)/y_0,   |w| between 0 and |W_max|
                     theta += y/(tau_theta y_0) after that;   y = K_post/tau
              dtheta/dt = -theta/tau_theta, 0 at first;   dK/dt = -K/tau, += 1 at each spike
              for rates x and y that change slowly, on average:
                d|w|/dt = eta tau x y (y - theta)/y_0,   theta = <y^2>/y_0 over tau_theta
              y, y_0 and theta in Hz; at rest y = theta = y_0; if patterns of inputs alternate, the
              target comes to respond to one of them, with y_0 / the part of the time that it takes
              """)
          .source(
              "Bienenstock, Cooper and Munro 1982, J Neurosci 2:32; Intrator and Cooper 1992,"
                  + " Neural Networks 5:3 (theta = <y^2>)")
          .parameters(
              Parameter.positive("tau", Unit.MILLISECOND, 100, "over which rates are taken"),
              Parameter.positive("tau_theta", Unit.MILLISECOND, 1e4, "over which theta is taken"),
              Parameter.positive("y_0", Unit.HERTZ, 10, "rate at which the threshold is the rate"))
          .weight(
              Parameter.nonNegative(
                  "eta", Unit.NONE, 0.001, "growth by a pair of spikes, y being y_0 above theta"))
          .weight(WeightDependence.maxWeight(100))
          .dendriticDelay()
          .nearestProducts("stdp_triplet, whose average is BCM")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    double rate = of.get("y_0");
    double second = 1000; // ms, so that rates are in Hz
    return new Rule(
        of.get("tau"),
        of.get("tau_theta"),
        second / of.get("tau"),
        second / (of.get("tau_theta") * rate),
        of.get("eta") / rate,
        RateWeights.of(of.get(MAX_WEIGHT)));
  }

  /** State of a synapse: theta [Hz] right after the last postsynaptic spike. */
  private record Rule(
      double tau,
      double tauTheta,
      double rateOfTrace,
      double thresholdOfRate,
      double growth,
      RateWeights weights)
      implements SynapseRule {

    @Override
    public List<Double> presynapticTraces() {
      return List.of(tau);
    }

    @Override
    public List<Double> postsynapticTraces() {
      return List.of(tau, tauTheta);
    }

    @Override
    public List<String> states() {
      return List.of("theta");
    }

    /** The threshold follows all spikes of the target. */
    @Override
    public boolean heedsLonelyPostsynapticSpikes() {
      return true;
    }

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      double[] thresholds = row.state(0);
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double strength = Math.abs(w[synapse]);
        while (row.nextPost()) {
          double rate = row.post(0) * rateOfTrace;
          double threshold = thresholds[synapse] * row.postDecay(1);
          thresholds[synapse] = threshold + thresholdOfRate * rate;
          strength = weights.changed(strength, growth * row.pre(0) * (rate - threshold));
        }
        w[synapse] = weights.weight(strength);
      }
    }
  }
}
