package org.hillock.lif.example;

import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.Receptor;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;
import org.hillock.vector.Exp;

/** Exponential integrate-and-fire neuron whose membrane jumps at each spike that arrives. */
public final class SteepNeuron implements NeuronModel {

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of("steep", Family.NONLINEAR, "an upstroke that is exponential")
          .equations(
              """
              tau_m dV/dt = -(V - E_L) + Delta_T exp((V - V_T)/Delta_T) + R (I_e + I)
              V += w at each spike that arrives
              V >= 0 mV: spike, then V = V_reset for t_ref
              """)
          .source("Fourcaud-Trocme, Hansel, van Vreeswijk and Brunel 2003, J Neurosci 23:11628")
          .parameters(
              Parameter.positive("tau_m", Unit.MILLISECOND, 10, "membrane time constant"),
              Parameter.positive("R", Unit.MEGAOHM, 40, "membrane resistance"),
              Parameter.any("E_L", Unit.MILLIVOLT, -65, "resting potential"),
              Parameter.any("V_T", Unit.MILLIVOLT, -55, "where the upstroke begins"),
              Parameter.positive("Delta_T", Unit.MILLIVOLT, 3.5, "how steep it is"),
              Parameter.any("V_reset", Unit.MILLIVOLT, -68, "potential after a spike"),
              Parameter.duration("t_ref", 1.7, "refractory time"),
              Parameter.any("I_e", Unit.PICOAMPERE, 0, "constant current"))
          .variables(new StateVariable("V_m", Unit.MILLIVOLT, "membrane potential"))
          .receptors(Receptor.of("membrane", Unit.MILLIVOLT, "jump"))
          .current()
          .build();

  @Override
  public NeuronDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Dynamics dynamics() {
    return Smooth.withUpstroke(SteepNeuron::derivative, SteepNeuron::motion);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    return SmoothDynamics.of(1)
        .numbers(
            1 / of.get("tau_m"),
            of.get("R") / 1000, // GOhm, since pA times GOhm is mV
            of.get("E_L"),
            of.get("V_T"),
            of.get("Delta_T"),
            of.get("I_e"))
        .threshold(0)
        .reset(of.get("V_reset"), of.get("t_ref"))
        .jump(0, SmoothDynamics.V, 1)
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    double[] v = y[SmoothDynamics.V];
    double[] slope = dy[SmoothDynamics.V];
    for (int i = 0; i < count; i++) {
      slope[i] = (Math.min(v[i], 0) - p[3][i]) / p[4][i];
    }
    Exp.of(slope, slope, count);
    for (int i = 0; i < count; i++) {
      double drive = p[1][i] * (p[5][i] + current[0][i]);
      slope[i] = p[0][i] * (p[2][i] - v[i] + p[4][i] * slope[i] + drive);
    }
  }
}
