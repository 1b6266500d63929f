package org.hillock.lif.eprop;

import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/** Leaky integrate-and-fire neuron of an e-prop network whose threshold adapts. */
public final class EpropIafAdapt implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "eprop_iaf_adapt_bsshslm_2020",
              Family.LEARNING,
              "eprop_iaf_bsshslm_2020 whose threshold adapts")
          .equations(
              """
              V, z, psi and L as in eprop_iaf_bsshslm_2020, at the threshold V_th_adapt
              adaptation(t+h) = rho adaptation + z,   rho = exp(-h/adapt_tau)
              V_th_adapt = V_th + adapt_beta adaptation
              with eprop_reset_neurons_on_update, V = E_L and adaptation = 0 as an
              eprop_update_interval begins
              """)
          .source(
              "Bellec et al. 2020, Nat Commun 11:3625, eqs. 6-8, 23 and 27;"
                  + " NEST eprop_iaf_adapt_bsshslm_2020")
          .parameters(EpropParameters.membrane(-70))
          .parameters(EpropParameters.firing())
          .parameters(
              Parameter.any(
                  "adapt_beta", Unit.NONE, 1, "what a unit of adaptation adds to V_th [mV]"),
              Parameter.positive("adapt_tau", Unit.MILLISECOND, 10, "decay time of adaptation"))
          .parameters(EpropParameters.learning())
          .variables(
              EpropParameters.V_M,
              EpropIaf.PSI,
              EpropIaf.LEARNING,
              new StateVariable("adaptation", Unit.NONE, "recent spikes, decaying"),
              StateVariable.derived("V_th_adapt", Unit.MILLIVOLT, "threshold"))
          .receptors(EpropIaf.JUMP)
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
