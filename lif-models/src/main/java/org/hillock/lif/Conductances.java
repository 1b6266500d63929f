package org.hillock.lif;

import java.util.List;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.smooth.SmoothDynamics;
import org.hillock.model.smooth.Terms;

/** What the integrate-and-fire neurons with two kinds of synaptic conductances share. */
final class Conductances {

  /** Receptor for spikes of positive weight. */
  static final Receptor EX =
      new Receptor("ex", Unit.NANOSIEMENS, Receptor.Weights.NOT_NEGATIVE, "excitatory conductance");

  /** Receptor for spikes of negative weight, whose size opens the conductance. */
  static final Receptor IN =
      new Receptor("in", Unit.NANOSIEMENS, Receptor.Weights.NOT_POSITIVE, "inhibitory conductance");

  /** The conductance that spikes with positive weights open. */
  static final StateVariable G_EX =
      StateVariable.conductance("g_ex", "excitatory synaptic conductance");

  /** The conductance that spikes with negative weights open. */
  static final StateVariable G_IN =
      StateVariable.conductance("g_in", "inhibitory synaptic conductance");

  /** For how much longer the neuron is refractory, as NEST calls it. */
  static final StateVariable REMAINING =
      StateVariable.derived("t_ref_remaining", Unit.MILLISECOND, "refractory time that is left");

  /** So many numbers of {@link #numbers} come before a model's own. */
  static final int NUMBERS = 6;

  private static final List<Parameter> MEMBRANE = membrane(250, 16.6667, -85, -55, -60, 2);

  private Conductances() {}

  /** Parameters of a membrane with a leak, a threshold and two reversal potentials. */
  static List<Parameter> membrane() {
    return MEMBRANE;
  }

  /** The same with other defaults [pF, nS, mV, mV, mV, ms]. */
  static List<Parameter> membrane(
      double capacitance,
      double leak,
      double inhibitory,
      double threshold,
      double reset,
      double refractory) {
    return List.of(
        Parameter.positive("C_m", Unit.PICOFARAD, capacitance, "membrane capacitance"),
        Parameter.nonNegative("g_L", Unit.NANOSIEMENS, leak, "leak conductance"),
        Parameter.any("E_L", Unit.MILLIVOLT, -70, "resting potential"),
        Parameter.any("E_ex", Unit.MILLIVOLT, 0, "excitatory reversal potential"),
        Parameter.any("E_in", Unit.MILLIVOLT, inhibitory, "inhibitory reversal potential"),
        Parameter.any(
            "V_th", Unit.MILLIVOLT, threshold, "threshold: a spike is fired at or above it"),
        Parameter.any("V_reset", Unit.MILLIVOLT, reset, "potential after a spike"),
        Parameter.duration("t_ref", refractory, "refractory time"),
        Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"));
  }

  /** Two reversal potentials alone. */
  static List<Parameter> reversals() {
    return MEMBRANE.subList(3, 5);
  }

  /** The time constants of two synapses with one each. */
  static List<Parameter> times(double excitatory, double inhibitory, String kind) {
    return List.of(
        Parameter.positive("tau_syn_ex", Unit.MILLISECOND, excitatory, kind + " of excitation"),
        Parameter.positive("tau_syn_in", Unit.MILLISECOND, inhibitory, kind + " of inhibition"));
  }

  /** Threshold and reset. */
  static SmoothDynamics.Builder firing(ParameterSet parameters, int states) {
    return SmoothDynamics.of(states)
        .threshold(parameters.get("V_th"))
        .reset(parameters.get("V_reset"), parameters.get("t_ref"));
  }

  /** The numbers of {@link Terms#membrane}. */
  static double[] numbers(ParameterSet of, double... own) {
    return numbers(of, "", own);
  }

  /** The same where the names of parameters begin with that of a compartment. */
  static double[] numbers(ParameterSet of, String prefix, double... own) {
    double[] all = new double[NUMBERS + own.length];
    all[0] = 1 / of.get(prefix + "C_m");
    all[1] = of.get(prefix + "g_L");
    all[2] = of.get(prefix + "E_L");
    all[3] = of.get(prefix + "E_ex");
    all[4] = of.get(prefix + "E_in");
    all[5] = of.get(prefix + "I_e");
    System.arraycopy(own, 0, all, NUMBERS, own.length);
    return all;
  }

  /** dV/dt, where two states are conductances. */
  static void membrane(
      int count,
      double[][] y,
      int excitation,
      int inhibition,
      double[][] p,
      double[] injected,
      double[] dv) {
    Terms.membrane(count, y[SmoothDynamics.V], y[excitation], y[inhibition], p, 0, injected, dv);
  }
}
