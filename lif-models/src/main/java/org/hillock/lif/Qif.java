package org.hillock.lif;

import java.util.Optional;
import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Unit;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;

/** Quadratic integrate-and-fire neuron with exponentially decaying currents. */
public final class Qif implements NeuronModel {

  private static final int I_EX = 1;
  private static final int I_IN = 2;

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "qif", Family.NONLINEAR, "quadratic integrate-and-fire, spikes are decaying currents")
          .equations(
              """
              C_m dV/dt = g_L (V - E_L) (V - V_th)/(V_th - E_L) + I_syn_ex + I_syn_in + I_e + I
              dI_k/dt   = -I_k/tau_k
              I_syn_ex += w at each spike of weight w >= 0, I_syn_in += w at each of weight w < 0
              V >= V_peak: spike, then V = V_reset for t_ref; currents go on
              V_reset = -V_peak, far away: the theta neuron, V = m + (V_th - E_L)/2 tan(theta/2)
              """)
          .source(
              "Ermentrout and Kopell 1986, SIAM J Appl Math 46:233; Latham, Richmond, Nelson and"
                  + " Nirenberg 2000, J Neurophysiol 83:808")
          .parameters(
              Parameter.positive("C_m", Unit.PICOFARAD, 250, "membrane capacitance"),
              Parameter.positive("g_L", Unit.NANOSIEMENS, 25, "leak conductance at rest"),
              Parameter.any("E_L", Unit.MILLIVOLT, -65, "resting potential"),
              Parameter.any("V_th", Unit.MILLIVOLT, -50, "above it, V rises without input"),
              Parameter.any("V_peak", Unit.MILLIVOLT, 30, "a spike is fired at or above it"),
              Parameter.any("V_reset", Unit.MILLIVOLT, -80, "potential after a spike"),
              Parameter.duration("t_ref", 0, "refractory time"),
              Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant injected current"))
          .parameters(Conductances.times(2, 2, "decay time"))
          .variables(Membrane.V_M, Membrane.I_SYN_EX, Membrane.I_SYN_IN)
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
    return Smooth.withUpstroke(Qif::derivative, Qif::motion);
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    double threshold = of.get("V_th");
    double peak = of.get("V_peak");
    if (of.get("E_L") >= threshold) {
      return Optional.of("E_L, " + of.get("E_L") + " mV, is not below V_th, " + threshold + " mV");
    }
    if (peak <= threshold) {
      return Optional.of("V_peak, " + peak + " mV, is not above V_th, " + threshold + " mV");
    }
    return of.get("V_reset") < peak
        ? Optional.empty()
        : Optional.of(
            "V_reset, " + of.get("V_reset") + " mV, is not below V_peak, " + peak + " mV");
  }

  private static SmoothDynamics motion(ParameterSet of) {
    double threshold = of.get("V_th");
    double rest = of.get("E_L");
    return SmoothDynamics.of(3)
        .threshold(of.get("V_peak"))
        .reset(of.get("V_reset"), of.get("t_ref"))
        .numbers(
            1 / of.get("C_m"), of.get("g_L") / (threshold - rest), rest, threshold, of.get("I_e"))
        .decay(I_EX, of.get("tau_syn_ex"))
        .decay(I_IN, of.get("tau_syn_in"))
        .jump(0, I_EX, 1)
        .jump(1, I_IN, 1)
        .show(SmoothDynamics.V, I_EX, I_IN)
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    double[] injected = current[0];
    double[] dv = dy[SmoothDynamics.V];
    double[] v = y[SmoothDynamics.V];
    double[] excitation = y[I_EX];
    double[] inhibition = y[I_IN];
    double[] perC = p[0];
    double[] slope = p[1];
    double[] rest = p[2];
    double[] threshold = p[3];
    double[] constant = p[4];
    for (int i = 0; i < count; i++) {
      double given = constant[i] + injected[i] + excitation[i] + inhibition[i];
      double own = slope[i] * (v[i] - rest[i]) * (v[i] - threshold[i]);
      dv[i] = (own + given) * perC[i];
    }
  }
}
