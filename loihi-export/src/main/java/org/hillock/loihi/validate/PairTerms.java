package org.hillock.loihi.validate;

import org.hillock.loihi.emulate.learning.Dependency;
import org.hillock.loihi.emulate.learning.Factor;
import org.hillock.loihi.emulate.learning.LearningRule;
import org.hillock.loihi.emulate.learning.Product;
import org.hillock.loihi.emulate.learning.Quantity;

/**
 * A learning rule as a change of the weight for each pair of spikes, if it is one:
 *
 * <pre>
 *   dw = (preConstant + preWeight w) x1   at a postsynaptic spike
 *   dw = (postConstant + postWeight w) y1 at a presynaptic spike
 * </pre>
 *
 * <p>A product of factors of n bits altogether is shifted right by the n + 4 - 15 bits that are too
 * many, if they are, and not shifted back (lava b6822fbc); the 4 are for the mantissa.
 *
 * @param preConstant in mantissas of weight per unit of x1
 * @param preWeight per unit of x1
 * @param postConstant in mantissas of weight per unit of y1
 * @param postWeight per unit of y1
 * @param pairs whether the rule has no other terms
 */
record PairTerms(
    double preConstant, double preWeight, double postConstant, double postWeight, boolean pairs) {

  private static final int MANTISSA_BITS = 4;
  private static final int PRODUCT_BITS = 15;

  static PairTerms of(LearningRule rule) {
    double[] terms = new double[4];
    boolean pairs = true;
    for (Product product : rule.dw()) {
      pairs &= add(product, terms);
    }
    return new PairTerms(terms[0], terms[1], terms[2], terms[3], pairs);
  }

  /** Adds a product; says whether it is one of those above. */
  private static boolean add(Product product, double[] terms) {
    if (product.dependency() == Dependency.U) {
      return false;
    }
    boolean post = product.dependency() == Dependency.X0;
    int traces = 0;
    Factor weight = null;
    int bits = 0;
    for (Factor factor : product.factors()) {
      bits += factor.quantity().bits();
      boolean trace = factor.quantity() == (post ? Quantity.Y1 : Quantity.X1);
      if (trace && factor.constant() == 0 && !factor.sign()) {
        traces++;
      } else if (factor.quantity() == Quantity.W && !factor.sign() && weight == null) {
        weight = factor;
      } else {
        return false;
      }
    }
    int dropped = Math.max(0, bits + MANTISSA_BITS - PRODUCT_BITS);
    double scale = Math.scalb((double) product.mantissa(), product.exponent() - dropped);
    int at = post ? 2 : 0;
    if (weight == null) {
      terms[at] += scale;
    } else {
      terms[at] += scale * weight.constant();
      terms[at + 1] += scale;
    }
    return traces == 1;
  }
}
