package org.hillock.lif.eprop;

import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/** Leaky integrate-and-fire neuron of an e-prop network. */
public final class EpropIaf implements NeuronModel {

  static final StateVariable PSI =
      StateVariable.derived("surrogate_gradient", Unit.NONE, "psi: stands for dz/dV [1/mV]");

  static final StateVariable LEARNING =
      StateVariable.derived("learning_signal", Unit.NONE, "L, of the spikes three steps before");

  static final Receptor JUMP =
      Receptor.of("membrane", Unit.MILLIVOLT, "jump of the membrane potential");

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "eprop_iaf_bsshslm_2020",
              Family.LEARNING,
              "leaky integrate-and-fire neuron that learns by e-prop, rule eprop_bsshslm_2020")
          .equations(
              """
              V(t+h) = E_L + alpha (V - E_L) + R (1 - alpha) (I_e + I) + c w z_in - (V_th - E_L) z
              alpha = exp(-h/tau_m), R = tau_m/C_m; c = 1 if regular_spike_arrival, else 1 - alpha
              V >= V_th and t_ref after the last spike: spike, z = 1 for a step
              psi = surrogate_gradient_height shape(|V - V_th|/surrogate_gradient_width);
                    0 while refractory
              L = sum over readouts of B error_signal: carries: error_signal
              with eprop_reset_neurons_on_update, V = E_L as an eprop_update_interval begins
              """)
          .source(
              "Bellec et al. 2020, Nat Commun 11:3625, eqs. 6, 23 and 26;"
                  + " NEST eprop_iaf_bsshslm_2020")
          .parameters(EpropParameters.membrane(-70))
          .parameters(EpropParameters.firing())
          .parameters(EpropParameters.learning())
          .variables(EpropParameters.V_M, PSI, LEARNING)
          .receptors(JUMP)
          .current()
          .signals("learning_signal")
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return RecurrentKernel.DYNAMICS;
  }

  @Override
  public boolean hasGradient() {
    return true;
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    return variable == 0 ? parameters.get("E_L") : 0;
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    return EpropParameters.conflict(of);
  }
}
