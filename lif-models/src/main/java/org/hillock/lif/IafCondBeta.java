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
import org.hillock.model.smooth.Terms;

/** Leaky integrate-and-fire neuron with conductances that rise and decay exponentially. */
public final class IafCondBeta implements NeuronModel {

  private static final int DG_EX = 1;
  private static final int G_EX = 2;
  private static final int DG_IN = 3;
  private static final int G_IN = 4;

  private static final NeuronDescription DESCRIPTION =
      NeuronDescription.of(
              "iaf_cond_beta",
              Family.CONDUCTANCE_BASED,
              "leaky integrate-and-fire, spikes are conductances that rise and decay")
          .equations(
              """
              C_m dV/dt = -g_L (V - E_L) - g_ex (V - E_ex) - g_in (V - E_in) + I_e + I
              a spike of weight w: g(t) += |w| c (exp(-t/tau_decay) - exp(-t/tau_rise)), whose peak is |w|
              w >= 0: g_ex with tau_rise_ex, tau_decay_ex, w < 0: g_in with tau_rise_in, tau_decay_in
              V >= V_th: spike, then V = V_reset for t_ref; conductances go on
              """)
          .source(
              "Meffin, Burkitt and Grayden 2004, J Comput Neurosci 16:159; Rotter and Diesmann"
                  + " 1999, Biol Cybern 81:381; NEST iaf_cond_beta")
          .parameters(Conductances.membrane())
          .parameters(
              Parameter.positive("tau_rise_ex", Unit.MILLISECOND, 0.2, "rise time of excitation"),
              Parameter.positive("tau_decay_ex", Unit.MILLISECOND, 0.2, "decay time of excitation"),
              Parameter.positive("tau_rise_in", Unit.MILLISECOND, 2, "rise time of inhibition"),
              Parameter.positive("tau_decay_in", Unit.MILLISECOND, 2, "decay time of inhibition"))
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
    return Smooth.fireAndReset(IafCondBeta::derivative, IafCondBeta::motion);
  }

  private static SmoothDynamics motion(ParameterSet of) {
    double riseEx = of.get("tau_rise_ex");
    double decayEx = of.get("tau_decay_ex");
    double riseIn = of.get("tau_rise_in");
    double decayIn = of.get("tau_decay_in");
    return Conductances.firing(of, 5)
        .numbers(Conductances.numbers(of))
        .decay(DG_EX, decayEx)
        .decay(G_EX, riseEx, DG_EX)
        .decay(DG_IN, decayIn)
        .decay(G_IN, riseIn, DG_IN)
        .jump(0, DG_EX, Terms.toPeak(decayEx, riseEx))
        .jump(1, DG_IN, -Terms.toPeak(decayIn, riseIn))
        .show(SmoothDynamics.V, G_EX, G_IN)
        .showHold()
        .build();
  }

  private static void derivative(
      int count, double[][] y, double[][] p, double[][] current, double[][] dy) {
    Conductances.membrane(count, y, G_EX, G_IN, p, current[0], dy[SmoothDynamics.V]);
  }
}
