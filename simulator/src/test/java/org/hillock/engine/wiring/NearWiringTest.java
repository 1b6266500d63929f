package org.hillock.engine.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.hillock.network.ByPlace;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Extent;
import org.hillock.network.Interval;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Mask;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.PairwisePoisson;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Profile;
import org.hillock.network.Projection;
import org.hillock.network.Reach;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that follow from places, against what the integral over space says. */
class NearWiringTest {

  private static final double LEAST_P = 1e-3;
  private static final int SIZE = 2000;

  /** A square of side 2 mm with periodic borders, and neurons anywhere in it. */
  private static final Extent SQUARE = Extent.of(2, 2);

  private static final Positions SHEET = Positions.random(SIZE, SQUARE, 7, 0).wrapped(SQUARE);
  private static final NeuronRange ALL = new NeuronRange("a", 0, SIZE);

  private static Reach reach(@Nullable Mask mask, Profile profile) {
    return new Reach(SHEET, ALL, SHEET, ALL, mask, profile);
  }

  private static Wiring wiring(ConnectionRule rule, boolean multapses, Distribution weight) {
    Projection projection =
        new Projection("a->a", ALL, ALL, rule, weight, Distribution.of(1), false, multapses, null);
    return wiring(SHEET, projection);
  }

  private static Wiring wiring(Positions places, Projection projection) {
    Population cells = new Population("a", places.size(), "accumulator", Map.of(), null, places);
    return new Wiring(new Network(List.of(cells), List.of(), List.of(projection)), 0, 3);
  }

  private static int[][] rows(Wiring wiring) {
    RandomStream stream = new RandomStream(3);
    IntList drawn = new IntList();
    int[][] rows = new int[wiring.target().size()][];
    for (int target = 0; target < rows.length; target++) {
      wiring.sources(target, stream, drawn);
      rows[target] = Arrays.copyOf(drawn.array(), drawn.size());
    }
    return rows;
  }

  private static double total(int[][] rows) {
    return Arrays.stream(rows).mapToInt(row -> row.length).sum();
  }

  private static double[] distances(int[][] rows) {
    List<Double> all = new ArrayList<>();
    for (int target = 0; target < rows.length; target++) {
      for (int source : rows[target]) {
        all.add(SHEET.distance(source, SHEET, target));
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * With sigma = L/20 the borders do not matter: a target has p0 (N - 1) 2 pi sigma^2 / L^2 sources
   * on average. Counts of pairs vary as those of independent ones, since places are uniform.
   */
  @Test
  void shouldHaveTheIndegreeThatTheIntegralOfAGaussianKernelSays() {
    double sigma = 0.1;
    ConnectionRule rule =
        new PairwiseBernoulli(1).within(reach(null, new Profile.Gaussian(0.8, sigma)));
    int[][] rows = rows(wiring(rule, true, Distribution.of(1)));
    double expected = SIZE * 0.8 * (SIZE - 1) * 2 * Math.PI * sigma * sigma / 4;
    assertEquals(expected, total(rows), 5 * Math.sqrt(expected));
    assertEquals(rule.expectedSynapses(ALL, ALL, false), total(rows), 5 * Math.sqrt(expected));
    // The distances have the law of Rayleigh, r / sigma^2 exp(-r^2 / 2 sigma^2).
    RealDistribution rayleigh = new WeibullDistribution(2, sigma * Math.sqrt(2));
    double p =
        new KolmogorovSmirnovTest().kolmogorovSmirnovTest(rayleigh, every(distances(rows), 13));
    assertTrue(p > LEAST_P, "p = " + p);
  }

  /** Distances of one place to many are dependent of each other, so not all are taken. */
  private static double[] every(double[] values, int which) {
    double[] some = new double[values.length / which];
    Arrays.setAll(some, i -> values[i * which]);
    return some;
  }

  static List<Mask> masks() {
    return List.of(
        new Mask.Round(0.3, false),
        new Mask.Round(1.4, false),
        new Mask.Doughnut(0.2, 0.5),
        new Mask.Elliptical(0.8, 0.3, 0.5),
        new Mask.Corners(new double[] {-0.1, 0.2}, new double[] {0.9, 0.35}));
  }

  /** Cells of space find the same as looking at every pair. */
  @ParameterizedTest
  @MethodSource("masks")
  void shouldFindEveryPairInAMaskAndNoOther(Mask mask) {
    Wiring wiring =
        wiring(new PairwiseBernoulli(1).within(reach(mask, Profile.ONE)), true, Distribution.of(1));
    int[][] rows = rows(wiring);
    for (int target = 0; target < SIZE; target += 7) {
      List<Integer> expected = new ArrayList<>();
      for (int source = 0; source < SIZE; source++) {
        double[] way = new double[2];
        for (int axis = 0; axis < 2; axis++) {
          double along = SHEET.coordinate(target, axis) - SHEET.coordinate(source, axis);
          way[axis] = along > 1 ? along - 2 : along < -1 ? along + 2 : along;
        }
        if (source != target && mask.covers(way)) {
          expected.add(source);
        }
      }
      assertEquals(expected, Arrays.stream(rows[target]).sorted().boxed().toList());
    }
    assertTrue(total(rows) > 0);
  }

  @Test
  void shouldReachInSpaceAndOnALineWithoutPeriodicBorders() {
    Positions solid = Positions.random(500, Extent.of(1, 2, 3), 1, 0);
    NeuronRange some = new NeuronRange("a", 100, 400);
    Mask ball = new Mask.Round(0.6, true);
    Reach near = new Reach(solid, some, solid, some, ball, Profile.ONE);
    for (int target = 0; target < 300; target += 10) {
      List<Integer> found = new ArrayList<>();
      near.sourcesOf(target, -1, (source, value) -> found.add(source));
      found.sort(null);
      List<Integer> expected = new ArrayList<>();
      for (int source = 0; source < 300; source++) {
        if (solid.distance(100 + source, solid, 100 + target) <= 0.6) {
          expected.add(source);
        }
      }
      assertEquals(expected, found);
    }
  }

  /** Neighbours on a lattice at exactly the radius are in the mask, whatever rounding does. */
  @Test
  void shouldHaveTheBorderOfAMaskInIt() {
    Extent extent = Extent.of(1, 1);
    Positions grid = Positions.grid(new int[] {10, 10}, extent).wrapped(extent);
    NeuronRange all = new NeuronRange("a", 0, 100);
    Reach near = new Reach(grid, all, grid, all, new Mask.Round(0.3, false), Profile.ONE);
    for (int target = 0; target < 100; target++) {
      int[] found = new int[1];
      near.sourcesOf(target, target, (source, value) -> found[0]++);
      // Points of the square lattice within radius 3: 29 with the middle (Gauss's circle problem).
      assertEquals(28, found[0]);
    }
  }

  /** So a linear profile that ends at the border of its mask is never below 0. */
  @Test
  void shouldTakeWhatRoundingPutsBeyondTheBorderToBeOnIt() {
    Profile cone =
        new Profile() {
          @Override
          public double at(double distance, double[] way) {
            return 1 - distance / 0.3;
          }

          @Override
          public Interval bounds(Interval distance, Interval[] way) {
            return new Interval(1 - distance.high() / 0.3, 1 - distance.low() / 0.3);
          }

          @Override
          public boolean central() {
            return true;
          }

          @Override
          public String formula() {
            return "1 - d / 0.3 mm";
          }
        };
    Extent extent = Extent.of(1, 1);
    Positions grid = Positions.grid(new int[] {10, 10}, extent).wrapped(extent);
    NeuronRange all = new NeuronRange("a", 0, 100);
    Reach near = new Reach(grid, all, grid, all, new Mask.Round(0.3, false), cone);
    assertEquals(0, near.bounds().low());
    for (int target = 0; target < 100; target++) {
      near.sourcesOf(target, -1, (source, value) -> assertTrue(value >= 0));
    }
  }

  @Test
  void shouldDrawFixedIndegreesByRelativeChances() {
    Profile profile = new Profile.Exponential(3, 0.2);
    for (boolean multapses : new boolean[] {true, false}) {
      Wiring wiring =
          wiring(
              new ConnectionRule.FixedIndegree(4)
                  .within(reach(new Mask.Round(0.5, false), profile)),
              multapses,
              Distribution.of(1));
      int[][] rows = rows(wiring);
      double near = 0;
      double expected = 0;
      double variance = 0;
      for (int target = 0; target < SIZE; target++) {
        assertEquals(4, rows[target].length);
        if (!multapses) {
          assertEquals(4, Arrays.stream(rows[target]).distinct().count());
        }
        double all = 0;
        double inner = 0;
        for (int source = 0; source < SIZE; source++) {
          double d = SHEET.distance(source, SHEET, target);
          all += source != target && d <= 0.5 ? Math.exp(-d / 0.2) : 0;
          inner += source != target && d <= 0.2 ? Math.exp(-d / 0.2) : 0;
        }
        expected += 4 * inner / all;
        variance += 4 * inner / all * (1 - inner / all);
        for (int source : rows[target]) {
          double d = SHEET.distance(source, SHEET, target);
          assertTrue(d <= 0.5 && source != target);
          near += d <= 0.2 ? 1 : 0;
        }
      }
      // Without multapses near sources are used up, by 4 of about 400: some per cent of one sd.
      assertEquals(expected, near, 5 * Math.sqrt(variance) + (multapses ? 0 : 0.005 * expected));
    }
  }

  @Test
  void shouldDrawFixedOutdegreesInAMaskUniformly() {
    Mask mask = new Mask.Corners(new double[] {0, -0.5}, new double[] {0.8, 0.5});
    int[][] rows =
        rows(
            wiring(
                new ConnectionRule.FixedOutdegree(10).within(reach(mask, Profile.ONE)),
                false,
                Distribution.of(1)));
    int[] outdegrees = new int[SIZE];
    long[] quarters = new long[4];
    for (int target = 0; target < SIZE; target++) {
      for (int source : rows[target]) {
        outdegrees[source]++;
        double along = SHEET.displacement(source, SHEET, target, 0);
        quarters[(int) Math.min(3, along / 0.2)]++;
      }
    }
    assertTrue(Arrays.stream(outdegrees).allMatch(degree -> degree == 10));
    double[] even = {1, 1, 1, 1};
    double p = new ChiSquareTest().chiSquareTest(even, quarters);
    assertTrue(p > LEAST_P, Arrays.toString(quarters) + " " + p);
  }

  @Test
  void shouldConnectPairsAsOftenAsAPoissonNumberSays() {
    for (ConnectionRule rule :
        List.of(
            new PairwisePoisson(0.02),
            new PairwisePoisson(0.04).within(reach(null, new Profile.Constant(0.5))))) {
      int[][] rows = rows(wiring(rule, true, Distribution.of(1)));
      double mean = 0.02 * SIZE * (SIZE - 1);
      assertEquals(mean, total(rows), 5 * Math.sqrt(mean));
      double twice = 0;
      for (int[] row : rows) {
        long[] times = new long[SIZE];
        Arrays.stream(row).forEach(source -> times[source]++);
        twice += Arrays.stream(times).filter(n -> n == 2).count();
      }
      double expected = SIZE * (SIZE - 1.0) * Math.exp(-0.02) * 0.02 * 0.02 / 2;
      assertEquals(expected, twice, 5 * Math.sqrt(expected));
    }
    NormalDistribution normal = new NormalDistribution(0, 0.15);
    int[][] rows =
        rows(
            wiring(
                new PairwisePoisson(2).within(reach(null, new Profile.Gaussian(1, 0.15))),
                true,
                Distribution.of(1)));
    double[] along = new double[(int) total(rows) / 50];
    int at = 0;
    int taken = 0;
    for (int target = 0; target < SIZE; target++) {
      for (int source : rows[target]) {
        if (at++ % 50 == 0 && taken < along.length) {
          along[taken++] = SHEET.displacement(source, SHEET, target, 1);
        }
      }
    }
    assertTrue(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(normal, along) > LEAST_P);
  }

  @Test
  void shouldGiveWeightsThatFollowFromDistance() {
    Mask mask = new Mask.Round(0.4, false);
    Reach near = reach(mask, new Profile.Exponential(12, 0.1));
    Wiring wiring =
        wiring(
            new PairwiseBernoulli(0.5).within(reach(mask, Profile.ONE)), true, new ByPlace(near));
    RandomStream stream = new RandomStream(3);
    IntList drawn = new IntList();
    double[] weights = new double[SIZE];
    for (int target = 0; target < SIZE; target += 50) {
      wiring.sources(target, stream, drawn);
      wiring.weights(target, drawn, stream, weights);
      for (int i = 0; i < drawn.size(); i++) {
        double d = SHEET.distance(drawn.get(i), SHEET, target);
        assertEquals(12 * Math.exp(-d / 0.1), weights[i], 1e-12);
      }
    }
    ByPlace drawnToo = new ByPlace(new Distribution.Uniform(1, 3), near);
    assertEquals(12 * Math.exp(-4.0), drawnToo.min(), 1e-6);
    assertEquals(36, drawnToo.max(), 1e-12);
    // The mean over the disc, 2 / R^2 times the integral of 12 exp(-r / l) r from 0 to R.
    double inside = 12 * 2 / 0.16 * 0.01 * (1 - 5 * Math.exp(-4.0));
    double others = (SIZE - 1) * Math.PI * 0.16 / 4;
    double withItself = (inside * others + 12) / (others + 1);
    assertEquals(2 * withItself, drawnToo.mean(), 0.02 * inside);
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    Mask small = new Mask.Round(0.01, false);
    InvalidNetworkException few =
        assertThrows(
            InvalidNetworkException.class,
            () ->
                wiring(
                    new ConnectionRule.FixedIndegree(40).within(reach(small, Profile.ONE)),
                    false,
                    Distribution.of(1)));
    assertTrue(few.found().matches("40, but near a\\[\\d+\\] there (is 1|are \\d+) neurons? of a"));
    InvalidNetworkException likely =
        assertThrows(
            InvalidNetworkException.class,
            () ->
                wiring(
                    new PairwiseBernoulli(1).within(reach(null, new Profile.Gaussian(1.25, 0.1))),
                    true,
                    Distribution.of(1)));
    assertTrue(likely.found().endsWith("to 1.25"), likely.found());
    assertThrows(InvalidNetworkException.class, () -> reach(new Mask.Round(1, true), Profile.ONE));
    assertThrows(
        InvalidNetworkException.class,
        () -> new ConnectionRule.AllToAll().within(reach(small, Profile.ONE)));
    Positions open = Positions.random(SIZE, SQUARE, 7, 0);
    assertThrows(
        InvalidNetworkException.class, () -> new Reach(open, ALL, SHEET, ALL, null, Profile.ONE));
    assertThrows(
        InvalidNetworkException.class,
        () ->
            wiring(
                open,
                new Projection(
                    "a->a",
                    ALL,
                    ALL,
                    new PairwiseBernoulli(1).within(reach(small, Profile.ONE)),
                    Distribution.of(1),
                    Distribution.of(1),
                    true,
                    true,
                    null)));
  }

  @Test
  void shouldAnswerInAnyOrder() {
    Wiring wiring =
        wiring(
            new ConnectionRule.FixedIndegree(5)
                .within(reach(new Mask.Round(0.4, false), new Profile.Gaussian(1, 0.2))),
            false,
            Distribution.of(1));
    int[][] rows = rows(wiring);
    RandomStream stream = new RandomStream(3);
    IntList drawn = new IntList();
    for (int target = SIZE - 1; target >= 0; target -= 3) {
      wiring.sources(target, stream, drawn);
      assertArrayEquals(rows[target], Arrays.copyOf(drawn.array(), drawn.size()));
    }
  }
}
