package org.hillock.lif;

import java.util.List;
import java.util.Optional;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.smooth.SmoothDynamics;
import org.hillock.model.smooth.Terms;
import org.hillock.vector.Exp;

/**
 * The membrane that the adaptive exponential integrate-and-fire neurons share (Brette and Gerstner
 * 2005, J Neurophysiol 94:3637):
 *
 * <pre>
 *   C_m dV/dt   = -g_L (V - E_L) + g_L Delta_T exp((V - V_th)/Delta_T) - w + I_syn + I_e + I
 *   tau_w dw/dt = a (V - E_L) - w
 *   V >= V_peak: spike, w += b, then V = V_reset for t_ref
 * </pre>
 *
 * <p>On the right side V is at most V_peak, so that the exponential stays finite whatever the
 * length of a step. Without it, Delta_T = 0, the neuron fires at V_th.
 */
final class AdaptiveExponential {

  /** State of adaptation; a model's own states follow. */
  static final int W = 1;

  /** The first state of a model's own. */
  static final int OWN = 2;

  /** So many numbers of {@link #numbers} come before a model's own. */
  static final int NUMBERS = 10;

  /** The adaptation current, as every model lists it. */
  static final StateVariable ADAPTATION =
      new StateVariable("w", Unit.PICOAMPERE, "adaptation current");

  /** ln(1e288): beyond, the exponential leaves no room for the products that it is part of. */
  private static final double STEEPEST = 663;

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.positive("C_m", Unit.PICOFARAD, 281, "membrane capacitance"),
          Parameter.nonNegative("g_L", Unit.NANOSIEMENS, 30, "leak conductance"),
          Parameter.any("E_L", Unit.MILLIVOLT, -70.6, "resting potential"),
          Parameter.any("V_th", Unit.MILLIVOLT, -50.4, "where the upstroke begins"),
          Parameter.nonNegative(
              "Delta_T", Unit.MILLIVOLT, 2, "width of the upstroke; 0 for a sharp threshold V_th"),
          Parameter.any("V_peak", Unit.MILLIVOLT, 0, "a spike is fired at or above it"),
          Parameter.any("V_reset", Unit.MILLIVOLT, -60, "potential after a spike"),
          Parameter.duration("t_ref", 0, "refractory time"),
          Parameter.any("a", Unit.NANOSIEMENS, 4, "adaptation below threshold"),
          Parameter.any("b", Unit.PICOAMPERE, 80.5, "what a spike adds to the adaptation current"),
          Parameter.positive("tau_w", Unit.MILLISECOND, 144, "time constant of adaptation"),
          Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"));

  private AdaptiveExponential() {}

  /** Parameters of the membrane. */
  static List<Parameter> parameters() {
    return PARAMETERS;
  }

  /** What cannot go together. */
  static Optional<String> conflict(ParameterSet of) {
    return conflict(of, "V_th");
  }

  /**
   * The same where the parameter that says where the upstroke begins has another name.
   *
   * @param threshold its name
   */
  static Optional<String> conflict(ParameterSet of, String threshold) {
    double peak = of.get("V_peak");
    double width = of.get("Delta_T");
    double begins = of.get(threshold);
    if (peak < begins) {
      return Optional.of("V_peak, " + peak + " mV, is below " + threshold + ", " + begins + " mV");
    }
    if (of.get("V_reset") >= peak) {
      return Optional.of(
          "V_reset, " + of.get("V_reset") + " mV, is not below V_peak, " + peak + " mV");
    }
    if (width == 0 && of.get("V_reset") >= begins) {
      return Optional.of(
          "V_reset, "
              + of.get("V_reset")
              + " mV, is not below "
              + threshold
              + ", "
              + begins
              + " mV, where the neuron fires if Delta_T is 0");
    }
    return width > 0 && (peak - begins) / width >= STEEPEST
        ? Optional.of(
            "from "
                + threshold
                + " to V_peak the upstroke grows by more than e^"
                + (int) STEEPEST
                + ", beyond what numbers hold: Delta_T, "
                + width
                + " mV, is too small or V_peak, "
                + peak
                + " mV, too high")
        : Optional.empty();
  }

  /** Peak, reset and adaptation by a spike. */
  static SmoothDynamics.Builder firing(ParameterSet of, int states) {
    return SmoothDynamics.of(states)
        .threshold(of.get("Delta_T") > 0 ? of.get("V_peak") : of.get("V_th"))
        .reset(of.get("V_reset"), of.get("t_ref"))
        .addAtSpike(W, of.get("b"));
  }

  /** The numbers of {@link #begin} and {@link #end}. */
  static double[] numbers(ParameterSet of, double... own) {
    double width = of.get("Delta_T");
    double[] all = new double[NUMBERS + own.length];
    all[0] = 1 / of.get("C_m");
    all[1] = of.get("g_L");
    all[2] = of.get("E_L");
    all[3] = of.get("V_th");
    all[4] = width > 0 ? 1 / width : 0;
    all[5] = of.get("g_L") * width;
    all[6] = of.get("V_peak");
    all[7] = of.get("a");
    all[8] = 1 / of.get("tau_w");
    all[9] = of.get("I_e");
    System.arraycopy(own, 0, all, NUMBERS, own.length);
    return all;
  }

  /**
   * Begins the right side: dy of V takes the current that flows in but for the synaptic one, dy of
   * w the bounded potential. Then the model adds what its synapses do, and calls {@link #end}.
   */
  static void begin(int count, double[][] y, double[][] p, double[] injected, double[][] dy) {
    double[] v = dy[W];
    double[] into = dy[SmoothDynamics.V];
    Terms.above(count, y[SmoothDynamics.V], p[6], p[3], p[4], v, into);
    Exp.of(into, into, count);
    Terms.upstroke(count, v, y[W], p[1], p[2], p[5], p[9], injected, into);
  }

  /** Makes dV/dt of the current, and dw/dt of the bounded potential. */
  static void end(int count, double[][] y, double[][] p, double[][] dy) {
    Terms.product(count, dy[SmoothDynamics.V], p[0], dy[SmoothDynamics.V]);
    Terms.adaptation(count, y[W], p[2], p[7], p[8], dy[W]);
  }
}
