package org.hillock.stdp;

import java.util.Optional;
import org.hillock.model.Decay;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;
import org.hillock.vector.Exp;

/**
 * Short-term depression and facilitation with a resource that is recovered, active or inactive, so
 * that it does not recover while the postsynaptic current lasts.
 */
public final class Tsodyks implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "tsodyks",
              RuleFamily.SHORT_TERM,
              "short-term depression and facilitation with an active state")
          .equations(
              """
              dx/dt = z/tau_rec, dy/dt = -y/tau_psc, z = 1 - x - y, du/dt = -u/tau_fac
              a spike: u += U (1 - u), u = U without tau_fac; then u x moves from x to y
                       and u x w is transmitted
              """)
          .source(
              "Tsodyks, Uziel and Markram 2000, J Neurosci 20:RC50, eqs. 3-4; NEST tsodyks_synapse")
          .parameters(
              ShortTermRule.PART,
              Parameter.positive("tau_psc", Unit.MILLISECOND, 3, "time constant of the current"),
              ShortTermRule.RECOVERY,
              ShortTermRule.FACILITATION,
              Parameter.between("u", 0, 1, 0, "use at the beginning of the run"),
              Parameter.between("x", 0, 1, 1, "what is recovered then"),
              Parameter.between("y", 0, 1, 0, "what is active then"))
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    return of.get("x") + of.get("y") > 1
        ? Optional.of("x and y are together more than 1")
        : Optional.empty();
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(
        of.get("U"),
        of.get("tau_psc"),
        of.get("tau_rec"),
        of.get("tau_fac"),
        of.get("u"),
        of.get("x"),
        of.get("y"));
  }

  /** State of a source: use, what is recovered, what is active, and what the spike moved. */
  private record Rule(
      double part,
      double tauPsc,
      double tauRec,
      double tauFac,
      double firstUse,
      double firstRecovered,
      double firstActive)
      implements SourceResource {

    @Override
    public int sourceStates() {
      return 4;
    }

    @Override
    public void startSource(double[] source, int at) {
      source[at] = firstUse;
      source[at + 1] = firstRecovered;
      source[at + 2] = firstActive;
    }

    @Override
    public void atSourceSpike(double[] source, int at, double since, double time) {
      double dt = Math.min(since, time);
      double active = source[at + 2];
      double inactive = 1 - source[at + 1] - active;
      double recovered =
          source[at + 1] + passed(dt) * active + (1 - Exp.of(-dt / tauRec)) * inactive;
      double use = source[at] * (tauFac == 0 ? 0 : Exp.of(-dt / tauFac));
      use += part * (1 - use);
      double moved = use * recovered;
      source[at] = use;
      source[at + 1] = recovered - moved;
      source[at + 2] = active * Exp.of(-dt / tauPsc) + moved;
      source[at + 3] = moved;
    }

    /** The part of what is active that recovers within a time. */
    private double passed(double dt) {
      return 1 - Exp.of(-dt / tauRec) - Decay.fed(1 / tauPsc, 1 / tauRec, dt) / tauRec;
    }

    @Override
    public double transmittedPart(SynapseRow row) {
      return row.source(3);
    }
  }
}
