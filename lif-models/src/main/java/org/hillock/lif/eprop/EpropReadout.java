package org.hillock.lif.eprop;

import java.util.List;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/** Leaky readout of an e-prop network, which does not fire and knows its error. */
public final class EpropReadout implements NeuronModel {

  private static final String UNNORMALISED = "readout_signal_unnorm";

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "eprop_readout_bsshslm_2020",
              Family.LEARNING,
              "leaky readout of an e-prop network, which compares V with a target")
          .equations(
              """
              V(t+h) = E_L + alpha (V - E_L) + R (1 - alpha) (I_e + I) + c w z_in
              alpha = exp(-h/tau_m), R = tau_m/C_m; c = 1 if regular_spike_arrival, else 1 - alpha
              mean_squared_error: y = V;   cross_entropy: y = exp(V)/sum of exp(V) of all readouts,
                the others' by a projection that carries: readout_signal_unnorm
              error_signal = y - target_signal in the step after, 0 outside of eprop_learning_window
              target_signal is the input at the place of that name, a plain number
              interval_loss: sum of (y - target_signal)²/2;   cross_entropy: mean of -target_signal log y
              """)
          .source(
              "Bellec et al. 2020, Nat Commun 11:3625, eqs. 11 and 28;"
                  + " NEST eprop_readout_bsshslm_2020")
          .parameters(EpropParameters.membrane(0))
          .parameters(
              Parameter.choice(
                  "loss", List.of("mean_squared_error", "cross_entropy"), "what is made small"))
          .parameters(EpropParameters.learning())
          .variables(
              EpropParameters.V_M,
              StateVariable.derived("readout_signal", Unit.NONE, "y, of the step before"),
              StateVariable.derived(UNNORMALISED, Unit.NONE, "V_m [mV], or exp(V_m)"),
              StateVariable.derived("target_signal", Unit.NONE, "what y should be"),
              StateVariable.derived("error_signal", Unit.NONE, "y - target_signal"),
              StateVariable.derived(
                  "interval_loss", Unit.NONE, "of the last interval that has ended"))
          .receptors(EpropIaf.JUMP)
          .currents(NeuronDescription.CURRENT, "target_signal")
          .plain("target_signal")
          .signals("readout_signal")
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return ReadoutKernel.DYNAMICS;
  }

  @Override
  public boolean hasGradient() {
    return true;
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    return variable == 0 ? parameters.get("E_L") : 0;
  }

  /** The denominator of the softmax. */
  @Override
  public Optional<String> needsOfOthers(ParameterSet of) {
    return of.is("loss") ? Optional.of(UNNORMALISED) : Optional.empty();
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    return EpropParameters.conflict(of);
  }
}
