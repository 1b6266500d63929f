package org.hillock.lif;

import java.util.Map;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Neuron without a reset, whose threshold adapts on two time scales. */
public final class Mat2PscExp implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "mat2_psc_exp",
              Family.ADAPTIVE,
              "multi-timescale adaptive threshold: V is not reset, spikes raise the threshold")
          .equations(
              """
              dV/dt    = -(V - E_L)/tau_m + (I_ex + I_in + I_e + I)/C_m
              dI_ex/dt = -I_ex/tau_syn_ex,   I_ex += w at each spike of weight w >= 0
              dI_in/dt = -I_in/tau_syn_in,   I_in += w at each spike of weight w < 0
              V_th     = omega + V_th_alpha_1 + V_th_alpha_2
              dV_th_alpha_k/dt = -V_th_alpha_k/tau_k
              V >= V_th, and t_ref is over: spike, V_th_alpha_k += alpha_k; V goes on
              """)
          .source("Kobayashi, Tsubo and Shinomoto 2009, Front Comput Neurosci 3:9")
          .parameters(Membrane.charge(100, 5))
          .parameters(AdaptiveThreshold.parameters(-51, 37, 2))
          .parameters(Membrane.decayTimes(1, 3))
          .variables(
              Membrane.V_M,
              Membrane.I_SYN_EX,
              Membrane.I_SYN_IN,
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
    return new Linear(Mat2PscExp::motion);
  }

  @Override
  public NeuronForm form(ParameterSet parameters) {
    return AdaptiveThreshold.form(
        parameters,
        new IntegrateAndFire.Currents(parameters.get("tau_syn_ex"), parameters.get("tau_syn_in")));
  }

  @Override
  public Optional<Map<String, Double>> taking(NeuronForm form) {
    return AdaptiveThreshold.taking(form);
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron = Membrane.currents(Membrane.charged(parameters), parameters);
    return AdaptiveThreshold.add(neuron, parameters).build();
  }
}
