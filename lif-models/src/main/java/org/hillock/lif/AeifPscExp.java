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

/** Adaptive exponential integrate-and-fire neuron with exponentially decaying currents. */
public final class AeifPscExp implements NeuronModel {

  private static final int I_EX = AdaptiveExponential.OWN;
  private static final int I_IN = AdaptiveExponential.OWN + 1;

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "aeif_psc_exp",
              Family.NONLINEAR,
              "adaptive exponential integrate-and-fire, spikes are decaying currents")
          .equations(
              """
              C_m dV/dt   = -g_L (V - E_L) + g_L Delta_T exp((V - V_th)/Delta_T) - w
                            + I_syn_ex - I_syn_in + I_e + I
              tau_w dw/dt = a (V - E_L) - w
              dI_k/dt     = -I_k/tau_k
              I_syn_ex += w at each spike of weight w >= 0, I_syn_in += |w| at each of weight w < 0
              V >= V_peak: spike, w += b, then V = V_reset for t_ref; without Delta_T at V_th
              """)
          .source("Brette and Gerstner 2005, J Neurophysiol 94:3637; NEST aeif_psc_exp")
          .parameters(AdaptiveExponential.parameters())
          .parameters(Conductances.times(0.2, 2, "decay time"))
          .variables(
              Membrane.V_M, Membrane.I_SYN_EX, Membrane.I_SYN_IN, AdaptiveExponential.ADAPTATION)
          .receptors(Membrane.EX, Membrane.IN)
          .bySign()
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return Smooth.withUpstroke(AeifPscExp::derivative, AeifPscExp::motion);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return AdaptiveExponential.conflict(parameters);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    return AdaptiveExponential.firing(of, 4)
        .numbers(AdaptiveExponential.numbers(of))
        .decay(I_EX, of.get("tau_syn_ex"))
        .decay(I_IN, of.get("tau_syn_in"))
        .jump(0, I_EX, 1)
        .jump(1, I_IN, -1)
        .show(SmoothDynamics.V, I_EX, I_IN, AdaptiveExponential.W)
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    AdaptiveExponential.begin(count, y, p, current[0], dy);
    Terms.add(count, y[I_EX], 1, dy[SmoothDynamics.V]);
    Terms.add(count, y[I_IN], -1, dy[SmoothDynamics.V]);
    AdaptiveExponential.end(count, y, p, dy);
  }
}
