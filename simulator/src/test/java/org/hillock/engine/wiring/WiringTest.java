package org.hillock.engine.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WiringTest {

  private static final double LEAST_P = 1e-3;

  @Test
  void shouldConnectPairsOneToOne() {
    Wiring wiring = wiring(range("a", 3, 8), range("b", 0, 5), new ConnectionRule.OneToOne());
    for (int target = 0; target < 5; target++) {
      assertArrayEquals(new int[] {target}, sources(wiring, target));
    }
  }

  @Test
  void shouldLeaveOutAutapsesOneToOneOnlyWhereNeuronsMeetThemselves() {
    ConnectionRule rule = new ConnectionRule.OneToOne();
    assertEquals(0, total(wiring(range("a", 2, 7), range("a", 2, 7), rule, false, true, 1)));
    assertEquals(5, total(wiring(range("a", 2, 7), range("a", 3, 8), rule, false, true, 1)));
  }

  @Test
  void shouldConnectAllToAllWithAndWithoutAutapses() {
    ConnectionRule rule = new ConnectionRule.AllToAll();
    assertEquals(100, total(wiring(range("a", 0, 10), range("a", 0, 10), rule, true, true, 1)));
    assertEquals(90, total(wiring(range("a", 0, 10), range("a", 0, 10), rule, false, true, 1)));
    // Neurons 5 to 9 lie in both ranges.
    Wiring overlapping = wiring(range("a", 0, 10), range("a", 5, 15), rule, false, true, 1);
    assertEquals(95, total(overlapping));
    assertTrue(Arrays.stream(sources(overlapping, 0)).noneMatch(source -> source == 5));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void shouldDrawFixedIndegreesUniformly(boolean autapses, boolean multapses) {
    int size = 40;
    Wiring wiring =
        wiring(
            range("a", 0, size),
            range("a", 0, size),
            new ConnectionRule.FixedIndegree(12),
            autapses,
            multapses,
            3);
    int[][] counts = new int[size][size];
    for (int target = 0; target < size; target++) {
      int[] sources = sources(wiring, target);
      assertEquals(12, sources.length);
      for (int source : sources) {
        counts[target][source]++;
      }
      if (!multapses) {
        assertEquals(12, Arrays.stream(sources).distinct().count());
      }
      if (!autapses) {
        assertEquals(0, counts[target][target]);
      }
    }
    assertUniform(columnSums(counts));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 19, 20, 21, 39, 40})
  void shouldDrawAnyNumberOfDistinctSources(int indegree) {
    Wiring wiring =
        wiring(
            range("a", 0, 40),
            range("b", 0, 3),
            new ConnectionRule.FixedIndegree(indegree),
            true,
            false,
            1);
    for (int target = 0; target < 3; target++) {
      assertEquals(indegree, Arrays.stream(sources(wiring, target)).distinct().count());
    }
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void shouldDrawFixedOutdegrees(boolean autapses, boolean multapses) {
    int size = 50;
    Wiring wiring =
        wiring(
            range("a", 0, size),
            range("a", 0, size),
            new ConnectionRule.FixedOutdegree(9),
            autapses,
            multapses,
            5);
    int[][] counts = new int[size][size];
    for (int target = 0; target < size; target++) {
      for (int source : sources(wiring, target)) {
        counts[source][target]++;
      }
    }
    for (int source = 0; source < size; source++) {
      assertEquals(9, Arrays.stream(counts[source]).sum());
      assertTrue(autapses || counts[source][source] == 0);
      assertTrue(multapses || Arrays.stream(counts[source]).max().orElse(0) <= 1);
    }
    assertUniform(columnSums(counts));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void shouldDrawExactlyTheTotalNumberUniformlyOverPairs(boolean autapses, boolean multapses) {
    int size = 12;
    int total = 60;
    int[][] counts = new int[size][size];
    int runs = 400;
    for (int seed = 0; seed < runs; seed++) {
      Wiring wiring =
          wiring(
              range("a", 0, size),
              range("a", 0, size),
              new FixedTotalNumber(total),
              autapses,
              multapses,
              seed);
      int drawn = 0;
      for (int target = 0; target < size; target++) {
        int[] sources = sources(wiring, target);
        drawn += sources.length;
        assertTrue(multapses || Arrays.stream(sources).distinct().count() == sources.length);
        for (int source : sources) {
          counts[target][source]++;
        }
      }
      assertEquals(total, drawn);
    }
    assertUniform(
        IntStream.range(0, size * size)
            .filter(pair -> autapses || pair / size != pair % size)
            .mapToLong(pair -> counts[pair / size][pair % size])
            .toArray());
    assertTrue(autapses || IntStream.range(0, size).allMatch(i -> counts[i][i] == 0));
  }

  @Test
  void shouldDrawAllPairsIfTheTotalIsAllThereIs() {
    Wiring wiring =
        wiring(range("a", 0, 9), range("a", 0, 9), new FixedTotalNumber(72), false, false, 1);
    assertEquals(72, total(wiring));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.02, 0.3, 0.97, 1})
  void shouldConnectEachPairWithTheProbability(double probability) {
    int size = 300;
    Wiring wiring =
        wiring(
            range("a", 0, size),
            range("a", 0, size),
            new PairwiseBernoulli(probability),
            false,
            true,
            9);
    long total = 0;
    for (int target = 0; target < size; target++) {
      int self = target;
      int[] sources = sources(wiring, target);
      total += sources.length;
      assertEquals(sources.length, Arrays.stream(sources).distinct().count());
      assertTrue(Arrays.stream(sources).noneMatch(source -> source == self));
    }
    double pairs = size * (size - 1.0);
    assertEquals(
        probability * pairs, total, 5 * Math.sqrt(pairs * probability * (1 - probability)) + 1e-9);
  }

  @Test
  void shouldKeepListedEdgesWithTheirWeightsAndDelays() {
    ConnectionRule rule =
        new ConnectionRule.Explicit(
            new int[] {4, 0, 4, 2},
            new int[] {1, 0, 1, 0},
            new double[] {0.1, 0.2, 0.3, 0.4},
            new double[] {1, 2, 3, 4});
    Wiring wiring = wiring(range("a", 0, 5), range("b", 0, 2), rule);
    assertArrayEquals(new int[] {0, 2}, sources(wiring, 0));
    assertArrayEquals(new int[] {4, 4}, sources(wiring, 1));
    double[] values = new double[2];
    IntList drawn = new IntList();
    wiring.sources(1, new RandomStream(1), drawn);
    wiring.weights(1, drawn, new RandomStream(1), values);
    assertArrayEquals(new double[] {0.1, 0.3}, values);
    wiring.sources(0, new RandomStream(1), drawn);
    wiring.delays(0, drawn, new RandomStream(1), values);
    assertArrayEquals(new double[] {2, 4}, values);
  }

  @Test
  void shouldGiveTheSameAnswerInAnyOrder() {
    Wiring wiring = wiring(range("a", 0, 30), range("b", 0, 30), new PairwiseBernoulli(0.2));
    int[][] forward = new int[30][];
    for (int target = 0; target < 30; target++) {
      forward[target] = sources(wiring, target);
    }
    for (int target = 29; target >= 0; target--) {
      assertArrayEquals(forward[target], sources(wiring, target));
    }
  }

  @Test
  void shouldDrawOtherSynapsesFromAnotherSeedOrProjection() {
    ConnectionRule rule = new ConnectionRule.FixedIndegree(10);
    NeuronRange range = range("a", 0, 40);
    int[] first = sources(wiring(range, range, rule, true, true, 1), 0);
    int[] otherSeed = sources(wiring(range, range, rule, true, true, 2), 0);
    assertNotEquals(Arrays.toString(first), Arrays.toString(otherSeed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "41 | false | true | 41; allowed: at most 40 distinct partners, or multapses: true",
        "40 | false | false | 40; allowed: at most 39 distinct partners, or multapses: true",
        "-1 | true | true | -1; allowed: 0 or more"
      })
  void shouldRefuseAnIndegreeThatCannotBe(
      int indegree, boolean multapses, boolean autapses, String message) {
    InvalidNetworkException failure =
        assertThrows(
            InvalidNetworkException.class,
            () ->
                wiring(
                    range("a", 0, 40),
                    range("a", 0, 40),
                    new ConnectionRule.FixedIndegree(indegree),
                    autapses,
                    multapses,
                    1));
    assertEquals("synapses.synapses.indegree: found " + message, failure.getMessage());
  }

  private static void assertUniform(long[] observed) {
    double[] expected = new double[observed.length];
    Arrays.fill(expected, (double) Arrays.stream(observed).sum() / observed.length);
    double p = new ChiSquareTest().chiSquareTest(expected, observed);
    // Draws without repetition vary less than independent ones, so only a small p is suspicious.
    assertTrue(p > LEAST_P, "p = " + p);
  }

  private static long[] columnSums(int[][] counts) {
    return IntStream.range(0, counts[0].length)
        .mapToLong(column -> Arrays.stream(counts).mapToLong(row -> row[column]).sum())
        .toArray();
  }

  private static int total(Wiring wiring) {
    return IntStream.range(0, wiring.target().size())
        .map(target -> sources(wiring, target).length)
        .sum();
  }

  private static int[] sources(Wiring wiring, int target) {
    IntList into = new IntList();
    wiring.sources(target, new RandomStream(wiringSeed), into);
    return Arrays.copyOf(into.array(), into.size());
  }

  private static long wiringSeed;

  private static NeuronRange range(String population, int from, int to) {
    return new NeuronRange(population, from, to);
  }

  private static Wiring wiring(NeuronRange source, NeuronRange target, ConnectionRule rule) {
    return wiring(source, target, rule, true, true, 1);
  }

  private static Wiring wiring(
      NeuronRange source,
      NeuronRange target,
      ConnectionRule rule,
      boolean autapses,
      boolean multapses,
      long seed) {
    wiringSeed = seed;
    Network network =
        new Network(
            List.of(
                new Population("a", 500, "accumulator", Map.of()),
                new Population("b", 500, "accumulator", Map.of())),
            List.of(),
            List.of(
                new Projection(
                    "synapses",
                    source,
                    target,
                    rule,
                    Distribution.of(1),
                    Distribution.of(1),
                    autapses,
                    multapses,
                    null)));
    return new Wiring(network, 0, seed);
  }
}
