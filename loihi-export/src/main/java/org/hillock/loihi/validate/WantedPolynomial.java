package org.hillock.loihi.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.validate.RulePolynomial.Monomial;
import org.hillock.model.ProductForm;

/**
 * What a rule asks of a chip's learning engine, for traces of one spike, and how far rounding may
 * be off [mantissas].
 *
 * <p>A trace of the side that spikes counts from just before the spike, and the chip's holds the
 * spike: K = y/J - 1. So such a term asks for two monomials.
 */
final class WantedPolynomial {

  /** How far terms that are not the largest of their trace may be off, as a part of that. */
  private static final double LESSER = 0.01;

  /** How far a term without a trace may be off. */
  private static final double CONSTANT = 0.05;

  private final Map<Monomial, Double> value = new LinkedHashMap<>();
  private final Map<Monomial, Double> rounding = new LinkedHashMap<>();
  private final double largest;
  private final double ratio;

  /**
   * @param largest mantissa of W_max, signed
   * @param bits of a mantissa
   */
  WantedPolynomial(ProductForm.Sum sum, double largest, int bits) {
    this.largest = largest;
    this.ratio = Math.scalb(1.0, -bits);
    sum.atPost().forEach(term -> add(true, term, sum.atPost()));
    sum.atPre().forEach(term -> add(false, term, sum.atPre()));
  }

  private void add(boolean atPost, ProductForm.Term term, List<ProductForm.Term> side) {
    double step = term.coefficient() * (term.ofWeight() ? 1 : largest);
    double error = rounding(term, main(atPost, term, side), atPost);
    Monomial monomial = new Monomial(atPost, term.pre(), term.post(), term.ofWeight());
    put(monomial, step, error);
    if ((atPost ? term.post() : term.pre()) >= 0) {
      int pre = atPost ? term.pre() : -1;
      int post = atPost ? -1 : term.post();
      put(new Monomial(atPost, pre, post, term.ofWeight()), -step, error);
    }
  }

  private void put(Monomial monomial, double step, double error) {
    value.merge(monomial, step, Double::sum);
    rounding.merge(monomial, error, Double::sum);
  }

  private static ProductForm.Term main(
      boolean atPost, ProductForm.Term term, List<ProductForm.Term> side) {
    ProductForm.Term main = term;
    for (ProductForm.Term other : side) {
      boolean same = atPost ? other.pre() == term.pre() : other.post() == term.post();
      double more = Math.abs(other.coefficient()) - Math.abs(main.coefficient());
      boolean before = side.indexOf(other) < side.indexOf(main);
      main = same && (more > 0 || more == 0 && before) ? other : main;
    }
    return main;
  }

  /**
   * The mantissa of W_max is a whole number; of the terms of a trace only the largest is exact.
   * That which goes with the weight is 1/M of the other, with M = 2^bits - 1, and has to be a power
   * of two times that.
   */
  private double rounding(ProductForm.Term term, ProductForm.Term main, boolean atPost) {
    double size = Math.abs(term.coefficient());
    double whole = term.ofWeight() ? 0 : size / 2;
    if ((atPost ? term.pre() : term.post()) < 0) {
      return whole + CONSTANT * size * Math.abs(largest);
    }
    if (term == main) {
      return whole;
    }
    double lesser = Math.abs(main.coefficient());
    return whole + lesser * (term.ofWeight() ? ratio : LESSER * Math.abs(largest));
  }

  Map<Monomial, Double> values() {
    return value;
  }

  double rounding(Monomial monomial) {
    return rounding.getOrDefault(monomial, 0.0);
  }
}
