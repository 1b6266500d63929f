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
  @ValueSource(doubles = {0, 1e-9, 0.001, 0.3, 1.28, 2.32, 7.5, 12, 15})
  void vectorsGiveTheCountsOfTheScalarTwin(double mean) {
    CoarsePoissonTable table = new CoarsePoissonTable(SEED, 9, new PoissonTable(mean));
    for (long step = 0; step < 200; step++) {
      for (int firstGroup : new int[] {0, 5, 1_000_000}) {
        long far = step * 0x1000_0003L;
        assertArrayEquals(
            draw(new CoarsePoissonCounts(SEED, 9, table), firstGroup, far),
            draw(new VectorPoissonCounts(SEED, 9, table), firstGroup, far));
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

  /** Sixteen bits and sixteen more have together the probabilities of 32 bits. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.01, 0.7, 2.32, 15})
  void everyCountHasItsShareOfTheNumbers(double mean) {
    PoissonTable exact = new PoissonTable(mean);
    CoarsePoissonTable table = new CoarsePoissonTable(SEED, 3, exact);
    long[] cumulative = exact.cumulative();
    long[] share = new long[cumulative.length];
    for (int bits = 0; bits < table.undecided(); bits++) {
      share[table.count(bits, 0, 0) - exact.lowest()] += 1 << 16;
    }
    long open = 65_536 - table.undecided();
    assertTrue(open <= 0.003 * 65_536, open + " values do not decide");
    for (int count = 0; count < cumulative.length; count++) {
      long own = cumulative[count] - (count == 0 ? 0 : cumulative[count - 1]);
      assertTrue(share[count] <= own, "count " + count);
      assertTrue(own - share[count] <= open << 16, "count " + count);
    }
  }

  @Test
  void undecidedBitsGiveWhatIsMissing() {
    PoissonTable exact = new PoissonTable(0.7);
    CoarsePoissonTable table = new CoarsePoissonTable(SEED, 3, exact);
    int draws = 400_000;
    int open = 65_536 - table.undecided();
    double[] observed = new double[8];
    for (int i = 0; i < draws; i++) {
      observed[Math.min(7, table.count(table.undecided() + i % open, i / open, 17))]++;
    }
    double[] missing = new double[8];
    long[] cumulative = exact.cumulative();
    for (int count = 0; count < cumulative.length; count++) {
      long own = cumulative[count] - (count == 0 ? 0 : cumulative[count - 1]);
      missing[Math.min(7, count)] += own;
    }
    for (int bits = 0; bits < table.undecided(); bits++) {
      missing[Math.min(7, table.count(bits, 0, 0))] -= 65_536;
    }
    for (int count = 0; count < 8; count++) {
      double p = missing[count] / (open * 65_536.0);
      assertEquals(p, observed[count] / draws, 5 * Math.sqrt(p / draws) + 1e-9, "count " + count);
    }
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
