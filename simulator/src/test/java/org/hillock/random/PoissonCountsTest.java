package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonCountsTest {

  private static final long SEED = 0x0FED_CBA9_8765_4321L;
  private static final int GROUPS = 37;

  private static int[] draw(PoissonCounts counts, int firstGroup, long step) {
    int[] drawn = new int[GROUPS * PoissonCounts.GROUP];
    counts.draw(firstGroup, GROUPS, step, drawn);
    return drawn;
  }

  @Test
  void vectorsAreUsedInTheseTests() {
    assertInstanceOf(
        VectorPoissonCounts.class, PoissonCounts.of(SEED, Purpose.POISSON_INPUT, 3, 1.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.001, 0.3, 1.28, 2.32, 7.5, 12, 100, 1e5})
  void vectorsGiveTheCountsOfTheScalarTwin(double mean) {
    PoissonTable table = new PoissonTable(mean);
    for (long step : new long[] {0, 1, 77, 0xFFFF_FFFFL, 0x1_0000_0001L}) {
      for (int firstGroup : new int[] {0, 5, 1_000_000}) {
        assertArrayEquals(
            draw(new ScalarPoissonCounts(SEED, Purpose.POISSON_INPUT, 9, table), firstGroup, step),
            draw(new VectorPoissonCounts(SEED, Purpose.POISSON_INPUT, 9, table), firstGroup, step));
      }
    }
  }

  @Test
  void aCountDependsOnTheEntityAndTheStepAlone() {
    PoissonCounts counts = PoissonCounts.of(SEED, Purpose.POISSON_INPUT, 3, 1.5);
    int[] drawn = draw(counts, 11, 40);
    PoissonTable table = new PoissonTable(1.5);
    RandomStream stream = new RandomStream(SEED);
    for (int i = 0; i < drawn.length; i++) {
      int entity = 11 * 32 + i;
      stream
          .at(Purpose.POISSON_INPUT, 3, entity / 32 * 8 + entity / 2 % 8)
          .skipTo(4 * 40 + 2 * (entity / 16 % 2) + entity % 2);
      assertEquals(table.count(stream.nextInt()), drawn[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 2.32, 30})
  void countsHaveTheMeanAndVarianceOfThePoissonDistribution(double mean) {
    PoissonCounts counts = PoissonCounts.of(SEED, Purpose.POISSON_INPUT, 3, mean);
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (int step = 0; step < 300; step++) {
      for (int count : draw(counts, 0, step)) {
        n++;
        sum += count;
        squares += (double) count * count;
      }
    }
    double variance = squares / n - sum / n * (sum / n);
    assertEquals(mean, sum / n, 4 * Math.sqrt(mean / n));
    assertEquals(mean, variance, 5 * Math.sqrt((mean + 2 * mean * mean) / n));
  }
}
