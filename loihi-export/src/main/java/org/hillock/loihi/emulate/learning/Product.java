package org.hillock.loihi.emulate.learning;

import java.util.List;

/**
 * A term of a learning rule: mantissa × 2^exponent × factors, when its dependency happens.
 *
 * @param dependency when
 * @param mantissa -8 to 7
 * @param exponent -7 to 8
 * @param factors what is multiplied besides
 */
public record Product(Dependency dependency, int mantissa, int exponent, List<Factor> factors) {

  /**
   * @throws IllegalArgumentException if mantissa or exponent are out of range
   */
  public Product {
    factors = List.copyOf(factors);
    if (mantissa < -8 || mantissa > 7) {
      throw new IllegalArgumentException("mantissa " + mantissa + " of a product outside -8 to 7");
    }
    if (exponent < -7 || exponent > 8) {
      throw new IllegalArgumentException("exponent " + exponent + " of a product outside -7 to 8");
    }
  }

  /** Bits of all factors. */
  int bits() {
    return factors.stream().mapToInt(factor -> factor.quantity().bits()).sum();
  }
}
