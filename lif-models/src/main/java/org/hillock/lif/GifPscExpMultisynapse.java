package org.hillock.lif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Stepped;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Generalised integrate-and-fire neuron with currents of several time constants. */
public final class GifPscExpMultisynapse implements NeuronModel {

  private static final List<StateVariable> VARIABLES =
      List.of(Membrane.V_M, Gif.E_SFA, Gif.I_STC, Multisynapse.I_SYN);

  private static final NeuronDescription UNSHAPED =
      NeuronDescription.of(
              "gif_psc_exp_multisynapse",
              Family.ESCAPE_NOISE,
              "as gif_psc_exp, with currents of several time constants")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - I_stc + I_syn_1 + I_syn_2 + … + I_e + I
              dI_k/dt   = -I_k/tau_syn_k,   I_k += w at each spike at receptor k
              rate      = lambda_0 exp((V - E_sfa)/Delta_V)
              E_sfa     = V_T_star + sum of g_j,   dg_j/dt = -g_j/tau_sfa_j
              I_stc     = sum of h_i,              dh_i/dt = -h_i/tau_stc_i
              spike: g_j += q_sfa_j, h_i += q_stc_i, V = V_reset for t_ref
              on a grid I_stc and E_sfa are held in a step, and with t_ref = 0 V is not reset
              """)
          .source(Gif.SOURCE)
          .parameters(Gif.parameters())
          .parameters(Multisynapse.TIMES)
          .current()
          .build();

  private final NeuronDescription description;

  /** The model as it is listed. */
  public GifPscExpMultisynapse() {
    this.description = Multisynapse.listed(UNSHAPED, VARIABLES);
  }

  private GifPscExpMultisynapse(Map<String, Integer> lengths) {
    this.description = Multisynapse.shape(UNSHAPED, VARIABLES, lengths);
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    return new GifPscExpMultisynapse(lengths);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return Gif.conflict(parameters);
  }

  @Override
  public Dynamics dynamics() {
    Linear between = new Linear(GifPscExpMultisynapse::motion);
    int receptors = description.receptors().size();
    int[] synaptic = new int[receptors + 1];
    for (int i = 0; i <= receptors; i++) {
      synaptic[i] = i - 1;
    }
    return new Stepped(
        parameters -> GifCurrents.arrays(parameters, receptors),
        (parameters, step) ->
            new GifCurrents(
                parameters, GifPscExpMultisynapse::motion, receptors, false, synaptic, step),
        between::gridOnly,
        between::eventKernel);
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron = Gif.membrane(parameters);
    int[] currents = Multisynapse.exponential(neuron, parameters);
    return Multisynapse.show(Gif.adapting(neuron, parameters), currents).build();
  }
}
