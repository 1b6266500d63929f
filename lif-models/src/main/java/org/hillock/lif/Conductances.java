package org.hillock.lif;

import java.util.List;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.smooth.SmoothDynamics;

/** What the neurons with synaptic conductances share. */
final class Conductances {

  /** Receptor for spikes of positive weight. */
  static final Receptor EX =
      new Receptor("ex", Unit.NANOSIEMENS, Receptor.Weights.NOT_NEGATIVE, "excitatory conductance");

  /** Receptor for spikes of negative weight, whose size opens the conductance. */
  static final Receptor IN =
      new Receptor("in", Unit.NANOSIEMENS, Receptor.Weights.NOT_POSITIVE, "inhibitory conductance");

  /** The conductance that spikes with positive weights open. */
  static final StateVariable G_EX =
      new StateVariable("g_ex", Unit.NANOSIEMENS, "excitatory synaptic conductance");

  /** The conductance that spikes with negative weights open. */
  static final StateVariable G_IN =
      new StateVariable("g_in", Unit.NANOSIEMENS, "inhibitory synaptic conductance");

  private static final List<Parameter> MEMBRANE =
      List.of(
          Parameter.positive("C_m", Unit.PICOFARAD, 250, "membrane capacitance"),
          Parameter.positive("g_L", Unit.NANOSIEMENS, 16.6667, "leak conductance"),
          Parameter.any("E_L", Unit.MILLIVOLT, -70, "resting potential"),
          Parameter.any("E_ex", Unit.MILLIVOLT, 0, "excitatory reversal potential"),
          Parameter.any("E_in", Unit.MILLIVOLT, -85, "inhibitory reversal potential"),
          Parameter.any("V_th", Unit.MILLIVOLT, -55, "threshold: a spike is fired at or above it"),
          Parameter.any("V_reset", Unit.MILLIVOLT, -60, "potential after a spike"),
          Parameter.duration("t_ref", 2, "refractory time"),
          Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"));

  private Conductances() {}

  /** Parameters of a membrane with a leak, a threshold and two reversal potentials. */
  static List<Parameter> membrane() {
    return MEMBRANE;
  }

  /** Threshold and reset. */
  static SmoothDynamics.Builder firing(ParameterSet parameters, int states) {
    return SmoothDynamics.of(states)
        .threshold(parameters.get("V_th"))
        .reset(parameters.get("V_reset"), parameters.get("t_ref"));
  }
}
