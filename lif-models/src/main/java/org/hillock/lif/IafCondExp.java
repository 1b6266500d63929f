package org.hillock.lif;

import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;
import org.hillock.model.smooth.TwoConductances;

/** Leaky integrate-and-fire neuron with exponentially decaying synaptic conductances. */
public final class IafCondExp implements NeuronModel {

  private static final int G_EX = 1;
  private static final int G_IN = 2;

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_cond_exp",
              Family.CONDUCTANCE_BASED,
              "leaky integrate-and-fire, spikes are exponentially decaying conductances")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - g_ex (V - E_ex) - g_in (V - E_in) + I_e + I
              dg_ex/dt  = -g_ex/tau_syn_ex,   g_ex += w at each spike of weight w >= 0
              dg_in/dt  = -g_in/tau_syn_in,   g_in += |w| at each spike of weight w < 0
              V >= V_th: spike, then V = V_reset for t_ref; conductances go on
              """)
          .source("Meffin, Burkitt and Grayden 2004, J Comput Neurosci 16:159; NEST iaf_cond_exp")
          .parameters(Conductances.membrane())
          .parameters(Conductances.times(0.2, 2, "decay time"))
          .variables(Membrane.V_M, Conductances.G_EX, Conductances.G_IN)
          .receptors(Conductances.EX, Conductances.IN)
          .bySign()
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return Smooth.fireAndReset(new TwoConductances(), IafCondExp::motion);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    return Conductances.firing(of, 3)
        .numbers(Conductances.numbers(of))
        .decay(G_EX, of.get("tau_syn_ex"))
        .decay(G_IN, of.get("tau_syn_in"))
        .jump(0, G_EX, 1)
        .jump(1, G_IN, -1)
        .show(SmoothDynamics.V, G_EX, G_IN)
        .build();
  }
}
