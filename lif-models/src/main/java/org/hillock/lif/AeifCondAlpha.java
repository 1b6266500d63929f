package org.hillock.lif;

import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;
import org.hillock.model.smooth.Terms;

/** Adaptive exponential integrate-and-fire neuron with alpha-shaped conductances. */
public final class AeifCondAlpha implements NeuronModel {

  private static final int DG_EX = AdaptiveExponential.OWN;
  private static final int G_EX = AdaptiveExponential.OWN + 1;
  private static final int DG_IN = AdaptiveExponential.OWN + 2;
  private static final int G_IN = AdaptiveExponential.OWN + 3;

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "aeif_cond_alpha",
              Family.NONLINEAR,
              "adaptive exponential integrate-and-fire, spikes are alpha-shaped conductances")
          .equations(
              """
              C_m dV/dt   = -g_L (V - E_L) + g_L Delta_T exp((V - V_th)/Delta_T) - w
                            - g_ex (V - E_ex) - g_in (V - E_in) + I_e + I
              tau_w dw/dt = a (V - E_L) - w
              a spike of weight w: g(t) += |w| (t/tau_syn) exp(1 - t/tau_syn), whose peak is |w|
              w >= 0: g_ex with tau_syn_ex, w < 0: g_in with tau_syn_in
              V >= V_peak: spike, w += b, then V = V_reset for t_ref; without Delta_T at V_th
              """)
          .source("Brette and Gerstner 2005, J Neurophysiol 94:3637; NEST aeif_cond_alpha")
          .parameters(AdaptiveExponential.parameters())
          .parameters(Conductances.reversals())
          .parameters(Conductances.times(0.2, 2, "time to the peak"))
          .variables(
              Membrane.V_M, Conductances.G_EX, Conductances.G_IN, AdaptiveExponential.ADAPTATION)
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
    return Smooth.withUpstroke(AeifCondAlpha::derivative, AeifCondAlpha::motion);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return AdaptiveExponential.conflict(parameters);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    return AdaptiveExponential.firing(of, 6)
        .numbers(AdaptiveExponential.numbers(of, of.get("E_ex"), of.get("E_in")))
        .decay(DG_EX, of.get("tau_syn_ex"))
        .decay(G_EX, of.get("tau_syn_ex"), DG_EX)
        .decay(DG_IN, of.get("tau_syn_in"))
        .decay(G_IN, of.get("tau_syn_in"), DG_IN)
        .jump(0, DG_EX, Math.E / of.get("tau_syn_ex"))
        .jump(1, DG_IN, -Math.E / of.get("tau_syn_in"))
        .show(SmoothDynamics.V, G_EX, G_IN, AdaptiveExponential.W)
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    AdaptiveExponential.begin(count, y, p, current[0], dy);
    int own = AdaptiveExponential.NUMBERS;
    double[] v = dy[AdaptiveExponential.W];
    Terms.open(count, y[G_EX], p[own], v, dy[SmoothDynamics.V]);
    Terms.open(count, y[G_IN], p[own + 1], v, dy[SmoothDynamics.V]);
    AdaptiveExponential.end(count, y, p, dy);
  }
}
