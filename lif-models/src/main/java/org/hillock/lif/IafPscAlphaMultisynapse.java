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

/** Leaky integrate-and-fire neuron with alpha-shaped currents of several time constants. */
public final class IafPscAlphaMultisynapse implements NeuronModel {

  private static final List<StateVariable> VARIABLES = List.of(Membrane.V_M, Multisynapse.I_SYN);

  private static final NeuronDescription UNSHAPED =
      NeuronDescription.of(
              "iaf_psc_alpha_multisynapse",
              Family.CURRENT_BASED,
              "leaky integrate-and-fire, alpha-shaped currents of several time constants")
          .equations(
              """
              dV/dt   = -(V - E_L)/tau_m + (I_syn_1 + I_syn_2 + … + I_e + I)/C_m
              I_k(t)  = sum of w e/tau_syn_k (t - t_j) exp(-(t - t_j)/tau_syn_k) at receptor k
              V >= V_th: spike, then V = V_reset for t_ref; currents go on
              """)
          .source("Rotter and Diesmann 1999, Biol Cybern 81:381; NEST iaf_psc_alpha_multisynapse")
          .parameters(Membrane.parameters())
          .parameters(Membrane.V_MIN, Multisynapse.TIMES)
          .current()
          .build();

  private final NeuronDescription description;

  /** The model as it is listed. */
  public IafPscAlphaMultisynapse() {
    this.description = Multisynapse.listed(UNSHAPED, VARIABLES);
  }

  private IafPscAlphaMultisynapse(Map<String, Integer> lengths) {
    this.description = Multisynapse.shape(UNSHAPED, VARIABLES, lengths);
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    return new IafPscAlphaMultisynapse(lengths);
  }

  @Override
  public Dynamics dynamics() {
    return new Linear(IafPscAlphaMultisynapse::motion);
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron = Membrane.sharp(parameters);
    return Multisynapse.show(neuron, Multisynapse.alpha(neuron, parameters))
        .lowest(parameters.get("V_min") - parameters.get("E_L"))
        .build();
  }
}
