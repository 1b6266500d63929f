package org.hillock.lif;

import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Unit;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Leaky integrate-and-fire neuron with alpha-shaped synaptic currents. */
public final class IafPscAlpha implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_psc_alpha",
              Family.CURRENT_BASED,
              "leaky integrate-and-fire, spikes are alpha-shaped currents")
          .equations(
              """
              dV/dt  = -(V - E_L)/tau_m + (I_ex + I_in + I_e + I)/C_m
              I_x(t) = sum of w e/tau_syn_x (t - t_j) exp(-(t - t_j)/tau_syn_x),
                       x = ex for w >= 0, in for w < 0
              V >= V_th: spike, then V = V_reset for t_ref; currents go on
              delta > 0: fires at random instead, at the rate rho exp((V - V_th)/delta)
              """)
          .source("Rotter and Diesmann 1999, Biol Cybern 81:381; NEST iaf_psc_alpha")
          .parameters(Membrane.parameters())
          .parameters(
              Parameter.positive(
                  "tau_syn_ex", Unit.MILLISECOND, 2, "rise time of excitatory currents"),
              Parameter.positive(
                  "tau_syn_in", Unit.MILLISECOND, 2, "rise time of inhibitory currents"),
              Membrane.V_MIN)
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
    return new Linear(IafPscAlpha::motion);
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Formless("has alpha-shaped currents, of two state variables each");
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron = Membrane.firing(parameters);
    int excitatory = neuron.alphaCurrent(0, parameters.get("tau_syn_ex"));
    int inhibitory = neuron.alphaCurrent(1, parameters.get("tau_syn_in"));
    return neuron
        .show(0, excitatory)
        .show(0, inhibitory)
        .bySign()
        .lowest(parameters.get("V_min") - parameters.get("E_L"))
        .build();
  }
}
