package org.hillock.lif;

import java.util.List;
import java.util.Map;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/**
 * Leaky integrate-and-fire neuron with exponentially decaying currents of several time constants.
 */
public final class IafPscExpMultisynapse implements NeuronModel {

  private static final List<StateVariable> VARIABLES = List.of(Membrane.V_M, Multisynapse.I_SYN);

  private static final NeuronDescription UNSHAPED =
      NeuronDescription.of(
              "iaf_psc_exp_multisynapse",
              Family.CURRENT_BASED,
              "leaky integrate-and-fire, exponentially decaying currents of several time constants")
          .equations(
              """
              dV/dt   = -(V - E_L)/tau_m + (I_syn_1 + I_syn_2 + … + I_e + I)/C_m
              dI_k/dt = -I_k/tau_syn_k,   I_k += w at each spike at receptor k
              V >= V_th: spike, then V = V_reset for t_ref; currents go on
              """)
          .source(
              "Tsodyks, Uziel and Markram 2000, J Neurosci 20:RC50; NEST iaf_psc_exp_multisynapse")
          .parameters(Membrane.parameters())
          .parameters(Multisynapse.TIMES)
          .current()
          .build();

  private final NeuronDescription description;

  /** The model as it is listed. */
  public IafPscExpMultisynapse() {
    this.description = Multisynapse.listed(UNSHAPED, VARIABLES);
  }

  private IafPscExpMultisynapse(Map<String, Integer> lengths) {
    this.description = Multisynapse.shape(UNSHAPED, VARIABLES, lengths);
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    return new IafPscExpMultisynapse(lengths);
  }

  @Override
  public Dynamics dynamics() {
    return new Linear(IafPscExpMultisynapse::motion);
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron = Membrane.sharp(parameters);
    return Multisynapse.show(neuron, Multisynapse.exponential(neuron, parameters)).build();
  }
}
