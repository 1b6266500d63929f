package org.hillock.loihi.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hillock.loihi.emulate.learning.Dependency;
import org.hillock.loihi.emulate.learning.Factor;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.emulate.learning.Product;
import org.hillock.loihi.emulate.learning.Quantity;

/**
 * A learning rule as a polynomial of traces and the weight for the spikes of either side [mantissas
 * of weight].
 *
 * <p>A product of factors of n bits altogether is shifted right by the n + 4 - 15 bits that are too
 * many, if they are, and not shifted back (lava b6822fbc); the 4 are for the mantissa.
 */
record RulePolynomial(Map<Monomial, Double> coefficients) {

  private static final int MANTISSA_BITS = 4;
  private static final int PRODUCT_BITS = 15;

  /**
   * What a coefficient belongs to.
   *
   * @param atPost whether it counts at postsynaptic spikes, else at presynaptic ones
   * @param x which trace of the source is a factor, from 0; or -1
   * @param y which trace of the target; or -1
   * @param weight whether the weight is a factor
   */
  record Monomial(boolean atPost, int x, int y, boolean weight) {

    /** How messages call it. */
    String text() {
      int own = atPost ? y : x;
      return (atPost ? "post after pre" : "pre after post")
          + (own >= 0 ? ", per " + (atPost ? "y" : "x") + (own + 1) : "")
          + (weight ? ", per weight" : "");
    }

    /** This and another factor; nothing, if there is such a one already. */
    private Optional<Monomial> times(Quantity quantity) {
      return switch (quantity) {
        case X1, X2 ->
            x >= 0
                ? Optional.empty()
                : Optional.of(new Monomial(atPost, quantity == Quantity.X1 ? 0 : 1, y, weight));
        case Y1, Y2, Y3 ->
            y >= 0
                ? Optional.empty()
                : Optional.of(
                    new Monomial(atPost, x, quantity.ordinal() - Quantity.Y1.ordinal(), weight));
        case W -> weight ? Optional.empty() : Optional.of(new Monomial(atPost, x, y, true));
        default -> Optional.empty();
      };
    }
  }

  /** A rule's polynomial; nothing, if it has products that are none of these. */
  static Optional<RulePolynomial> of(LearningRule rule) {
    Map<Monomial, Double> sum = new LinkedHashMap<>();
    for (Product product : rule.dw()) {
      Optional<Map<Monomial, Double>> one = expand(product);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      one.get().forEach((monomial, value) -> sum.merge(monomial, value, Double::sum));
    }
    return Optional.of(new RulePolynomial(sum));
  }

  private static Optional<Map<Monomial, Double>> expand(Product product) {
    if (product.dependency() == Dependency.U) {
      return Optional.empty();
    }
    int bits = product.factors().stream().mapToInt(factor -> factor.quantity().bits()).sum();
    int dropped = Math.max(0, bits + MANTISSA_BITS - PRODUCT_BITS);
    double scale = Math.scalb((double) product.mantissa(), product.exponent() - dropped);
    Map<Monomial, Double> sum = new LinkedHashMap<>();
    sum.put(new Monomial(product.dependency() == Dependency.Y0, -1, -1, false), scale);
    for (Factor factor : product.factors()) {
      if (factor.sign()) {
        return Optional.empty();
      }
      Map<Monomial, Double> next = new LinkedHashMap<>();
      for (Map.Entry<Monomial, Double> one : sum.entrySet()) {
        if (factor.constant() != 0) {
          next.merge(one.getKey(), one.getValue() * factor.constant(), Double::sum);
        }
        // No synapse has a tag.
        if (factor.quantity() != Quantity.T) {
          Optional<Monomial> more = one.getKey().times(factor.quantity());
          if (more.isEmpty()) {
            return Optional.empty();
          }
          next.merge(more.get(), one.getValue(), Double::sum);
        }
      }
      sum = next;
    }
    return Optional.of(sum);
  }
}
