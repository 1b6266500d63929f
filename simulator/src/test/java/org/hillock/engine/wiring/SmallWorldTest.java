package org.hillock.engine.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.WattsStrogatz;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallWorldTest {

  private static final int SIZE = 1000;
  private static final int NEIGHBOURS = 10;

  private static Projection projection(int size, int to, ConnectionRule rule) {
    return new Projection(
        "a->a",
        new NeuronRange("a", 0, size),
        new NeuronRange("a", 0, to),
        rule,
        Distribution.of(1),
        Distribution.of(1),
        true,
        true,
        null);
  }

  private static int[][] draw(int size, int neighbours, double rewiring, long seed) {
    Population cells = new Population("a", size, "accumulator", Map.of());
    Projection projection = projection(size, size, new WattsStrogatz(neighbours, rewiring));
    Wiring wiring =
        new Wiring(new Network(List.of(cells), List.of(), List.of(projection)), 0, seed);
    IntList drawn = new IntList();
    int[][] rows = new int[size][];
    for (int target = 0; target < size; target++) {
      wiring.sources(target, new RandomStream(seed), drawn);
      rows[target] = Arrays.copyOf(drawn.array(), drawn.size());
    }
    return rows;
  }

  @Test
  void shouldBeARingWithoutRewiring() {
    int[][] rows = draw(12, 4, 0, 1);
    assertArrayEquals(new int[] {1, 2, 10, 11}, rows[0]);
    assertArrayEquals(new int[] {3, 4, 6, 7}, rows[5]);
    assertArrayEquals(new int[] {0, 1, 9, 10}, rows[11]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.7, 1})
  void shouldConnectBothWaysAndEachPairOnce(double rewiring) {
    int[][] rows = draw(SIZE, NEIGHBOURS, rewiring, 5);
    int total = 0;
    for (int target = 0; target < SIZE; target++) {
      total += rows[target].length;
      assertEquals(rows[target].length, Arrays.stream(rows[target]).distinct().count());
      for (int source : rows[target]) {
        assertTrue(source != target);
        assertTrue(Arrays.binarySearch(rows[source], target) >= 0);
      }
      // Those that follow on the ring keep their own ends: a neuron never has fewer.
      assertTrue(rows[target].length >= NEIGHBOURS / 2);
    }
    assertEquals(SIZE * NEIGHBOURS, total);
  }

  /**
   * With p = 1 the degree is k/2, of the connections whose near end is kept, and a Poisson number
   * of mean k/2, of those that others lead here (Barrat and Weigt 2000, Eur Phys J B 13:547, eq.
   * 12).
   */
  @Test
  void shouldHaveTheDegreesThatAreKnown() {
    long[] counts = new long[12];
    for (long seed = 1; seed <= 10; seed++) {
      for (int[] row : draw(SIZE, NEIGHBOURS, 1, seed)) {
        counts[Math.min(11, row.length - NEIGHBOURS / 2)]++;
      }
    }
    PoissonDistribution poisson = new PoissonDistribution(NEIGHBOURS / 2.0);
    double[] expected = new double[12];
    for (int i = 0; i < 11; i++) {
      expected[i] = poisson.probability(i);
    }
    expected[11] = 1 - poisson.cumulativeProbability(10);
    double p = new ChiSquareTest().chiSquareTest(expected, counts);
    assertTrue(p > 1e-3, Arrays.toString(counts) + " " + p);
  }

  /**
   * Clustering, as three times the triangles over the paths of two edges, is C(0) (1 - p)^3 but for
   * terms of order 1/N, with C(0) = 3 (k - 2) / (4 (k - 1)) (Barrat and Weigt 2000, eq. 11).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1, 0.3, 0.6})
  void shouldClusterAsIsKnown(double rewiring) {
    double k = NEIGHBOURS;
    double expected = 3 * (k - 2) / (4 * (k - 1)) * Math.pow(1 - rewiring, 3);
    SummaryStatistics found = new SummaryStatistics();
    for (long seed = 1; seed <= 10; seed++) {
      found.addValue(clustering(draw(SIZE, NEIGHBOURS, rewiring, seed)));
    }
    double error = found.getStandardDeviation() / Math.sqrt(10);
    double finite = rewiring == 0 ? 1e-12 : 1.5 * k / SIZE;
    assertEquals(expected, found.getMean(), 5 * error + finite);
  }

  private static double clustering(int[][] rows) {
    double closed = 0;
    double paths = 0;
    for (int[] row : rows) {
      BitSet near = new BitSet();
      Arrays.stream(row).forEach(near::set);
      paths += row.length * (row.length - 1.0);
      for (int neighbour : row) {
        closed += Arrays.stream(rows[neighbour]).filter(near::get).count();
      }
    }
    return closed / paths;
  }

  @Test
  void shouldRefuseWhatIsNoRing() {
    for (int neighbours : new int[] {3, -2, 10}) {
      assertThrows(
          InvalidNetworkException.class,
          () -> projection(10, 10, new WattsStrogatz(neighbours, 0.1)));
    }
    assertThrows(
        InvalidNetworkException.class, () -> projection(10, 10, new WattsStrogatz(2, 1.5)));
    assertThrows(InvalidNetworkException.class, () -> projection(10, 9, new WattsStrogatz(2, 0.5)));
  }
}
