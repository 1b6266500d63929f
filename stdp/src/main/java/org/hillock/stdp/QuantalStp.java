package org.hillock.stdp;

import java.util.List;
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
import org.hillock.random.Binomial;
import org.hillock.random.RandomStream;

/**
 * Short-term depression and facilitation by quanta, of a few sites that release and recover by
 * chance: {@link Tsodyks2} of n w on average. No release arrives as a 0, which parrots can tell.
 */
public final class QuantalStp implements SynapseModel {

  private static final RuleDescription DESCRIPTION =
      RuleDescription.of(
              "quantal_stp", RuleFamily.SHORT_TERM, "release by chance at a few sites of a synapse")
          .equations(
              """
              a spike transmits k w, k of the a sites that are ready, each with probability u
                a -= k
              before the next one, dt later:
                each of the n - a others is ready again with probability 1 - exp(-dt/tau_rec)
                u = U + u (1 - U) exp(-dt/tau_fac),   U without tau_fac
              on average that is tsodyks2 of the weight n w
              """)
          .source(
              "Fuhrmann, Segev, Markram and Tsodyks 2002, J Neurophysiol 87:140; Loebel et al. 2009,"
                  + " Front Comput Neurosci 3:27; NEST quantal_stp_synapse")
          .parameters(ShortTermRule.PART, ShortTermRule.RECOVERY, ShortTermRule.FACILITATION)
          .parameters(
              Parameter.between("u", 0, 1, 0.5, "probability of release at the first spike"),
              Parameter.between("n", 1, Binomial.MOST, 1, "sites of release of a synapse"),
              Parameter.nonNegative(
                  "a", Unit.NONE, Double.MAX_VALUE, "sites ready at first; default: all"))
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    double n = of.get("n");
    double a = ready(of);
    String given = of.get("a") == Double.MAX_VALUE ? "" : ", a = " + a;
    return n == Math.rint(n) && a == Math.rint(a) && a <= n
        ? Optional.empty()
        : Optional.of("found n = " + n + given + "; expected whole numbers, a at most n");
  }

  private static double ready(ParameterSet of) {
    return of.get("a") == Double.MAX_VALUE ? of.get("n") : of.get("a");
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    return new Rule(
        of.get("U"), of.get("tau_rec"), of.get("tau_fac"), of.get("u"), of.get("n"), ready(of));
  }

  /**
   * States of a source: u, and the probability that a site has recovered since the spike before;
   * state of a synapse: how many more sites are ready after its last spike than at first.
   */
  private record Rule(
      double part, double tauRec, double tauFac, double firstPart, double sites, double first)
      implements ShortTermRule {

    @Override
    public List<String> states() {
      return List.of("a - a(0)");
    }

    @Override
    public int sourceStates() {
      return 2;
    }

    @Override
    public boolean drawsNumbers() {
      return true;
    }

    @Override
    public void startSource(double[] source, int at) {
      source[at] = firstPart;
    }

    @Override
    public void atSourceSpike(double[] source, int at, double since, double time) {
      if (since < Double.POSITIVE_INFINITY) {
        source[at] = ShortTermRule.used(source[at], part, tauFac, since);
        source[at + 1] = -Decay.expm1(-since / tauRec);
      }
    }

    @Override
    public void update(SynapseRow row) {
      double[] more = row.state(0);
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        RandomStream random = row.random(synapse);
        int ready = (int) (first + more[synapse]);
        ready += Binomial.count((int) sites - ready, row.source(1), random.nextDouble());
        int released = Binomial.count(ready, row.source(0), random.nextDouble());
        more[synapse] = ready - released - first;
        row.transmitted()[synapse - row.from()] = released * row.weights()[synapse];
      }
    }
  }
}
