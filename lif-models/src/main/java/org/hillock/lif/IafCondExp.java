package org.hillock.lif;

import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Unit;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;

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
          .parameters(
              Parameter.positive(
                  "tau_syn_ex", Unit.MILLISECOND, 0.2, "decay time of excitatory conductances"),
              Parameter.positive(
                  "tau_syn_in", Unit.MILLISECOND, 2, "decay time of inhibitory conductances"))
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
    return Smooth.fireAndReset(IafCondExp::derivative, IafCondExp::motion);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    return Conductances.firing(of, 3)
        .numbers(
            of.get("C_m"),
            of.get("g_L"),
            of.get("E_L"),
            of.get("E_ex"),
            of.get("E_in"),
            of.get("I_e"),
            of.get("tau_syn_ex"),
            of.get("tau_syn_in"))
        .jump(0, G_EX, 1)
        .jump(1, G_IN, -1)
        .show(SmoothDynamics.V, G_EX, G_IN)
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    double[] v = y[SmoothDynamics.V];
    double[] gEx = y[G_EX];
    double[] gIn = y[G_IN];
    double[] dv = dy[SmoothDynamics.V];
    double[] dEx = dy[G_EX];
    double[] dIn = dy[G_IN];
    double[] c = p[0];
    double[] leak = p[1];
    double[] eL = p[2];
    double[] eEx = p[3];
    double[] eIn = p[4];
    double[] constant = p[5];
    double[] tauEx = p[6];
    double[] tauIn = p[7];
    double[] injected = current[0];
    for (int i = 0; i < count; i++) {
      double synaptic = gEx[i] * (v[i] - eEx[i]) + gIn[i] * (v[i] - eIn[i]);
      dv[i] = (constant[i] + injected[i] - leak[i] * (v[i] - eL[i]) - synaptic) / c[i];
      dEx[i] = -gEx[i] / tauEx[i];
      dIn[i] = -gIn[i] / tauIn[i];
    }
  }
}
