package org.hillock.stdp;

import java.util.List;
import org.hillock.model.ModulatorTrace;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/** Spike-timing-dependent plasticity that waits for dopamine. */
public final class StdpDopamine implements ModulatedModel {

  private static final RuleDescription DESCRIPTION =
      ModulatedModel.description("stdp_dopamine", "STDP that waits for dopamine, with eligibility")
          .equations(
              """
              dw/dt = c (n - b),   w between W_min and W_max
              dc/dt = -c/tau_c,   += A_plus K_pre at post, -= A_minus K_post at pre
              dn/dt = -n/tau_n,   += 1/tau_n at each spike of the modulator
              dK_pre/dt = -K_pre/tau_plus, dK_post/dt = -K_post/tau_minus, += 1 at each spike
              a weight stands as of the synapse's last spike, the modulator's included
              """)
          .source(
              "Izhikevich 2007, Cereb Cortex 17:2443; Potjans, Morrison and Diesmann 2010,"
                  + " Front Comput Neurosci 4:141; NEST stdp_dopamine_synapse")
          .parameters(
              Parameter.positive("tau_n", Unit.MILLISECOND, 200, "decay of the dopamine"),
              Parameter.any("b", Unit.NONE, 0, "baseline of the dopamine [1/ms]"))
          .nearestProducts("stdp, which needs no dopamine: no profile has traces of it")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(Eligibility.of(of), of.get("tau_n"), of.get("b"));
  }

  private record Rule(Eligibility eligibility, double tauN, double b) implements Eligibility.Rule {

    @Override
    public List<ModulatorTrace> modulatorTraces() {
      return List.of(new ModulatorTrace("n", tauN));
    }

    @Override
    public double factor(SynapseRow row, double elapsed) {
      double tauC = eligibility.tauC();
      double both = Eligibility.together(tauC, tauN);
      return row.modulator(0) / tauN * Eligibility.integral(both, elapsed)
          - b * Eligibility.integral(tauC, elapsed);
    }
  }
}
