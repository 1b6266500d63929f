package org.hillock.lif;

import java.util.List;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.linear.LinearDynamics;

/**
 * The membrane that the linear integrate-and-fire models share, and what they call its parts:
 *
 * <pre>
 *   dV/dt = -(V - E_L)/tau_m + (I_syn + I_e + I)/C_m
 *   V >= V_th: spike, then V = V_reset for t_ref
 * </pre>
 */
final class Membrane {

  /** The membrane potential, as every model lists it. */
  static final StateVariable V_M = new StateVariable("V_m", Unit.MILLIVOLT, "membrane potential");

  /** The synaptic current of spikes with positive weights. */
  static final StateVariable I_SYN_EX =
      new StateVariable("I_syn_ex", Unit.PICOAMPERE, "excitatory synaptic current");

  /** The synaptic current of spikes with negative weights. */
  static final StateVariable I_SYN_IN =
      new StateVariable("I_syn_in", Unit.PICOAMPERE, "inhibitory synaptic current");

  /** Receptor for currents of positive weight. */
  static final Receptor EX =
      new Receptor("ex", Unit.PICOAMPERE, Receptor.Weights.NOT_NEGATIVE, "excitatory current");

  /** Receptor for currents of negative weight. */
  static final Receptor IN =
      new Receptor("in", Unit.PICOAMPERE, Receptor.Weights.NOT_POSITIVE, "inhibitory current");

  /** Receptor for jumps of the membrane. */
  static final Receptor JUMP =
      Receptor.of("membrane", Unit.MILLIVOLT, "jump of the membrane potential");

  /** Lower bound of V. */
  static final Parameter V_MIN =
      Parameter.any("V_min", Unit.MILLIVOLT, -Double.MAX_VALUE, "lower bound of V_m");

  /** Threshold. */
  static final Parameter V_TH =
      Parameter.any("V_th", Unit.MILLIVOLT, -55, "threshold: a spike is fired at or above it");

  /** Reset. */
  static final Parameter V_RESET =
      Parameter.any("V_reset", Unit.MILLIVOLT, -70, "potential after a spike");

  private static final List<Parameter> CHARGE = charge(250, 10);

  private static final List<Parameter> PARAMETERS =
      List.of(
          CHARGE.get(0),
          CHARGE.get(1),
          CHARGE.get(2),
          V_TH,
          V_RESET,
          Parameter.duration("t_ref", 2, "refractory time"),
          CHARGE.get(3));

  /** The escape noise that the models with a sharp threshold can have instead. */
  static final List<Parameter> ESCAPE =
      List.of(
          Parameter.nonNegative(
              "delta", Unit.MILLIVOLT, 0, "width of the escape noise; 0 for a sharp threshold"),
          Parameter.nonNegative("rho", Unit.HERTZ, 0.01, "escape rate at the threshold"));

  private Membrane() {}

  /** Parameters of a membrane alone, with their usual defaults. */
  static List<Parameter> charge() {
    return CHARGE;
  }

  /**
   * Parameters of a membrane alone.
   *
   * @param capacitance default of C_m [pF]
   * @param tau default of tau_m [ms]
   */
  static List<Parameter> charge(double capacitance, double tau) {
    return List.of(
        Parameter.positive("C_m", Unit.PICOFARAD, capacitance, "membrane capacitance"),
        Parameter.positive("tau_m", Unit.MILLISECOND, tau, "membrane time constant"),
        Parameter.any("E_L", Unit.MILLIVOLT, -70, "resting potential"),
        Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"));
  }

  /**
   * Decay times of the currents of both signs.
   *
   * @param excitatory default of tau_syn_ex [ms]
   * @param inhibitory default of tau_syn_in [ms]
   */
  static List<Parameter> decayTimes(double excitatory, double inhibitory) {
    return List.of(
        Parameter.positive(
            "tau_syn_ex", Unit.MILLISECOND, excitatory, "decay time of excitatory currents"),
        Parameter.positive(
            "tau_syn_in", Unit.MILLISECOND, inhibitory, "decay time of inhibitory currents"));
  }

  /** Parameters of membrane, threshold and reset alone. */
  static List<Parameter> parameters() {
    return PARAMETERS;
  }

  /** Membrane, threshold and reset without refractory time or escape noise. */
  static LinearDynamics.Builder charged(ParameterSet parameters) {
    return LinearDynamics.membrane(
            parameters.get("tau_m"), parameters.get("C_m"), parameters.get("E_L"))
        .constantCurrent(parameters.get("I_e"));
  }

  /** Membrane, threshold, reset with refractory time, and escape noise. */
  static LinearDynamics.Builder firing(ParameterSet parameters) {
    return sharp(parameters).escape(parameters.get("rho") / 1000, parameters.get("delta"));
  }

  /** Membrane, threshold, and reset with refractory time. */
  static LinearDynamics.Builder sharp(ParameterSet parameters) {
    double resting = parameters.get("E_L");
    return charged(parameters)
        .threshold(parameters.get("V_th") - resting)
        .reset(parameters.get("V_reset") - resting, parameters.get("t_ref"));
  }

  /** Adds a current for each sign of the weights, and shows both. */
  static LinearDynamics.Builder currents(LinearDynamics.Builder neuron, ParameterSet parameters) {
    int excitatory = neuron.exponentialCurrent(0, parameters.get("tau_syn_ex"));
    int inhibitory = neuron.exponentialCurrent(1, parameters.get("tau_syn_in"));
    return neuron.show(0, excitatory).show(0, inhibitory).bySign();
  }
}
