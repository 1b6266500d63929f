package org.hillock.lif;

import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;

/** Leaky integrate-and-fire neuron with alpha-shaped synaptic conductances. */
public final class IafCondAlpha implements NeuronModel {

  private static final int DG_EX = 1;
  private static final int G_EX = 2;
  private static final int DG_IN = 3;
  private static final int G_IN = 4;

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_cond_alpha",
              Family.CONDUCTANCE_BASED,
              "leaky integrate-and-fire, spikes are alpha-shaped conductances")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - g_ex (V - E_ex) - g_in (V - E_in) + I_e + I
              a spike of weight w: g(t) += |w| (t/tau_syn) exp(1 - t/tau_syn), whose peak is |w|
              w >= 0: g_ex with tau_syn_ex, w < 0: g_in with tau_syn_in
              V >= V_th: spike, then V = V_reset for t_ref; conductances go on
              """)
          .source("Meffin, Burkitt and Grayden 2004, J Comput Neurosci 16:159; NEST iaf_cond_alpha")
          .parameters(Conductances.membrane())
          .parameters(Conductances.times(0.2, 2, "time to the peak"))
          .variables(Membrane.V_M, Conductances.G_EX, Conductances.G_IN, Conductances.REMAINING)
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
    return Smooth.fireAndReset(IafCondAlpha::derivative, IafCondAlpha::motion);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    double tauEx = of.get("tau_syn_ex");
    double tauIn = of.get("tau_syn_in");
    return Conductances.firing(of, 5)
        .numbers(Conductances.numbers(of))
        .decay(DG_EX, tauEx)
        .decay(G_EX, tauEx, DG_EX)
        .decay(DG_IN, tauIn)
        .decay(G_IN, tauIn, DG_IN)
        .jump(0, DG_EX, Math.E / tauEx)
        .jump(1, DG_IN, -Math.E / tauIn)
        .show(SmoothDynamics.V, G_EX, G_IN)
        .showHold()
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    Conductances.membrane(count, y, G_EX, G_IN, p, current[0], dy[SmoothDynamics.V]);
  }
}
