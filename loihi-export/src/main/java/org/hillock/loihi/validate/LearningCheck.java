package org.hillock.loihi.validate;

import java.util.HashSet;
import java.util.Set;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.ParameterSet;
import org.hillock.model.PlasticRule;
import org.hillock.network.Network;
import org.hillock.network.Plasticity;
import org.hillock.network.Projection;
import org.hillock.stdp.Stdp;

/**
 * Whether a learning profile does to weights what the STDP of a projection does (Gütig et al. 2003,
 * eqs. 1-2). With weights in mantissas, M the mantissa of W_max, and traces that jump by I = {@code
 * x1Impulse} and J = {@code y1Impulse}, the changes at the first pair of spikes must agree:
 *
 * <pre>
 *                        at w = 0           for each unit of w
 *   post after pre, I ×  lambda M           -lambda mu_plus             mu_plus, mu_minus 0 or 1
 *   pre after post, J ×  -lambda alpha M (1 - mu_minus)    -lambda alpha mu_minus
 * </pre>
 *
 * <p>What rounding can explain: impulses have 8 bits of fraction, so 1/512 of an impulse; M is a
 * whole number, so half a mantissa; the constant and the weight-dependent product share one
 * impulse, so that their ratio, -1/M with M = 2^bits - 1, has to be a power of two, and is off by
 * one part in 2^bits. Time constants are not rounded. An epoch is one step: in a longer one a
 * second spike would overwrite the time of the first. Weights are clipped at the largest mantissa,
 * which therefore has to be M.
 */
final class LearningCheck {

  private static final double DUST = 1e-9;
  private static final double IMPULSE_ROUNDING = 1 / 512.0;

  /** A profile under the demands of a projection. */
  private record Case(String core, int profile, int projection, double largest) {}

  private final MappingFile file;
  private final Network network;
  private final Complaints complaints;
  private final Set<Case> done = new HashSet<>();

  LearningCheck(MappingFile file, Network network, Complaints complaints) {
    this.file = file;
    this.network = network;
    this.complaints = complaints;
  }

  /**
   * Checks a profile, once for all synapses that ask the same of it.
   *
   * @param format of a synapse that points to the profile
   * @param wanted how the synapse should learn
   */
  void check(MappedCore core, MappedCore.Format format, ExpectedPopulation.Learning wanted) {
    int profile = format.stdpProfile();
    double largest = wanted.largest() / format.weight(1, file.chip().synapse().weightShift());
    boolean fresh = done.add(new Case(core.name(), profile, wanted.projection(), largest));
    if (!fresh || profile >= core.learning().size()) {
      return;
    }
    Projection projection = network.projections().get(wanted.projection());
    Plasticity plasticity = projection.plasticity();
    if (plasticity != null) {
      check(
          core.name() + ": learning profile " + profile + " for synapses." + projection.name(),
          core.learning().get(profile),
          plasticity,
          PlasticRule.of(projection).parameters(),
          largest);
    }
  }

  private void check(
      String where,
      MappedCore.Learning found,
      Plasticity plasticity,
      ParameterSet stdp,
      double largest) {
    if (!plasticity.rule().equals(new Stdp().name())
        || !whole(stdp.get("mu_plus"))
        || !whole(stdp.get("mu_minus"))) {
      complaints.add("%s: %s is no sum of products of traces", where, plasticity);
      return;
    }
    int bits = file.chip().synapse().fullWeightBits();
    complaints.near(where, "mantissa of W_max", (1 << bits) - 1.0, Math.abs(largest), 0.5 + 1e-6);
    complaints.equal(where, "epoch", 1, found.epoch());
    tau(where, "x1Tau", stdp.get("tau_plus"), found.x1Tau());
    tau(where, "y1Tau", stdp.get("tau_minus"), found.y1Tau());
    PairTerms terms;
    try {
      terms = PairTerms.of(LearningRule.ofWeight(found.dw()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      // The registers' check says what is wrong with the text.
      return;
    }
    if (!terms.pairs()) {
      complaints.add("%s: dw: \"%s\" is no change by pairs of spikes", where, found.dw());
      return;
    }
    double up = stdp.get("lambda");
    double down = up * stdp.get("alpha");
    double muPlus = stdp.get("mu_plus");
    double muMinus = stdp.get("mu_minus");
    double i = found.x1Impulse();
    double j = found.y1Impulse();
    double ratio = Math.scalb(1.0, -bits);
    term(where, "post after pre", up * largest, terms.preConstant(), i, up / 2);
    term(where, "post after pre, per weight", -up * muPlus, terms.preWeight(), i, up * ratio);
    double constant = -down * largest * (1 - muMinus);
    term(where, "pre after post", constant, terms.postConstant(), j, down / 2);
    term(where, "pre after post, per weight", -down * muMinus, terms.postWeight(), j, 0);
  }

  private static boolean whole(double power) {
    return power == 0 || power == 1;
  }

  private void term(
      String where, String what, double wanted, double factor, double impulse, double rounding) {
    double tolerance =
        wanted == 0 ? 0 : rounding + Math.abs(factor) * IMPULSE_ROUNDING + DUST * Math.abs(wanted);
    complaints.near(where, what, wanted, factor * impulse, tolerance);
  }

  private void tau(String where, String what, double tau, double found) {
    double steps = tau / file.chipStep();
    complaints.near(where, what, steps, found, DUST * steps);
  }
}
