package org.hillock.lif;

import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Leaky integrate-and-fire neuron that may be charged again before it may fire again. */
public final class IafPscExpHtum implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_psc_exp_htum",
              Family.CURRENT_BASED,
              "as iaf_psc_exp, with an absolute and a longer total refractory time")
          .equations(
              """
              dV/dt    = -(V - E_L)/tau_m + (I_ex + I_in + I_e + I)/C_m
              dI_ex/dt = -I_ex/tau_syn_ex,   I_ex += w at each spike of weight w >= 0
              dI_in/dt = -I_in/tau_syn_in,   I_in += w at each spike of weight w < 0
              V >= V_th, and t_ref_tot is over: spike, then V = V_reset for t_ref_abs
              """)
          .source("Tsodyks, Uziel and Markram 2000, J Neurosci 20:RC50; NEST iaf_psc_exp_htum")
          .parameters(Membrane.charge())
          .parameters(
              Membrane.V_TH,
              Membrane.V_RESET,
              Parameter.positiveDuration("t_ref_abs", 2, "V stays at V_reset for this time"),
              Parameter.positiveDuration("t_ref_tot", 2, "no second spike for this time"))
          .parameters(Membrane.decayTimes(2, 2))
          .variables(Membrane.V_M, Membrane.I_SYN_EX, Membrane.I_SYN_IN)
          .receptors(Membrane.EX, Membrane.IN)
          .bySign()
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return new Linear(IafPscExpHtum::motion);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    double absolute = parameters.get("t_ref_abs");
    double total = parameters.get("t_ref_tot");
    return absolute <= total
        ? NeuronModel.super.conflict(parameters)
        : Optional.of("t_ref_abs, " + absolute + " ms, is above t_ref_tot, " + total + " ms");
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    double resting = parameters.get("E_L");
    LinearDynamics.Builder neuron =
        Membrane.charged(parameters)
            .threshold(parameters.get("V_th") - resting)
            .reset(parameters.get("V_reset") - resting, parameters.get("t_ref_abs"))
            .silentAfterSpike(parameters.get("t_ref_tot"));
    return Membrane.currents(neuron, parameters).build();
  }
}
