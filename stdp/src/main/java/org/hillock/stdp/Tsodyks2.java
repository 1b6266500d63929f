package org.hillock.stdp;

import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.RuleFamily;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.vector.Exp;

/** Short-term depression and facilitation: each spike uses a part of a resource that recovers. */
public final class Tsodyks2 implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "tsodyks2",
              RuleFamily.SHORT_TERM,
              "short-term depression and facilitation, from spike to spike")
          .equations(
              """
              a spike transmits u x w
              at the next one, dt later:
                x = 1 + (x - u x - 1) exp(-dt/tau_rec)
                u = U + u (1 - U) exp(-dt/tau_fac),   U without tau_fac
              """)
          .source("Maass and Markram 2002, Neural Networks 15:155, eqs. 4-5; NEST tsodyks2_synapse")
          .parameters(ShortTermRule.PART, ShortTermRule.RECOVERY, ShortTermRule.FACILITATION)
          .parameters(
              Parameter.between("u", 0, 1, 0.5, "part of it at the first spike"),
              Parameter.between("x", 0, 1, 1, "resource that is there at the first spike"))
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(of.get("U"), of.get("tau_rec"), of.get("tau_fac"), of.get("u"), of.get("x"));
  }

  /** State of a source: the part of the resource that a spike uses, and what is there before it. */
  private record Rule(double part, double tauRec, double tauFac, double firstPart, double first)
      implements SourceResource {

    @Override
    public int sourceStates() {
      return 2;
    }

    @Override
    public void startSource(double[] source, int at) {
      source[at] = firstPart;
      source[at + 1] = first;
    }

    @Override
    public void atSourceSpike(double[] source, int at, double since, double time) {
      if (since == Double.POSITIVE_INFINITY) {
        return;
      }
      double used = source[at];
      double there = source[at + 1];
      source[at + 1] = 1 + (there - there * used - 1) * Exp.of(-since / tauRec);
      source[at] = ShortTermRule.used(used, part, tauFac, since);
    }

    @Override
    public double transmittedPart(SynapseRow row) {
      return row.source(0) * row.source(1);
    }
  }
}
