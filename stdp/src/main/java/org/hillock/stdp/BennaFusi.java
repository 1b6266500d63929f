package org.hillock.stdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.RuleDescription;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.model.Unit;

/** Consolidation: what pairs of spikes write into a weight flows on into ever slower variables. */
public final class BennaFusi implements SynapseModel {

  private static final int MOST_VARIABLES = 20;

  private static final RuleDescription DESCRIPTION =
      WeightDependence.pairs("benna_fusi", "STDP that is consolidated in ever slower variables")
          .equations(
              """
              post:  u_1 += lambda |W_max| K_pre;   pre:  u_1 -= lambda alpha |W_max| K_post
              C_k du_k/dt = g_(k-1) (u_(k-1) - u_k) + g_k (u_(k+1) - u_k),   k = 1, ..., m
              C_k = n^(k-1), g_k = 1/(tau n^(k-1)), g_0 = 0; u_(m+1) and all u_k at first are |w|
              |w| = u_1, between 0 and |W_max|;  dK/dt = -K/tau_.., += 1 at each spike of its side
              moved exactly over the time since the synapse's last spike, at each spike of either
              side: a weight stands as of that spike
              a change decays as (tau/(pi sqrt(n) t))^(1/2) from tau to n^(2 m) tau; for m = 1 as
              exp(-t/tau)
              """)
          .source("Benna and Fusi 2016, Nat Neurosci 19:1697")
          .parameters(
              Parameter.between("m", 1, MOST_VARIABLES, 8, "number of variables"),
              new Parameter("n", Unit.NONE, 2, 1, true, 10, "growth of each, and of resistance"),
              Parameter.positive("tau", Unit.MILLISECOND, 1000, "C_1/g_1, of the fastest"))
          .weight(WeightDependence.maxWeight(100))
          .dendriticDelay()
          .nearestProducts("stdp, which does not consolidate")
          .build();

  @Override
  public RuleDescription description() {
    return DESCRIPTION;
  }

  @Override
  public Optional<String> conflict(ParameterSet of) {
    return of.get("m") == Math.rint(of.get("m"))
        ? SynapseModel.super.conflict(of)
        : Optional.of("found m = " + of.get("m") + "; expected a whole number");
  }

  @Override
  public SynapseRule rule(ParameterSet of) {
    double most = Math.abs(of.get(MAX_WEIGHT));
    return new Rule(
        new Cascade((int) of.get("m"), of.get("n"), of.get("tau")),
        List.of(of.get("tau_plus")),
        List.of(of.get("tau_minus")),
        IntStream.rangeClosed(1, (int) of.get("m")).mapToObj(k -> "u_" + k + " - w(0)").toList(),
        of.get("lambda") * most,
        of.get("lambda") * of.get("alpha") * most,
        of.get(MAX_WEIGHT));
  }

  /** States of a synapse: u_1, ..., u_m, less what all of them were at first. */
  private record Rule(
      Cascade cascade,
      List<Double> presynapticTraces,
      List<Double> postsynapticTraces,
      List<String> states,
      double up,
      double down,
      double maxWeight)
      implements SynapseRule {

    @Override
    public void update(SynapseRow row) {
      double[] w = row.weights();
      double[][] levels = new double[states.size()][];
      for (int k = 0; k < states.size(); k++) {
        levels[k] = row.state(k);
      }
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        double weight = Math.abs(w[synapse]);
        while (row.nextPost()) {
          weight = moved(weight, levels, synapse, row.elapsed(), up * row.pre(0));
        }
        if (row.arrives()) {
          weight = moved(weight, levels, synapse, row.elapsed(), -down * row.post(0));
        }
        w[synapse] = Math.copySign(weight, maxWeight);
      }
    }

    /** What becomes of a weight by the passing of time, and then by a change. */
    private double moved(
        double weight, double[][] levels, int synapse, double time, double change) {
      double before = levels[0][synapse];
      cascade.relax(levels, synapse, time);
      double there = weight + (levels[0][synapse] - before);
      double changed = Math.max(0, Math.min(Math.abs(maxWeight), there + change));
      levels[0][synapse] += changed - there;
      return changed;
    }
  }
}
