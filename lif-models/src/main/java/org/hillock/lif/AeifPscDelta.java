package org.hillock.lif;

import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;

/**
 * Adaptive exponential integrate-and-fire neuron whose membrane jumps at each spike. On a grid it
 * jumps at the end of the step in which the spike arrives; in NEST after the first part of that
 * step which its integration takes, so during an upstroke there a spike may come a step earlier.
 */
public final class AeifPscDelta implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "aeif_psc_delta",
              Family.NONLINEAR,
              "adaptive exponential integrate-and-fire, spikes are jumps of the membrane potential")
          .equations(
              """
              C_m dV/dt   = -g_L (V - E_L) + g_L Delta_T exp((V - V_th)/Delta_T) - w
                             + I_e + I
              tau_w dw/dt = a (V - E_L) - w
              V += w at each spike of weight w; spikes that arrive while V is held are lost
              V >= V_peak: spike, w += b, then V = V_reset for t_ref; without Delta_T at V_th
              """)
          .source("Brette and Gerstner 2005, J Neurophysiol 94:3637; NEST aeif_psc_delta")
          .parameters(AdaptiveExponential.parameters())
          .variables(Membrane.V_M, AdaptiveExponential.ADAPTATION)
          .receptors(Membrane.JUMP)
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return Smooth.withUpstroke(AeifPscDelta::derivative, AeifPscDelta::motion);
  }

  @Override
  public Optional<String> conflict(ParameterSet parameters) {
    return AdaptiveExponential.conflict(parameters);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    return AdaptiveExponential.firing(of, 2)
        .numbers(AdaptiveExponential.numbers(of))
        .jump(0, SmoothDynamics.V, 1)
        .show(SmoothDynamics.V, AdaptiveExponential.W)
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    AdaptiveExponential.begin(count, y, p, current[0], dy);
    AdaptiveExponential.end(count, y, p, dy);
  }
}
