package org.hillock.lif;

import java.util.Map;
import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.Stepped;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;

/** Generalised integrate-and-fire neuron with exponentially decaying currents. */
public final class GifPscExp implements NeuronModel {

  private static final int[] SYNAPTIC = {0, 1};

  private static final NeuronDescription UNSHAPED =
      NeuronDescription.of(
              "gif_psc_exp",
              Family.ESCAPE_NOISE,
              "generalised integrate-and-fire: fires at random, spikes change threshold and current")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - I_stc + I_ex + I_in + I_e + I
              dI_x/dt   = -I_x/tau_syn_x,   I_x += w, x = ex for w >= 0, in for w < 0
              rate      = lambda_0 exp((V - E_sfa)/Delta_V)
              E_sfa     = V_T_star + sum of g_j,   dg_j/dt = -g_j/tau_sfa_j
              I_stc     = sum of h_i,              dh_i/dt = -h_i/tau_stc_i
              spike: g_j += q_sfa_j, h_i += q_stc_i, V = V_reset for t_ref
              on a grid I_stc and E_sfa are held in a step, spikes of a step act on V in it, and with
              t_ref = 0 V is not reset
              """)
          .source(Gif.SOURCE)
          .parameters(Gif.parameters())
          .parameters(Membrane.decayTimes(2, 2))
          .variables(Membrane.V_M, Gif.E_SFA, Gif.I_STC, Membrane.I_SYN_EX, Membrane.I_SYN_IN)
          .receptors(Membrane.EX, Membrane.IN)
          .bySign()
          .current()
          .build();

  private final NeuronDescription description;

  /** The model as it is listed. */
  public GifPscExp() {
    this.description = UNSHAPED;
  }

  private GifPscExp(Map<String, Integer> lengths) {
    this.description = Lists.shape(UNSHAPED, lengths);
  }

  @Override
  public NeuronDescription description() {
    return description;
  }

  @Override
  public NeuronModel withLists(Map<String, Integer> lengths) {
    return new GifPscExp(lengths);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return Gif.conflict(parameters);
  }

  @Override
  public Dynamics dynamics() {
    Linear between = new Linear(GifPscExp::motion);
    return new Stepped(
        parameters -> GifCurrents.arrays(parameters, 2),
        (parameters, step) ->
            new GifCurrents(parameters, GifPscExp::motion, 2, true, SYNAPTIC, step),
        between::gridOnly,
        between::eventKernel);
  }

  private static LinearDynamics motion(ParameterSet parameters) {
    LinearDynamics.Builder neuron = Gif.membrane(parameters);
    int excitatory = neuron.exponentialCurrent(0, parameters.get("tau_syn_ex"));
    int inhibitory = neuron.exponentialCurrent(1, parameters.get("tau_syn_in"));
    return Gif.adapting(neuron, parameters).show(0, excitatory).show(0, inhibitory).build();
  }
}
