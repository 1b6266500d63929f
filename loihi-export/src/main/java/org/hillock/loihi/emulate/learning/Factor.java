package org.hillock.loihi.emulate.learning;

/**
 * A factor of a product: quantity + constant, or the sign of that.
 *
 * @param quantity what is multiplied
 * @param constant added to it first
 * @param sign whether only the sign counts: -1, 0 or 1
 */
public record Factor(Quantity quantity, int constant, boolean sign) {

  /** The factor's value for a value of its quantity. */
  int of(int value) {
    int sum = value + constant;
    return sign ? Integer.signum(sum) : sum;
  }
}
