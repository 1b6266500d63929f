package org.hillock.loihi.validate;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.loihi.emulate.learning.Dependency;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.emulate.learning.Product;
import org.hillock.loihi.emulate.learning.Quantity;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.validate.RulePolynomial.Monomial;
import org.hillock.model.PlasticRule;
import org.hillock.model.ProductForm;
import org.hillock.network.Network;
import org.hillock.network.Projection;

/**
 * Whether a learning profile does to weights what the rule of a projection does: the polynomials of
 * traces and the weight must agree for traces of one spike, which are the impulses of the chip's.
 *
 * <p>Besides what {@link WantedPolynomial} allows, impulses have 8 bits of fraction, so are off by
 * up to 1/512. Time constants are not rounded. An epoch is one step: in a longer one a second spike
 * would overwrite the time of the first. Weights are clipped at the largest mantissa, which
 * therefore has to be that of W_max.
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
    if (projection.plasticity() != null) {
      check(
          core.name() + ": learning profile " + profile + " for synapses." + projection.name(),
          core.learning().get(profile),
          PlasticRule.of(projection),
          largest);
    }
  }

  private void check(String where, MappedCore.Learning found, PlasticRule rule, double largest) {
    if (!(rule.model().products(rule.parameters()) instanceof ProductForm.Sum sum)) {
      complaints.add("%s: %s is no sum of products of traces", where, rule.model().name());
      return;
    }
    int bits = file.chip().synapse().fullWeightBits();
    complaints.near(where, "mantissa of W_max", (1 << bits) - 1.0, Math.abs(largest), 0.5 + 1e-6);
    complaints.equal(where, "epoch", 1, found.epoch());
    taus(where, "x", rule.rule().presynapticTraces(), found.x());
    taus(where, "y", rule.rule().postsynapticTraces(), found.y());
    Optional<RulePolynomial> polynomial;
    try {
      polynomial = RulePolynomial.of(LearningRule.ofWeight(found.dw()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      // The registers' check says what is wrong with the text.
      return;
    }
    if (polynomial.isEmpty()) {
      complaints.add(
          "%s: dw: \"%s\" is no change by spikes as %s has it",
          where, found.dw(), rule.model().name());
      return;
    }
    if (growsFirst(LearningRule.ofWeight(found.dw()), largest < 0)) {
      complaints.add(
          "%s: dw: \"%s\": what makes weights smaller has to stand first, since each term is clipped",
          where, found.dw());
    }
    Map<Monomial, Double> factors = polynomial.get().coefficients();
    WantedPolynomial wanted = new WantedPolynomial(sum, largest, bits);
    Set<Monomial> all = new LinkedHashSet<>(wanted.values().keySet());
    all.addAll(factors.keySet());
    for (Monomial monomial : all) {
      double factor = factors.getOrDefault(monomial, 0.0);
      double own = factor * impulse(found, monomial, monomial.atPost());
      double value = wanted.values().getOrDefault(monomial, 0.0);
      double rounding =
          wanted.rounding(monomial) + Math.abs(own) * IMPULSE_ROUNDING + DUST * Math.abs(value);
      complaints.near(
          where,
          monomial.text(),
          value,
          own * impulse(found, monomial, !monomial.atPost()),
          value == 0 ? 0 : rounding);
    }
  }

  /** Whether a term that makes weights larger stands before one of the same spike that does not. */
  private static boolean growsFirst(LearningRule rule, boolean inhibitory) {
    Set<Dependency> grown = EnumSet.noneOf(Dependency.class);
    for (Product product : rule.dw()) {
      boolean ofWeight =
          product.factors().stream().anyMatch(factor -> factor.quantity() == Quantity.W);
      boolean grows = product.mantissa() > 0 ^ (inhibitory && !ofWeight);
      if (grows) {
        grown.add(product.dependency());
      } else if (grown.contains(product.dependency())) {
        return true;
      }
    }
    return false;
  }

  /** The impulse of a monomial's trace of the target, else of the source; 1 if it has none. */
  private static double impulse(MappedCore.Learning found, Monomial monomial, boolean ofTarget) {
    int trace = ofTarget ? monomial.y() : monomial.x();
    return trace < 0 ? 1 : (ofTarget ? found.y() : found.x()).get(trace).impulse();
  }

  private void taus(String where, String side, List<Double> taus, List<MappedCore.Trace> found) {
    for (int i = 0; i < Math.min(taus.size(), found.size()); i++) {
      if (found.get(i).impulse() > 0) {
        double steps = taus.get(i) / file.chipStep();
        complaints.near(where, side + (i + 1) + "Tau", steps, found.get(i).tau(), DUST * steps);
      }
    }
  }
}
