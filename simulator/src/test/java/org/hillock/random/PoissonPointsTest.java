package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many points there are in a window, and where. */
class PoissonPointsTest {

  private static PoissonPoints points(double mean) {
    return new PoissonPoints(42, Purpose.POISSON_INPUT, 3, mean);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 4, 30, 61.5, 700})
  void shouldDrawAsManyAsAPoissonDistributionSays(double mean) {
    PoissonPoints points = points(mean);
    PoissonDistribution distribution = new PoissonDistribution(mean);
    int low = distribution.inverseCumulativeProbability(0.02);
    int bins = distribution.inverseCumulativeProbability(0.98) - low + 1;
    long[] found = new long[bins];
    double[] expected = new double[bins];
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      int count = points.draw(i % 200, i / 200);
      found[Math.max(0, Math.min(bins - 1, count - low))]++;
    }
    for (int bin = 0; bin < bins; bin++) {
      double upTo = bin == bins - 1 ? 1 : distribution.cumulativeProbability(low + bin);
      double before = bin == 0 ? 0 : distribution.cumulativeProbability(low + bin - 1);
      expected[bin] = draws * (upTo - before);
    }
    assertTrue(new ChiSquareTest().chiSquareTest(expected, found) > 1e-4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 90})
  void shouldSpreadThemEvenlyOverTheWindow(double mean) {
    PoissonPoints points = points(mean);
    double[] all = new double[5000];
    int filled = 0;
    for (int window = 0; filled < all.length; window++) {
      int count = Math.min(points.draw(7, window), all.length - filled);
      System.arraycopy(points.parts(), 0, all, filled, count);
      filled += count;
    }
    assertTrue(
        new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), all)
            > 1e-4);
    assertTrue(Arrays.stream(all).allMatch(part -> part > 0 && part < 1));
  }

  /** Vectors of any width, and none, must give what the generator's definition gives. */
  @Test
  void shouldTakeThePointsFromBlocksOfThreefryInTheirOrder() {
    PoissonPoints points = points(150);
    long window = (5L << 32) + 9;
    int count = points.draw(11, window);
    int[] key = ThreefryBatch.key(42, Purpose.POISSON_INPUT, 3);
    double[] expected = new double[count];
    int[] block = new int[4];
    for (int i = 0; i < count; i++) {
      int word = i + 2;
      int which = word / 64 * 16 + word % 16;
      Threefry.block(new int[] {(5 << 24) + which, 9, 11, 0}, key, block);
      int bits = block[word % 64 / 16];
      expected[i] = (bits + 0x1p31 + 0.5) * 0x1p-32;
    }
    assertArrayEquals(expected, Arrays.copyOf(points.parts(), count), 1e-15);
  }

  @Test
  void shouldDrawTheSameForAWindowWhateverWasDrawnBefore() {
    PoissonPoints points = points(20);
    int count = points.draw(1, 2);
    double[] first = Arrays.copyOf(points.parts(), count);
    points.draw(2, 2);
    points.draw(1, 3);
    assertEquals(count, points.draw(1, 2));
    assertArrayEquals(first, Arrays.copyOf(points.parts(), count));
  }
}
