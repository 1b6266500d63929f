package org.hillock.lif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.form.AdaptiveThresholdNeuron;
import org.hillock.model.form.AdaptiveThresholdNeuron.Part;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.linear.LinearDynamics;

/**
 * What the models of Kobayashi et al. and Yamauchi et al. share: the membrane is not reset, but
 * each spike raises the threshold by two parts that decay:
 *
 * <pre>
 *   V_th = omega + V_th_alpha_1 + V_th_alpha_2,   V_th_alpha_k += alpha_k at a spike
 * </pre>
 */
final class AdaptiveThreshold {

  /** The threshold. */
  static final StateVariable V_TH =
      StateVariable.derived(
          AdaptiveThresholdNeuron.THRESHOLD, Unit.MILLIVOLT, "adaptive threshold");

  /** Its fast part. */
  static final StateVariable FAST =
      new StateVariable("V_th_alpha_1", Unit.MILLIVOLT, "fast part of the threshold");

  /** Its slow part. */
  static final StateVariable SLOW =
      new StateVariable("V_th_alpha_2", Unit.MILLIVOLT, "slow part of the threshold");

  private AdaptiveThreshold() {}

  /**
   * Parameters of the threshold, and of the time without a second spike.
   *
   * @param omega default of the resting threshold [mV]
   * @param alpha1 default of the fast step [mV]
   * @param alpha2 default of the slow step [mV]
   */
  static List<Parameter> parameters(double omega, double alpha1, double alpha2) {
    return List.of(
        Parameter.positiveDuration("t_ref", 2, "no second spike for this time; V goes on"),
        Parameter.any("omega", Unit.MILLIVOLT, omega, "threshold at rest"),
        Parameter.any("alpha_1", Unit.MILLIVOLT, alpha1, "a spike raises the fast part by this"),
        Parameter.any("alpha_2", Unit.MILLIVOLT, alpha2, "a spike raises the slow part by this"),
        Parameter.positive("tau_1", Unit.MILLISECOND, 10, "decay time of the fast part"),
        Parameter.positive("tau_2", Unit.MILLISECOND, 200, "decay time of the slow part"));
  }

  /** What a neuron with these parameters is, if nothing else moves its threshold. */
  static NeuronForm form(ParameterSet parameters, IntegrateAndFire.Currents arrival) {
    return new AdaptiveThresholdNeuron(
        parameters.get("tau_m"),
        parameters.get("C_m"),
        parameters.get("E_L"),
        parameters.get("omega"),
        parameters.get("t_ref"),
        parameters.get("I_e"),
        List.of(part(parameters, 1), part(parameters, 2)),
        arrival);
  }

  private static Part part(ParameterSet parameters, int k) {
    return new Part(parameters.get("alpha_" + k), parameters.get("tau_" + k));
  }

  /** The parameters of a neuron whose threshold has two parts. */
  static Optional<Map<String, Double>> taking(NeuronForm form) {
    if (!(form instanceof AdaptiveThresholdNeuron unit) || unit.parts().size() != 2) {
      return Optional.empty();
    }
    Map<String, Double> parameters = new HashMap<>();
    parameters.put("tau_m", unit.tauM());
    parameters.put("C_m", unit.capacitance());
    parameters.put("E_L", unit.rest());
    parameters.put("omega", unit.threshold());
    parameters.put("t_ref", unit.refractory());
    parameters.put("I_e", unit.current());
    parameters.put("tau_syn_ex", unit.arrival().tauExcitatory());
    parameters.put("tau_syn_in", unit.arrival().tauInhibitory());
    for (int k = 1; k <= 2; k++) {
      parameters.put("alpha_" + k, unit.parts().get(k - 1).step());
      parameters.put("tau_" + k, unit.parts().get(k - 1).tau());
    }
    return Optional.of(parameters);
  }

  /**
   * Adds both parts and shows the threshold, then both.
   *
   * @param others states that raise the threshold besides
   */
  static LinearDynamics.Builder add(
      LinearDynamics.Builder neuron, ParameterSet parameters, int... others) {
    int fast = neuron.state(parameters.get("tau_1"));
    int slow = neuron.state(parameters.get("tau_2"));
    int[] all = new int[others.length + 2];
    all[0] = fast;
    all[1] = slow;
    System.arraycopy(others, 0, all, 2, others.length);
    for (int part : all) {
      neuron.raiseThreshold(part);
    }
    double omega = parameters.get("omega");
    return neuron
        .threshold(omega - parameters.get("E_L"))
        .silentAfterSpike(parameters.get("t_ref"))
        .addAtSpike(fast, parameters.get("alpha_1"))
        .addAtSpike(slow, parameters.get("alpha_2"))
        .showSum(omega, all)
        .show(0, fast)
        .show(0, slow);
  }
}
