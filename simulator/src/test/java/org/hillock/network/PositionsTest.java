package org.hillock.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places of neurons and their distances. */
class PositionsTest {

  @Test
  void shouldSpreadNeuronsEvenlyFromTheFirstToTheLast() {
    Positions row = Positions.between(11, new double[] {0}, new double[] {1000});
    for (int i = 0; i <= 10; i++) {
      assertEquals(100.0 * i, row.coordinate(i, 0));
    }
    Positions thirds = Positions.between(4, new double[] {0.1, 3}, new double[] {0.7, 0});
    assertEquals(0.7, thirds.coordinate(3, 0));
    assertEquals(1, thirds.coordinate(2, 1), 1e-15);
    assertEquals(5, Positions.between(1, new double[] {5}, new double[] {9}).coordinate(0, 0));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1, 0.1", "0.1, 0, 0.1", "1e-300, 0, 1e-300", "-1e200, 1e200, 2e200"})
  void shouldNotSquareDistancesAlongALine(double from, double to, double distance) {
    Positions line = Positions.of(new double[] {from}, new double[] {to});
    assertEquals(distance, line.distance(0, line, 1));
  }

  @Test
  void shouldMeasureDistancesByPythagoras() {
    Positions plane = Positions.of(new double[] {0, 0}, new double[] {3, -4});
    assertEquals(5, plane.distance(0, plane, 1));
    Positions space = Positions.of(new double[] {1, 1, 1}, new double[] {3, 4, 7});
    assertEquals(7, space.distance(1, space, 0));
  }

  @Test
  void shouldRefusePlacesThatAreNone() {
    assertEquals(
        "positions: found 1 coordinates for neuron 1; allowed: 2, as for neuron 0",
        refused(new double[] {1, 2}, new double[] {1}));
    assertEquals(
        "positions: found 4 coordinates; allowed: one to three coordinates for each neuron",
        refused(new double[4]));
    assertEquals(
        "positions: found no neuron; allowed: one to three coordinates for each neuron", refused());
    assertEquals(
        "positions: found NaN mm; allowed: finite coordinates", refused(new double[] {Double.NaN}));
  }

  private static String refused(double[]... points) {
    return assertThrows(InvalidNetworkException.class, () -> Positions.of(points)).getMessage();
  }

  @Test
  void shouldBeEqualWhereTheCoordinatesAre() {
    Positions line = Positions.of(new double[] {1}, new double[] {2});
    assertEquals(line, Positions.between(2, new double[] {1}, new double[] {2}));
    assertNotEquals(line, Positions.of(new double[] {1, 2}));
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "NaN", "Infinity"})
  void shouldRefuseAVelocityThatIsNotAboveZero(double velocity) {
    assertEquals(
        "delay.velocity: found " + velocity + " m/s; allowed: more than 0 m/s",
        assertThrows(InvalidNetworkException.class, () -> new Conduction(velocity)).getMessage());
  }
}
