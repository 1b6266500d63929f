package org.hillock.lif;

import org.hillock.model.Dynamics;
import org.hillock.model.Family;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;
import org.hillock.model.smooth.Smooth;
import org.hillock.model.smooth.SmoothDynamics;
import org.hillock.model.smooth.Terms;

/**
 * Leaky integrate-and-fire neuron with exponentially decaying conductances, two of which the
 * neuron's own spikes open: one adapts its rate, one makes it relatively refractory.
 */
public final class IafCondExpSfaRr implements NeuronModel {

  private static final int G_EX = 1;
  private static final int G_IN = 2;
  private static final int G_SFA = 3;
  private static final int G_RR = 4;

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_cond_exp_sfa_rr",
              Family.ADAPTIVE,
              "iaf_cond_exp with spike-frequency adaptation and relative refractoriness")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - g_ex (V - E_ex) - g_in (V - E_in)
                          - g_sfa (V - E_sfa) - g_rr (V - E_rr) + I_e + I
              dg_k/dt   = -g_k/tau_k for each conductance
              g_ex += w at each spike of weight w >= 0, g_in += |w| at each of weight w < 0
              V >= V_th: spike, g_sfa += q_sfa, g_rr += q_rr, then V = V_reset for t_ref
              """)
          .source(
              "Muller, Buesing, Schemmel and Meier 2007, Neural Comput 19:2958; NEST"
                  + " iaf_cond_exp_sfa_rr")
          .parameters(Conductances.membrane(289.5, 28.95, -75, -57, -70, 0.5))
          .parameters(Conductances.times(1.5, 10, "decay time"))
          .parameters(
              Parameter.any("E_sfa", Unit.MILLIVOLT, -70, "reversal potential of adaptation"),
              Parameter.positive("tau_sfa", Unit.MILLISECOND, 110, "decay time of adaptation"),
              Parameter.any(
                  "q_sfa", Unit.NANOSIEMENS, 14.48, "what a spike adds to the one of adaptation"),
              Parameter.any("E_rr", Unit.MILLIVOLT, -70, "reversal potential of refractoriness"),
              Parameter.positive("tau_rr", Unit.MILLISECOND, 1.97, "decay time of refractoriness"),
              Parameter.any(
                  "q_rr", Unit.NANOSIEMENS, 3214, "what a spike adds to the one of refractoriness"))
          .variables(
              Membrane.V_M,
              Conductances.G_EX,
              Conductances.G_IN,
              new StateVariable("g_sfa", Unit.NANOSIEMENS, "conductance of adaptation"),
              new StateVariable("g_rr", Unit.NANOSIEMENS, "conductance of refractoriness"))
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
    return Smooth.fireAndReset(IafCondExpSfaRr::derivative, IafCondExpSfaRr::motion);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    return Conductances.firing(of, 5)
        .numbers(Conductances.numbers(of, of.get("E_sfa"), of.get("E_rr")))
        .decay(G_EX, of.get("tau_syn_ex"))
        .decay(G_IN, of.get("tau_syn_in"))
        .decay(G_SFA, of.get("tau_sfa"))
        .decay(G_RR, of.get("tau_rr"))
        .jump(0, G_EX, 1)
        .jump(1, G_IN, -1)
        .addAtSpike(G_SFA, of.get("q_sfa"))
        .addAtSpike(G_RR, of.get("q_rr"))
        .show(SmoothDynamics.V, G_EX, G_IN, G_SFA, G_RR)
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    int own = Conductances.NUMBERS;
    double[] extra = dy[G_RR];
    System.arraycopy(current[0], 0, extra, 0, count);
    Terms.open(count, y[G_SFA], p[own], y[SmoothDynamics.V], extra);
    Terms.open(count, y[G_RR], p[own + 1], y[SmoothDynamics.V], extra);
    Conductances.membrane(count, y, G_EX, G_IN, p, extra, dy[SmoothDynamics.V]);
  }
}
