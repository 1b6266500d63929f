package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {

  /** Against the distribution of Commons Math; its mirror where the probability is above a half. */
  @ParameterizedTest
  @CsvSource({"1, 0.3", "5, 0.5", "12, 0.07", "200, 0.4", "1000, 0.5", "9, 0.8", "1000, 0.999"})
  void givesEachCountForAPartOfTheUniformNumbersAsLargeAsItsProbability(int n, double p) {
    boolean mirrored = p > 0.5;
    BinomialDistribution known = new BinomialDistribution(n, mirrored ? 1 - p : p);
    for (int count = 0; count <= n; count++) {
      double below = known.cumulativeProbability(count - 1);
      double above = known.cumulativeProbability(count);
      if (above - below > 1e-9 && above < 1) {
        double inside = (above - below) * 1e-3;
        int expected = mirrored ? n - count : count;
        assertEquals(expected, Binomial.count(n, p, below + inside), n + ", " + p);
        assertEquals(expected, Binomial.count(n, p, above - inside), n + ", " + p);
      }
    }
  }

  @Test
  void knowsWhatIsCertain() {
    double most = Math.nextDown(1.0);
    for (double uniform : new double[] {0, 0.5, most}) {
      assertEquals(0, Binomial.count(0, 0.3, uniform));
      assertEquals(0, Binomial.count(7, 0, uniform));
      assertEquals(7, Binomial.count(7, 1, uniform));
    }
    assertEquals(3, Binomial.count(3, 0.3, most));
    assertEquals(3, Binomial.count(3, 0.8, 0));
  }
}
