package org.hillock.lif;

import java.util.List;
import java.util.Optional;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/**
 * What the models with an excitatory and an inhibitory synaptic current have in common: weights are
 * currents, and their sign says which of the two they add to.
 */
abstract class CurrentBased implements NeuronModel {

  /** Row of input for weights of 0 and above. */
  static final int EXCITATORY = 0;

  /** Row of input for weights below 0. */
  static final int INHIBITORY = 1;

  private static final List<StateVariable> STATE_VARIABLES =
      List.of(
          Membrane.V_M,
          new StateVariable("I_syn_ex", Unit.PICOAMPERE, "excitatory synaptic current"),
          new StateVariable("I_syn_in", Unit.PICOAMPERE, "inhibitory synaptic current"));

  @Override
  public List<StateVariable> stateVariables() {
    return STATE_VARIABLES;
  }

  @Override
  public Unit weightUnit() {
    return Unit.PICOAMPERE;
  }

  @Override
  public int receptors() {
    return 2;
  }

  @Override
  public int receptorOf(double weight) {
    return weight < 0 ? INHIBITORY : EXCITATORY;
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return Membrane.conflict(parameters);
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    return variable == MembraneKernel.V ? parameters.get("E_L") : 0;
  }
}
