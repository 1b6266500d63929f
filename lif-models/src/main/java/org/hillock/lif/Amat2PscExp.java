package org.hillock.lif;

import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Neuron without a reset, whose threshold follows its spikes and its membrane potential. */
public final class Amat2PscExp implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "amat2_psc_exp",
              Family.ADAPTIVE,
              "augmented multi-timescale adaptive threshold: it follows V as well")
          .equations(
              """
              dV/dt    = -(V - E_L)/tau_m + (I_ex + I_in + I_e + I)/C_m
              dI_ex/dt = -I_ex/tau_syn_ex,   I_ex += w at each spike of weight w >= 0
              dI_in/dt = -I_in/tau_syn_in,   I_in += w at each spike of weight w < 0
              V_th     = omega + V_th_alpha_1 + V_th_alpha_2 + V_th_v
              dV_th_alpha_k/dt = -V_th_alpha_k/tau_k
              dV_th_v/dt = -V_th_v/tau_v + D,   dD/dt = -D/tau_v + beta dV/dt
              V >= V_th, and t_ref is over: spike, V_th_alpha_k += alpha_k; V goes on
              """)
          .source("Yamauchi, Kim and Shinomoto 2011, Front Comput Neurosci 5:42")
          .parameters(Membrane.charge(200, 10))
          .parameters(AdaptiveThreshold.parameters(-65, 10, 0))
          .parameters(
              Parameter.any("beta", Unit.KILOHERTZ, 0, "how much the threshold follows V"),
              Parameter.positive("tau_v", Unit.MILLISECOND, 5, "time in which it follows V"))
          .parameters(Membrane.decayTimes(1, 3))
          .variables(
              Membrane.V_M,
              Membrane.I_SYN_EX,
              Membrane.I_SYN_IN,
              new StateVariable("V_th_v", Unit.MILLIVOLT, "part of the threshold that follows V"),
              AdaptiveThreshold.V_TH,
              AdaptiveThreshold.FAST,
              AdaptiveThreshold.SLOW)
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
    return new Linear(Amat2PscExp::motion);
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return new Formless(
        "has a threshold that follows V; mat2_psc_exp is the same with beta: 0 kHz");
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron = Membrane.charged(parameters);
    Membrane.currents(neuron, parameters);
    double beta = parameters.get("beta");
    int change = neuron.state(parameters.get("tau_v"));
    int part = neuron.state(parameters.get("tau_v"));
    neuron.slopeOfMembrane(change, beta).couple(part, change, 1).show(0, part);
    return AdaptiveThreshold.add(neuron, parameters, part).build();
  }
}
