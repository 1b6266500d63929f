package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonCountsTest {

  private static final long SEED = 0x0FED_CBA9_8765_4321L;
  private static final int GROUPS = 37;

  private static int[] draw(PoissonCounts counts, int firstGroup, long step) {
    counts.draw(firstGroup, GROUPS, step);
    return IntStream.range(0, GROUPS * PoissonCounts.GROUP).map(counts::count).toArray();
  }

  @Test
  void vectorsAreUsedInTheseTests() {
    assertInstanceOf(VectorPoissonCounts.class, PoissonCounts.of(SEED, 3, 1.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.001, 0.3, 1.28, 2.32, 7.5, 12})
  void vectorsGiveTheCountsOfTheScalarTwin(double mean) {
    CoarseLimits limits = new CoarseLimits(SEED, 9, new PoissonTable(mean));
    for (long step = 0; step < 200; step++) {
      for (int firstGroup : new int[] {0, 5, 1_000_000}) {
        long far = step * 0x1000_0003L;
        assertArrayEquals(
            draw(new CoarsePoissonCounts(SEED, 9, limits), firstGroup, far),
            draw(new VectorPoissonCounts(SEED, 9, limits), firstGroup, far));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 2.32, 30})
  void countsAreAddedToARow(double mean) {
    PoissonCounts counts = PoissonCounts.of(SEED, 3, mean);
    counts.draw(4, GROUPS, 9);
    double[] row = new double[100];
    double[] expected = new double[100];
    for (int i = 0; i < 100; i++) {
      row[i] = 0.1 * i;
      expected[i] = row[i] + (i < 7 || i >= 98 ? 0 : counts.count(13 + i - 7) * 0.3);
    }
    counts.add(13, 91, 0.3, row, 7);
    assertArrayEquals(expected, row, 0);
  }

  @Test
  void aCountDependsOnTheEntityAndTheStepAlone() {
    PoissonCounts counts = PoissonCounts.of(SEED, 3, 1.5);
    int[] many = draw(counts, 11, 40);
    for (int group = 0; group < GROUPS; group++) {
      counts.draw(11 + group, 1, 40);
      for (int i = 0; i < PoissonCounts.GROUP; i++) {
        assertEquals(many[group * PoissonCounts.GROUP + i], counts.count(i));
      }
    }
  }

  @Test
  void bitsThatDecideNothingAreFollowedByMore() {
    PoissonTable table = new PoissonTable(0.7);
    CoarseLimits limits = new CoarseLimits(SEED, 3, table);
    int passed = 0;
    int draws = 20_000;
    int upper = limits.upper(1);
    for (int entity = 0; entity < draws; entity++) {
      int count = limits.count(upper, entity, 17);
      assertTrue(count == 1 || count == 2);
      passed += count - 1;
    }
    double below = (table.limits()[1] & 0xFFFF) / 65536.0;
    assertEquals(1 - below, (double) passed / draws, 4 * Math.sqrt(0.25 / draws));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.3, 2.32, 11, 30, 400})
  void countsFollowThePoissonDistribution(double mean) {
    PoissonCounts counts = PoissonCounts.of(SEED, 3, mean);
    PoissonDistribution exact = new PoissonDistribution(mean);
    int from = Math.max(0, (int) (mean - 3 * Math.sqrt(mean)));
    int bins = (int) (6 * Math.sqrt(mean)) + 4;
    long[] observed = new long[bins];
    double[] expected = new double[bins];
    for (int i = 0; i < bins; i++) {
      expected[i] =
          i == 0
              ? exact.cumulativeProbability(from)
              : i == bins - 1
                  ? 1 - exact.cumulativeProbability(from + i - 1)
                  : exact.probability(from + i);
    }
    for (int step = 0; step < 300; step++) {
      for (int count : draw(counts, 0, step)) {
        observed[Math.max(0, Math.min(bins - 1, count - from))]++;
      }
    }
    int used = bins;
    while (expected[used - 1] * 300 * GROUPS * PoissonCounts.GROUP < 5) {
      expected[used - 2] += expected[used - 1];
      observed[used - 2] += observed[used - 1];
      used--;
    }
    double p =
        new ChiSquareTest()
            .chiSquareTest(Arrays.copyOf(expected, used), Arrays.copyOf(observed, used));
    assertTrue(p > 1e-4, "p = " + p);
  }
}
