package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeTrainDistanceTest {

  private static final double[] NONE = {};

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 3, Double.POSITIVE_INFINITY})
  void equalTrainsAreNotApart(double cost) {
    double[] train = {1, 2.5, 2.5, 7};
    assertEquals(0, SpikeTrainDistance.victorPurpura(train, train.clone(), cost), 0);
    assertEquals(0, SpikeTrainDistance.victorPurpura(NONE, NONE, cost), 0);
    assertEquals(0, SpikeTrainDistance.vanRossum(train, train.clone(), 10), 0);
    assertEquals(0, SpikeTrainDistance.vanRossum(NONE, NONE, 10), 0);
  }

  @Test
  void movesThatCostNothingLeaveTheDifferenceOfTheCounts() {
    double[] a = {1, 20, 300, 301, 500};
    double[] b = {77, 78};
    assertEquals(3, SpikeTrainDistance.victorPurpura(a, b, 0), 0);
    assertEquals(3, SpikeTrainDistance.victorPurpura(b, a, 0), 0);
    assertEquals(3, SpikeTrainDistance.victorPurpura(a, b, 1e-12), 1e-8);
  }

  @Test
  void movesThatCostWithoutEndLeaveTheSpikesThatDoNotCoincide() {
    double[] a = {1, 2, 3, 4};
    double[] b = {2, 3.0001, 4, 5, 6};
    assertEquals(
        5, SpikeTrainDistance.victorPurpura(a, b, Double.POSITIVE_INFINITY), 0); // 4 + 5 - 2 * 2
    assertEquals(5, SpikeTrainDistance.victorPurpura(a, b, 1e9), 0);
  }

  @ParameterizedTest
  @CsvSource({
    // moved by 3 ms, which is cheaper than out and in again from q = 0 to 2/3 only
    "10, 13, 0.1, 0.3",
    "10, 13, 0.5, 1.5",
    "10, 13, 1, 2",
    // 10 moves to 11, 20 to 23, 40 goes: 0.1 + 0.3 + 1
    "10 20 40, 11 23, 0.1, 1.4",
    // the near pair 18 and 20 moves; 10 goes, 31 comes: 1 + 0.2 * 2 + 1
    "10 18, 20 31, 0.2, 2.4",
    // each moves by 5 ms; the near pair in the middle would leave two others: 2 + 0.1 * 1
    "0 6, 5 11, 0.1, 1.0",
    "'', 1 2 3, 0.1, 3"
  })
  void smallDistancesAreThoseByHand(String a, String b, double cost, double expected) {
    assertEquals(expected, SpikeTrainDistance.victorPurpura(train(a), train(b), cost), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noWayOfTurningOneTrainIntoTheOtherIsCheaper(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 30; round++) {
      double[] a = onGrid(random, random.nextInt(8), 30);
      double[] b = onGrid(random, random.nextInt(8), 30);
      for (double cost : new double[] {0, 0.02, 0.1, 0.3, 1, 5}) {
        assertEquals(
            cheapest(a, a.length, b, b.length, cost),
            SpikeTrainDistance.victorPurpura(a, b, cost),
            1e-12,
            () -> Arrays.toString(a) + " " + Arrays.toString(b) + " q = " + cost);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void bothDistancesAreMetrics(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 20; round++) {
      double[] a = onGrid(random, random.nextInt(40), 200);
      double[] b = onGrid(random, random.nextInt(40), 200);
      double[] c = onGrid(random, random.nextInt(40), 200);
      double ab = SpikeTrainDistance.victorPurpura(a, b, 0.1);
      assertEquals(ab, SpikeTrainDistance.victorPurpura(b, a, 0.1), 1e-12);
      assertTrue(
          SpikeTrainDistance.victorPurpura(a, c, 0.1)
              <= ab + SpikeTrainDistance.victorPurpura(b, c, 0.1) + 1e-12);
      double rossum = SpikeTrainDistance.vanRossum(a, b, 10);
      assertEquals(rossum, SpikeTrainDistance.vanRossum(b, a, 10), 1e-12);
      assertTrue(
          SpikeTrainDistance.vanRossum(a, c, 10)
              <= rossum + SpikeTrainDistance.vanRossum(b, c, 10) + 1e-12);
    }
  }

  @Test
  void longTrainsHaveTheDistanceOfTheTableInFull() {
    SplittableRandom random = new SplittableRandom(4);
    double[] a = onGrid(random, 2000, 20_000);
    double[] b = onGrid(random, 2100, 20_000);
    assertEquals(table(a, b, 0.1), SpikeTrainDistance.victorPurpura(a, b, 0.1), 1e-8);
    assertEquals(table(a, b, 1e-3), SpikeTrainDistance.victorPurpura(a, b, 1e-3), 1e-8);
  }

  @Test
  void oneSpikeMoreGivesASquareOfOneHalfAndTwoApartGiveOne() {
    double[] few = {10, 30};
    double[] more = {10, 20, 30};
    assertEquals(Math.sqrt(0.5), SpikeTrainDistance.vanRossum(few, more, 5), 1e-15);
    assertEquals(1, SpikeTrainDistance.vanRossum(new double[] {0}, new double[] {1000}, 10), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 4, 12, 100})
  void aSpikeThatIsMovedGivesTheFormulaOfVanRossum(double shift) {
    // van Rossum 2001: D² = 1 - exp(-|shift| / τ)
    assertEquals(
        Math.sqrt(-Math.expm1(-shift / 12)),
        SpikeTrainDistance.vanRossum(new double[] {50}, new double[] {50 + shift}, 12),
        1e-13);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 10", "3, 10", "4, 40"})
  void theSquareIsTheIntegralOverTheFilteredDifference(long seed, double tau) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] a = onGrid(random, 20, 200);
    double[] b = onGrid(random, 25, 200);
    double step = 0.001; // [ms]; spikes are on multiples of it, so that the midpoints miss them
    double sum = 0;
    for (double t = step / 2; t < 200 + 20 * tau; t += step) {
      double difference = filtered(a, t, tau) - filtered(b, t, tau);
      sum += difference * difference * step / tau;
    }
    assertEquals(Math.sqrt(sum), SpikeTrainDistance.vanRossum(a, b, tau), 1e-5);
  }

  @Test
  void vanRossumIsTheDoubleSumOverAllPairsOfSpikes() {
    SplittableRandom random = new SplittableRandom(11);
    double[] a = onGrid(random, 300, 5000);
    double[] b = onGrid(random, 280, 5000);
    double square = (pairs(a, a, 10) + pairs(b, b, 10)) / 2 - pairs(a, b, 10);
    assertEquals(Math.sqrt(square), SpikeTrainDistance.vanRossum(a, b, 10), 1e-10);
  }

  @Test
  void costsAndTimeConstantsThatMakeNoSenseAreRefused() {
    for (double wrong : new double[] {-1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> SpikeTrainDistance.victorPurpura(NONE, NONE, wrong));
      assertThrows(
          IllegalArgumentException.class, () -> SpikeTrainDistance.vanRossum(NONE, NONE, wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> SpikeTrainDistance.vanRossum(NONE, NONE, 0));
  }

  /** The definition, trying everything: exponential in the number of spikes. */
  private static double cheapest(double[] a, int i, double[] b, int j, double cost) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    double removed = 1 + cheapest(a, i - 1, b, j, cost);
    double inserted = 1 + cheapest(a, i, b, j - 1, cost);
    double moved = cost * Math.abs(a[i - 1] - b[j - 1]) + cheapest(a, i - 1, b, j - 1, cost);
    return Math.min(moved, Math.min(removed, inserted));
  }

  /** The dynamic program of Victor and Purpura (1997) with all of its table. */
  private static double table(double[] a, double[] b, double cost) {
    double[][] g = new double[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          g[i][j] = i + j;
        } else {
          double moved = g[i - 1][j - 1] + cost * Math.abs(a[i - 1] - b[j - 1]);
          g[i][j] = Math.min(moved, 1 + Math.min(g[i - 1][j], g[i][j - 1]));
        }
      }
    }
    return g[a.length][b.length];
  }

  private static double filtered(double[] train, double t, double tau) {
    double sum = 0;
    for (double spike : train) {
      sum += spike <= t ? Math.exp((spike - t) / tau) : 0;
    }
    return sum;
  }

  private static double pairs(double[] a, double[] b, double tau) {
    double sum = 0;
    for (double s : a) {
      for (double t : b) {
        sum += Math.exp(-Math.abs(s - t) / tau);
      }
    }
    return sum;
  }

  /** Random times at whole milliseconds, ascending, so that some coincide. */
  private static double[] onGrid(SplittableRandom random, int n, int durationMs) {
    return DoubleStream.generate(() -> random.nextInt(durationMs)).limit(n).sorted().toArray();
  }

  private static double[] train(String times) {
    return Arrays.stream(times.split(" "))
        .filter(time -> !time.isEmpty())
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
