package org.hillock.lif;

import java.util.Map;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Unit;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Leaky integrate-and-fire neuron with exponentially decaying synaptic currents. */
public final class IafPscExp implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_psc_exp",
              Family.CURRENT_BASED,
              "leaky integrate-and-fire, spikes are exponentially decaying currents")
          .equations(
              """
              dV/dt    = -(V - E_L)/tau_m + (I_ex + I_in + I_e + I)/C_m
              dI_ex/dt = -I_ex/tau_syn_ex,   I_ex += w at each spike of weight w >= 0
              dI_in/dt = -I_in/tau_syn_in,   I_in += w at each spike of weight w < 0
              V >= V_th: spike, then V = V_reset for t_ref; currents go on
              delta > 0: fires at random instead, at the rate rho exp((V - V_th)/delta)
              """)
          .source("Tsodyks, Uziel and Markram 2000, J Neurosci 20:RC50; NEST iaf_psc_exp")
          .parameters(Membrane.parameters())
          .parameters(
              Parameter.positive(
                  "tau_syn_ex", Unit.MILLISECOND, 2, "decay time of excitatory currents"),
              Parameter.positive(
                  "tau_syn_in", Unit.MILLISECOND, 2, "decay time of inhibitory currents"))
          .appended(Membrane.ESCAPE)
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
    return new Linear(IafPscExp::motion);
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return MembraneForm.of(
        parameters,
        new IntegrateAndFire.Currents(parameters.get("tau_syn_ex"), parameters.get("tau_syn_in")));
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    if (!(form instanceof IntegrateAndFire unit)
        || !(unit.arrival() instanceof IntegrateAndFire.Currents currents)
        || !unit.leaks()
        || unit.bounded()) {
      return Optional.empty();
    }
    Map<String, Double> parameters = MembraneForm.leaky(unit);
    parameters.put("tau_syn_ex", currents.tauExcitatory());
    parameters.put("tau_syn_in", currents.tauInhibitory());
    return Optional.of(parameters);
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    return Membrane.currents(Membrane.firing(parameters), parameters).build();
  }
}
