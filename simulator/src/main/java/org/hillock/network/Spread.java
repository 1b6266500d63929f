package org.hillock.network;

import java.util.function.DoubleUnaryOperator;
import org.hillock.random.NormalQuantile;

/** The standard deviation of numbers that are made of a normal one, by its quantiles. */
final class Spread {

  private static final int QUANTILES = 512;

  private Spread() {}

  /**
   * @param value what a standard normal number becomes; NaN if it is drawn again
   * @return their standard deviation, 0 if hardly any is kept
   */
  static double of(DoubleUnaryOperator value) {
    int kept = 0;
    double mean = 0;
    double squares = 0;
    for (int i = 0; i < QUANTILES; i++) {
      double x = value.applyAsDouble(NormalQuantile.of((i + 0.5) / QUANTILES));
      if (!Double.isNaN(x)) {
        kept++;
        double before = x - mean;
        mean += before / kept;
        squares += before * (x - mean);
      }
    }
    return kept == 0 ? 0 : Math.sqrt(squares / kept);
  }
}
