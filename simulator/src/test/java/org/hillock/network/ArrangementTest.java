package org.hillock.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class ArrangementTest {

  private static final double LEAST_P = 1e-3;

  @Test
  void shouldPlaceAGridInTheMiddlesOfEqualBoxesAlongTheFirstAxisFirst() {
    Positions grid =
        Positions.grid(new int[] {3, 2}, new Extent(new double[] {3, 4}, new double[] {10, -1}));
    double[][] expected = {{9, -2}, {10, -2}, {11, -2}, {9, 0}, {10, 0}, {11, 0}};
    for (int neuron = 0; neuron < 6; neuron++) {
      assertEquals(expected[neuron][0], grid.coordinate(neuron, 0), 1e-15);
      assertEquals(expected[neuron][1], grid.coordinate(neuron, 1), 1e-15);
    }
    Positions solid = Positions.grid(new int[] {2, 3, 4}, Extent.of(2, 3, 4));
    assertEquals(24, solid.size());
    assertEquals(1.5, solid.coordinate(23, 2));
    assertEquals(-1.5, solid.coordinate(5, 2));
    assertEquals(-0.5, solid.coordinate(6, 2));
  }

  /** NEST's tests of spatial layers compare distances with their distribution in this way. */
  @Test
  void shouldDrawEachCoordinateUniformly() {
    Positions drawn =
        Positions.random(5000, new Extent(new double[] {2, 0.5, 8}, new double[] {1, 0, -4}), 5, 0);
    double[] low = {0, -0.25, -8};
    double[] high = {2, 0.25, 0};
    for (int axis = 0; axis < 3; axis++) {
      int along = axis;
      double[] values =
          IntStream.range(0, 5000).mapToDouble(n -> drawn.coordinate(n, along)).toArray();
      double p =
          new KolmogorovSmirnovTest()
              .kolmogorovSmirnovTest(new UniformRealDistribution(low[axis], high[axis]), values);
      assertTrue(p > LEAST_P, "axis " + axis + ": " + p);
    }
  }

  /**
   * In a square of side L with periodic borders the neighbours of a place lie uniformly around it:
   * the distances up to L/2 have the distribution function pi r^2 / L^2.
   */
  @Test
  void shouldHaveTheAnalyticDistributionOfDistancesInAPeriodicSquare() {
    Extent square = Extent.of(2, 2);
    Positions drawn = Positions.random(3000, square, 11, 3).wrapped(square);
    double[] distances =
        IntStream.range(1, 3000).mapToDouble(n -> drawn.distance(0, drawn, n)).toArray();
    for (double radius : new double[] {0.1, 0.25, 0.5, 0.75, 1}) {
      double p = Math.PI * radius * radius / 4;
      double found = IntStream.range(0, 2999).filter(i -> distances[i] <= radius).count();
      assertEquals(2999 * p, found, 5 * Math.sqrt(2999 * p * (1 - p)), "radius " + radius);
    }
  }

  @Test
  void shouldGoTheShortestWayAroundPeriodicBorders() {
    Extent ring = Extent.of(10);
    Positions row = Positions.grid(new int[] {10}, ring).wrapped(ring);
    assertEquals(1, row.distance(0, row, 9));
    assertEquals(-1, row.displacement(0, row, 9, 0));
    assertEquals(5, row.distance(0, row, 5));
    assertEquals(4, row.distance(8, row, 2));
    Extent sheet = Extent.of(4, 6);
    Positions corners =
        Positions.of(new double[] {-1.5, -2.5}, new double[] {1.5, 2.5}).wrapped(sheet);
    assertEquals(Math.sqrt(2), corners.distance(0, corners, 1), 1e-15);
  }

  @Test
  void shouldDrawPlacesThatDependOnSeedAndPopulationAloneAndNotOnTheNumberOfNeurons() {
    Extent extent = Extent.of(1, 1);
    Positions few = Positions.random(10, extent, 1, 0);
    Positions many = Positions.random(100, extent, 1, 0);
    double[] first = IntStream.range(0, 10).mapToDouble(n -> few.coordinate(n, 1)).toArray();
    double[] same = IntStream.range(0, 10).mapToDouble(n -> many.coordinate(n, 1)).toArray();
    assertArrayEquals(first, same);
    assertNotEquals(few, Positions.random(10, extent, 2, 0));
    assertNotEquals(few, Positions.random(10, extent, 1, 1));
  }

  @Test
  void shouldRefuseWhatIsNoArrangement() {
    Extent extent = Extent.of(1, 1);
    assertThrows(InvalidNetworkException.class, () -> Positions.grid(new int[] {3}, extent));
    assertThrows(InvalidNetworkException.class, () -> Positions.grid(new int[] {3, 0}, extent));
    assertThrows(InvalidNetworkException.class, () -> Extent.of(1, 0));
    assertThrows(
        InvalidNetworkException.class, () -> new Extent(new double[] {1}, new double[] {0, 0}));
    InvalidNetworkException outside =
        assertThrows(
            InvalidNetworkException.class,
            () -> Positions.of(new double[] {0, 0}, new double[] {0.6, 0}).wrapped(extent));
    assertEquals("neuron 1 at 0.6 mm, outside of it", outside.found());
  }

  @Test
  void shouldBoundDelaysByTheShortestWay() {
    Extent ring = Extent.of(10);
    Positions row = Positions.grid(new int[] {10}, ring).wrapped(ring);
    NeuronRange begin = new NeuronRange("a", 0, 2);
    NeuronRange end = new NeuronRange("a", 8, 10);
    Projection projection =
        new Projection(
            "a->a",
            begin,
            end,
            new ConnectionRule.AllToAll(),
            Distribution.of(1),
            Distribution.of(0),
            true,
            true,
            null,
            new Conduction(1));
    DelayBounds bounds = DelayBounds.of(projection, row, row);
    assertEquals(1, bounds.min(), 1e-12);
    assertTrue(bounds.max() >= 3 && bounds.max() <= 5, bounds.toString());
  }
}
