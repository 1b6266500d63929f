package org.hillock.stdp;

import java.util.List;
import org.hillock.model.ModulatorTrace;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/**
 * Reward-modulated spike-timing-dependent plasticity: only reward beyond what is usual counts, so
 * that weights do not drift where reward and activity have nothing to do with each other.
 */
public final class RStdp implements ModulatedModel {

  private static final RuleDescription DESCRIPTION =
      ModulatedModel.description("r_stdp", "STDP modulated by reward less its average (R-STDP)")
          .equations(
              """
              dw/dt = c (r - r_mean),   w between W_min and W_max
              dc/dt = -c/tau_c,   += A_plus K_pre at post, -= A_minus K_post at pre
              dr/dt = -r/tau_r,   += 1/tau_r at each spike of the modulator
              dr_mean/dt = -r_mean/tau_mean,   += 1/tau_mean at each of them
              dK_pre/dt = -K_pre/tau_plus, dK_post/dt = -K_post/tau_minus, += 1 at each spike
              a weight stands as of the synapse's last spike, the modulator's included
              """)
          .source(
              "Fremaux, Sprekeler and Gerstner 2010, J Neurosci 30:13326, with running averages in"
                  + " place of trials; Florian 2007, Neural Comput 19:1468")
          .parameters(
              Parameter.positive("tau_r", Unit.MILLISECOND, 200, "decay of the reward"),
              Parameter.positive(
                  "tau_mean", Unit.MILLISECOND, 10_000, "over how long reward is averaged"))
          .nearestProducts("stdp, which needs no reward: no profile has traces of it")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(Eligibility.of(of), of.get("tau_r"), of.get("tau_mean"));
  }

  private record Rule(Eligibility eligibility, double tauR, double tauMean)
      implements Eligibility.Rule {

    @Override
    public List<ModulatorTrace> modulatorTraces() {
      return List.of(new ModulatorTrace("r", tauR), new ModulatorTrace("r_mean", tauMean));
    }

    @Override
    public double factor(SynapseRow row, double elapsed) {
      return part(row, 0, tauR, elapsed) - part(row, 1, tauMean, elapsed);
    }

    private double part(SynapseRow row, int trace, double tau, double elapsed) {
      double both = Eligibility.together(eligibility.tauC(), tau);
      return row.modulator(trace) / tau * Eligibility.integral(both, elapsed);
    }
  }
}
