package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {

  private static final int DRAWS = 200_000;

  @Test
  void shouldInvertTheNormalDistribution() {
    NormalDistribution oracle = new NormalDistribution(0, 1);
    for (double p : new double[] {1e-300, 1e-20, 1e-6, 0.01, 0.074, 0.076, 0.3, 0.5, 0.8, 0.999}) {
      double x = NormalQuantile.of(p);
      // Checked by the way back, which commons-math does to 1e-9 relative in the tails.
      assertEquals(p, oracle.cumulativeProbability(x), 1e-9 * p, "p = " + p);
    }
  }

  @Test
  void shouldGiveTheTabulatedQuantiles() {
    // Wichura (1988), AS 241, test values.
    assertEquals(-0.6744897501960817, NormalQuantile.of(0.25), 1e-15);
    assertEquals(-3.090232306167814, NormalQuantile.of(0.001), 1e-14);
    assertEquals(-9.262340089798408, NormalQuantile.of(1e-20), 1e-13);
  }

  @Test
  void shouldDrawUniformDoubles() {
    RandomStream stream = new RandomStream(1).at(Purpose.WEIGHT, 0, 0);
    double[] sample = new double[20_000];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = stream.nextDouble();
    }
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(
                new org.apache.commons.math3.distribution.UniformRealDistribution(0, 1), sample);
    assertTrue(p > 1e-3, "p = " + p);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 1000, 3 << 29})
  void shouldDrawBoundedIntegersUniformly(int bound) {
    RandomStream stream = new RandomStream(2).at(Purpose.CONNECTION, bound & 0xFFFF, 0);
    int cells = Math.min(bound, 10);
    long[] observed = new long[cells];
    for (int i = 0; i < DRAWS; i++) {
      int value = stream.nextInt(bound);
      assertTrue(value >= 0 && value < bound);
      observed[(int) ((long) value * cells / bound)]++;
    }
    if (cells > 1) {
      double[] expected = new double[cells];
      for (int cell = 0; cell < cells; cell++) {
        long from = ((long) cell * bound + cells - 1) / cells;
        long to = ((long) (cell + 1) * bound + cells - 1) / cells;
        expected[cell] = (double) (to - from) / bound * DRAWS;
      }
      assertTrue(new ChiSquareTest().chiSquareTest(expected, observed) > 1e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.5, 1.68, 2.32, 17, 300, 12_345.6})
  void shouldDrawPoissonCounts(double mean) {
    PoissonTable table = new PoissonTable(mean);
    RandomStream stream = new RandomStream(3).at(Purpose.POISSON_INPUT, 0, 0);
    PoissonDistribution oracle = new PoissonDistribution(mean);
    int low = oracle.inverseCumulativeProbability(0.02);
    int width = Math.max(1, (oracle.inverseCumulativeProbability(0.98) - low) / 12);
    int cells = 14;
    long[] observed = new long[cells];
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      int count = table.count(stream.nextInt());
      sum += count;
      observed[Math.max(0, Math.min(cells - 1, Math.floorDiv(count - low, width) + 1))]++;
    }
    assertEquals(mean, sum / DRAWS, 5 * Math.sqrt(mean / DRAWS));
    int used = 0;
    double[] expected = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      int from = low + (cell - 1) * width;
      double below = cell == 0 ? 0 : oracle.cumulativeProbability(from - 1);
      double upTo = cell == cells - 1 ? 1 : oracle.cumulativeProbability(from + width - 1);
      expected[cell] = DRAWS * (upTo - below);
      used += expected[cell] > 5 ? 1 : 0;
    }
    double[] expectedUsed = new double[used];
    long[] observedUsed = new long[used];
    int at = 0;
    for (int cell = 0; cell < cells; cell++) {
      if (expected[cell] > 5) {
        expectedUsed[at] = expected[cell];
        observedUsed[at++] = observed[cell];
      }
    }
    if (used > 1) {
      assertTrue(new ChiSquareTest().chiSquareTest(expectedUsed, observedUsed) > 1e-3);
    }
  }

  @Test
  void shouldNeverDrawAPoissonCountFromAMeanOfZero() {
    PoissonTable table = new PoissonTable(0);
    assertEquals(0, table.count(0));
    assertEquals(0, table.count(-1));
  }

  @Test
  void shouldDrawTheExactCountsAtTheEdgesOfTheTable() {
    PoissonTable table = new PoissonTable(1);
    double cell = Math.exp(-1) * 0x1p32;
    assertEquals(0, table.count((int) (long) (cell - 2)));
    assertEquals(1, table.count((int) (long) (cell + 2)));
    assertEquals(1, table.count((int) (long) (2 * cell - 2)));
    assertEquals(2, table.count((int) (long) (2 * cell + 2)));
  }
}
