package org.hillock.lif;

import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/**
 * Adaptive exponential integrate-and-fire neuron with the potentials that voltage-based plasticity
 * follows. {@link ClopathKernel} says how it moves on a grid, and where that differs from NEST.
 */
public final class AeifPscDeltaClopath implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "aeif_psc_delta_clopath",
              Family.NONLINEAR,
              "aeif_psc_delta with potentials that voltage-based plasticity follows, rule clopath")
          .equations(
              """
              C_m dV/dt     = -g_L (V - E_L) + g_L Delta_T exp((V - V_th)/Delta_T) - w + z
                               + I_e + I
              tau_w dw/dt   = a (V - E_L) - w
              tau_z dz/dt   = -z,   tau_V_th dV_th/dt = V_th_rest - V_th
              tau_u_bar_plus du_bar_plus/dt = V - u_bar_plus,   u_bar_minus alike
              tau_u_bar_bar du_bar_bar/dt   = u_bar_minus - u_bar_bar
              V += w at each spike of weight w; spikes that arrive while V is held are lost
              V >= V_peak: spike, w += b, z = I_sp, V_th = V_th_max; V = V_clamp for t_clamp, when
              w stands still, then V = V_reset for t_ref; without Delta_T it fires at V_th
              LTP = A_LTP [V - theta_plus]+ [u_plus - theta_minus]+
              LTD = A_LTD [u_minus - theta_minus]+,  times u_bar_bar²/u_ref_squared unless A_LTD_const
              u_plus and u_minus being u_bar_plus and u_bar_minus as of delay_u_bars ago
              """)
          .source(
              "Clopath, Büsing, Vasilaki and Gerstner 2010, Nat Neurosci 13:344, eqs. 1-4 and"
                  + " methods; NEST aeif_psc_delta_clopath")
          .parameters(
              Parameter.positive("C_m", Unit.PICOFARAD, 281, "membrane capacitance"),
              Parameter.nonNegative("g_L", Unit.NANOSIEMENS, 30, "leak conductance"),
              Parameter.any("E_L", Unit.MILLIVOLT, -70.6, "resting potential"),
              Parameter.any(
                  "V_th_rest", Unit.MILLIVOLT, -50.4, "where the upstroke begins at rest"),
              Parameter.any("V_th_max", Unit.MILLIVOLT, 30.4, "the same right after a spike"),
              Parameter.positive("tau_V_th", Unit.MILLISECOND, 50, "decay time of the threshold"),
              Parameter.nonNegative(
                  "Delta_T", Unit.MILLIVOLT, 2, "width of the upstroke; 0 for a sharp threshold"),
              Parameter.any("V_peak", Unit.MILLIVOLT, 33, "a spike is fired at or above it"),
              Parameter.any("V_clamp", Unit.MILLIVOLT, 33, "potential during a spike"),
              Parameter.duration("t_clamp", 2, "length of a spike; 0 to reset at once"),
              Parameter.any("V_reset", Unit.MILLIVOLT, -60, "potential after a spike"),
              Parameter.duration("t_ref", 0, "refractory time after that"),
              Parameter.any("a", Unit.NANOSIEMENS, 4, "adaptation below threshold"),
              Parameter.any("b", Unit.PICOAMPERE, 80.5, "what a spike adds to adaptation"),
              Parameter.positive("tau_w", Unit.MILLISECOND, 144, "time constant of adaptation"),
              Parameter.any("I_sp", Unit.PICOAMPERE, 400, "depolarising current after a spike"),
              Parameter.positive("tau_z", Unit.MILLISECOND, 40, "decay time of that current"),
              Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"),
              Parameter.positive(
                  "tau_u_bar_plus", Unit.MILLISECOND, 7, "low pass of V for potentiation"),
              Parameter.positive(
                  "tau_u_bar_minus", Unit.MILLISECOND, 10, "low pass of V for depression"),
              Parameter.positive("tau_u_bar_bar", Unit.MILLISECOND, 500, "low pass of u_bar_minus"),
              Parameter.duration(
                  "delay_u_bars", 5, "how long ago u_bar_plus and u_bar_minus are that count"),
              Parameter.nonNegative(
                  "A_LTP", Unit.NONE, 8e-5, "potentiation [weight of the synapse/(mV² ms)]"),
              Parameter.nonNegative(
                  "A_LTD", Unit.NONE, 14e-5, "depression [weight of the synapse/mV]"),
              Parameter.any("theta_plus", Unit.MILLIVOLT, -45.3, "V potentiates above it"),
              Parameter.any(
                  "theta_minus",
                  Unit.MILLIVOLT,
                  -70.6,
                  "u_bar_plus and u_bar_minus count above it"),
              Parameter.truth(
                  "A_LTD_const", true, "depression does not depend on u_bar_bar, the mean of V"),
              Parameter.positive(
                  "u_ref_squared",
                  Unit.NONE,
                  60,
                  "u_bar_bar² that leaves depression as it is [mV²]"))
          .variables(
              Membrane.V_M,
              AdaptiveExponential.ADAPTATION,
              new StateVariable("z", Unit.PICOAMPERE, "depolarising current after a spike"),
              new StateVariable("V_th", Unit.MILLIVOLT, "where the upstroke begins"),
              new StateVariable("u_bar_plus", Unit.MILLIVOLT, "V, low-pass filtered"),
              new StateVariable("u_bar_minus", Unit.MILLIVOLT, "V, low-pass filtered"),
              new StateVariable("u_bar_bar", Unit.MILLIVOLT, "u_bar_minus, low-pass filtered"),
              StateVariable.derived("LTP", Unit.NONE, "how fast synapses grow [weight/ms]"),
              StateVariable.derived("LTD", Unit.NONE, "what a presynaptic spike costs [weight]"))
          .receptors(Membrane.JUMP)
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return ClopathKernel.DYNAMICS;
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    return switch (stateVariables().get(variable).name()) {
      case "V_m", "u_bar_plus", "u_bar_minus", "u_bar_bar" -> parameters.get("E_L");
      case "V_th" -> parameters.get("V_th_rest");
      default -> 0;
    };
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    double rest = of.get("V_th_rest");
    return of.get("V_th_max") < rest
        ? Optional.of(
            "V_th_max, " + of.get("V_th_max") + " mV, is below V_th_rest, " + rest + " mV")
        : AdaptiveExponential.conflict(of, "V_th_rest");
  }
}
