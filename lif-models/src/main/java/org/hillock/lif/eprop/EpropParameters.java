package org.hillock.lif.eprop;

import java.util.List;
import java.util.Optional;
import org.hillock.model.GridTime;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.UpdateIntervals;

/** Parameters that the neurons of e-prop networks share. */
final class EpropParameters {

  static final StateVariable V_M = new StateVariable("V_m", Unit.MILLIVOLT, "membrane potential");

  private EpropParameters() {}

  /** Those of a membrane. */
  static List<Parameter> membrane(double resting) {
    return List.of(
        Parameter.positive("C_m", Unit.PICOFARAD, 250, "membrane capacitance"),
        Parameter.any("E_L", Unit.MILLIVOLT, resting, "resting potential"),
        Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant current, from the second step on"),
        Parameter.truth(
            "regular_spike_arrival",
            true,
            "V jumps by the weight of a spike; else by weight (1 - exp(-h/tau_m))"),
        Parameter.positive("tau_m", Unit.MILLISECOND, 10, "membrane time constant"),
        Parameter.any("V_min", Unit.MILLIVOLT, -Double.MAX_VALUE, "lower bound of V_m"));
  }

  /** Those that neurons have which fire. */
  static List<Parameter> firing() {
    return List.of(
        Parameter.any("V_th", Unit.MILLIVOLT, -55, "threshold: a spike is fired at or above it"),
        Parameter.duration("t_ref", 2, "refractory time"),
        Parameter.choice(
            "surrogate_gradient_function",
            SurrogateGradient.names(),
            "what stands for the derivative of a spike"),
        Parameter.positive(
            "surrogate_gradient_height", Unit.NONE, 0.3, "psi at the threshold [1/mV]"),
        Parameter.positive(
            "surrogate_gradient_width", Unit.NONE, 1, "over how much of V_m psi falls [mV]"),
        Parameter.nonNegative("c_reg", Unit.NONE, 0, "strength of the regularisation of rates"),
        Parameter.nonNegative("f_target", Unit.HERTZ, 10, "rate that is sought by it"));
  }

  /** Those of learning, which all neurons of a network must have alike. */
  static List<Parameter> learning() {
    return List.of(
        Parameter.positiveDuration(
                UpdateIntervals.LENGTH, 1000, "after how long weights change, again and again")
            .inCommon(),
        Parameter.positiveDuration(
                UpdateIntervals.WINDOW,
                1000,
                "last part of each interval, in which there is a loss")
            .inCommon(),
        Parameter.truth(UpdateIntervals.RESET, true, "neurons begin each interval anew, at rest"));
  }

  /** What cannot go together. */
  static Optional<String> conflict(ParameterSet of) {
    if (of.names().contains("V_th") && of.get("V_min") > of.get("V_th")) {
      return Optional.of(
          "V_min, " + of.get("V_min") + " mV, is above V_th, " + of.get("V_th") + " mV");
    }
    return of.get(UpdateIntervals.WINDOW) > of.get(UpdateIntervals.LENGTH)
        ? Optional.of(
            UpdateIntervals.WINDOW
                + ", "
                + of.get(UpdateIntervals.WINDOW)
                + " ms, is longer than "
                + UpdateIntervals.LENGTH
                + ", "
                + of.get(UpdateIntervals.LENGTH)
                + " ms; set "
                + UpdateIntervals.WINDOW
                + " to that or less")
        : Optional.empty();
  }

  /**
   * The intervals of some neurons.
   *
   * @param first steps before the first
   * @param step of the grid [ms]
   */
  static UpdateIntervals intervals(ParameterSet of, int first, double step) {
    return UpdateIntervals.of("neurons", of.get(UpdateIntervals.LENGTH), first, step);
  }

  /** The learning window in steps, of at least one. */
  static int window(ParameterSet of, double step) {
    return (int) Math.max(1, GridTime.index(of.get(UpdateIntervals.WINDOW), step));
  }
}
