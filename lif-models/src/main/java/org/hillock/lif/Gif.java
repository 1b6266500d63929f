package org.hillock.lif;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.linear.LinearDynamics;

/**
 * What the generalised integrate-and-fire models of Mensi et al. share: they fire at random, the
 * more often the further V is above a threshold that earlier spikes have raised, and earlier spikes
 * leave currents out of the membrane:
 *
 * <pre>
 *   rate  = lambda_0 exp((V - E_sfa)/Delta_V)
 *   E_sfa = V_T_star + sum of elements that decay with tau_sfa_j and to which a spike adds q_sfa_j
 *   I_stc = sum of elements that decay with tau_stc_i and to which a spike adds q_stc_i
 * </pre>
 */
final class Gif {

  /** Where the models come from. */
  static final String SOURCE =
      "Mensi et al. 2012, J Neurophysiol 107:1756; Pozzorini et al. 2015, PLoS Comput Biol"
          + " 11:e1004275";

  /** The threshold. */
  static final StateVariable E_SFA =
      StateVariable.derived("E_sfa", Unit.MILLIVOLT, "threshold, which spikes raise");

  /** The current that spikes leave. */
  static final StateVariable I_STC =
      StateVariable.derived("I_stc", Unit.PICOAMPERE, "current out of V that spikes leave");

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.positive("C_m", Unit.PICOFARAD, 80, "membrane capacitance"),
          Parameter.positive("g_L", Unit.NANOSIEMENS, 4, "leak conductance"),
          Parameter.any("E_L", Unit.MILLIVOLT, -70, "resting potential"),
          Parameter.any("V_reset", Unit.MILLIVOLT, -55, "potential after a spike"),
          Parameter.any("V_T_star", Unit.MILLIVOLT, -35, "threshold at rest"),
          Parameter.positive("Delta_V", Unit.MILLIVOLT, 0.5, "width of the escape noise"),
          Parameter.nonNegative("lambda_0", Unit.HERTZ, 1, "escape rate at the threshold"),
          Parameter.duration("t_ref", 4, "refractory time"),
          Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"),
          Parameter.positive("tau_sfa", Unit.MILLISECOND, 100, "decay times of the threshold")
              .list(),
          Parameter.any("q_sfa", Unit.MILLIVOLT, 0, "a spike raises the threshold by these").list(),
          Parameter.positive("tau_stc", Unit.MILLISECOND, 100, "decay times of I_stc").list(),
          Parameter.any("q_stc", Unit.PICOAMPERE, 0, "a spike adds these to I_stc").list());

  private Gif() {}

  /** Parameters of membrane, threshold, noise and adaptation. */
  static List<Parameter> parameters() {
    return PARAMETERS;
  }

  /** What is wrong with the lists, if anything. */
  static Optional<String> conflict(ParameterSet parameters) {
    return Stream.of("sfa", "stc")
        .flatMap(kind -> Lists.unequal(parameters, "tau_" + kind, "q_" + kind).stream())
        .findFirst();
  }

  /** Membrane, escape noise and reset. */
  static LinearDynamics.Builder membrane(ParameterSet of) {
    double resting = of.get("E_L");
    return LinearDynamics.membrane(of.get("C_m") / of.get("g_L"), of.get("C_m"), resting)
        .constantCurrent(of.get("I_e"))
        .threshold(of.get("V_T_star") - resting)
        .escape(of.get("lambda_0") / 1000, of.get("Delta_V"))
        .reset(of.get("V_reset") - resting, of.get("t_ref"));
  }

  /** Adds what spikes leave, and shows the threshold and the current. */
  static LinearDynamics.Builder adapting(LinearDynamics.Builder neuron, ParameterSet of) {
    threshold(neuron, of, of.get("V_T_star"));
    int[] currents = elements(neuron, of, "stc");
    for (int state : currents) {
      neuron.couple(LinearDynamics.V, state, -1 / of.get("C_m"));
    }
    return neuron.showSum(0, currents);
  }

  /** Adds what raises the threshold, and shows that. */
  static LinearDynamics.Builder threshold(
      LinearDynamics.Builder neuron, ParameterSet of, double atRest) {
    int[] elements = elements(neuron, of, "sfa");
    for (int state : elements) {
      neuron.raiseThreshold(state);
    }
    return neuron.showSum(atRest, elements);
  }

  private static int[] elements(LinearDynamics.Builder neuron, ParameterSet of, String kind) {
    double[] tau = of.list("tau_" + kind);
    double[] q = of.list("q_" + kind);
    int[] states = new int[tau.length];
    for (int i = 0; i < tau.length; i++) {
      states[i] = neuron.state(tau[i]);
      neuron.addAtSpike(states[i], q[i]);
    }
    return states;
  }
}
