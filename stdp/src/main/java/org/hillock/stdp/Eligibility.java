package org.hillock.stdp;

import java.util.List;
import org.hillock.model.Decay;
import org.hillock.model.ParameterSet;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;

/**
 * What rules have in common where pairs of spikes leave an eligibility at the synapse, which
 * becomes weight as far as a third factor says:
 *
 * <pre>
 *   dw/dt = c M(t)
 *   dc/dt = -c/tau_c,   += A_plus K_pre at post, -= A_minus K_post at pre
 * </pre>
 *
 * <p>From one spike to the next c and w are moved exactly. State: c as of the last spike of any
 * side, which is when the weight stands too.
 */
record Eligibility(
    double tauPlus,
    double tauMinus,
    double aPlus,
    double aMinus,
    double tauC,
    double least,
    double greatest) {

  static Eligibility of(ParameterSet of) {
    return new Eligibility(
        of.get("tau_plus"),
        of.get("tau_minus"),
        of.get("A_plus"),
        of.get("A_minus"),
        of.get("tau_c"),
        of.get(SynapseModel.MIN_WEIGHT),
        of.get(SynapseModel.MAX_WEIGHT));
  }

  /** The integral of e^(-t/tau) over some time. */
  static double integral(double tau, double time) {
    return -tau * Decay.expm1(-time / tau);
  }

  /** The time constant of a product of two exponentials. */
  static double together(double tau, double other) {
    return 1 / (1 / tau + 1 / other);
  }

  /** A rule that has an eligibility. */
  interface Rule extends SynapseRule {

    /** The eligibility. */
    Eligibility eligibility();

    /**
     * The integral of M(t) e^(-t/tau_c) over the time that has elapsed.
     *
     * @param row tells of the modulator at the beginning
     * @param elapsed the time [ms]
     */
    double factor(SynapseRow row, double elapsed);

    @Override
    default List<Double> presynapticTraces() {
      return List.of(eligibility().tauPlus);
    }

    @Override
    default List<Double> postsynapticTraces() {
      return List.of(eligibility().tauMinus);
    }

    @Override
    default List<String> states() {
      return List.of("c");
    }

    @Override
    default void update(SynapseRow row) {
      for (int synapse = row.from(); synapse < row.to(); synapse++) {
        row.at(synapse);
        while (row.nextSpike()) {
          move(row, synapse);
          if (!row.modulates()) {
            row.state(0)[synapse] += eligibility().aPlus * row.pre(0);
          }
        }
        if (row.arrives()) {
          move(row, synapse);
          row.state(0)[synapse] -= eligibility().aMinus * row.post(0);
        }
      }
    }

    /** Brings the weight and the eligibility of a synapse to the spike. */
    private void move(SynapseRow row, int synapse) {
      Eligibility its = eligibility();
      double[] c = row.state(0);
      double[] w = row.weights();
      double elapsed = row.elapsed();
      if (c[synapse] != 0) {
        double weight = w[synapse] + c[synapse] * factor(row, elapsed);
        w[synapse] = Math.max(its.least, Math.min(its.greatest, weight));
        c[synapse] *= Decay.exp(-elapsed / its.tauC);
      }
    }
  }
}
