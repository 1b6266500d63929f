package org.hillock.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against closed forms, and against a series with a hundred digits. */
class DividedDifferenceTest {

  private static final MathContext DIGITS = new MathContext(100);
  private static final int TERMS = 400;

  /** Sum over m of the complete homogeneous symmetric polynomials h_m/(m + n)!. */
  private static double reference(double... points) {
    BigDecimal[] symmetric = new BigDecimal[TERMS];
    Arrays.fill(symmetric, BigDecimal.ZERO);
    symmetric[0] = BigDecimal.ONE;
    for (double point : points) {
      BigDecimal x = new BigDecimal(point);
      for (int m = 1; m < TERMS; m++) {
        symmetric[m] = symmetric[m].add(x.multiply(symmetric[m - 1], DIGITS), DIGITS);
      }
    }
    BigDecimal factorial = BigDecimal.ONE;
    for (int k = 2; k < points.length; k++) {
      factorial = factorial.multiply(BigDecimal.valueOf(k));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int m = 0; m < TERMS; m++) {
      sum = sum.add(symmetric[m].divide(factorial, DIGITS), DIGITS);
      factorial = factorial.multiply(BigDecimal.valueOf(m + points.length), DIGITS);
    }
    return sum.doubleValue();
  }

  private static void assertClose(double... points) {
    double expected = reference(points);
    assertEquals(
        1, DividedDifference.ofExp(points) / expected, 2e-14, "at " + Arrays.toString(points));
  }

  @Test
  void shouldBeTheQuotientOfTwoPointsAndTheDerivativeOfCoincidingOnes() {
    assertEquals(Math.exp(-0.3), DividedDifference.ofExp(-0.3), 1e-16);
    assertEquals((1 - Math.exp(-2)) / 2, DividedDifference.ofExp(-2, 0), 1e-16);
    assertEquals(Math.exp(-3), DividedDifference.ofExp(-3, -3), 1e-17);
    assertEquals(Math.exp(-3) / 2, DividedDifference.ofExp(-3, -3, -3), 1e-17);
    assertEquals(Math.exp(-1) / 24, DividedDifference.ofExp(-1, -1, -1, -1, -1), 1e-17);
  }

  @Test
  void shouldNotDependOnTheOrderOfThePoints() {
    double expected = DividedDifference.ofExp(-4, -0.1, 0, -2.5);
    assertEquals(expected, DividedDifference.ofExp(0, -2.5, -4, -0.1));
    assertEquals(expected, DividedDifference.ofExp(-2.5, -4, -0.1, 0));
  }

  /** The exponents -h/tau of propagators: the widths run from coinciding to very different. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 0.1, 0.5, 0.99, 1.01, 2, 5, 30})
  void shouldKeepItsDigitsWhereverThePointsLie(double width) {
    Random random = new Random(17);
    for (int trial = 0; trial < 30; trial++) {
      double[] points = new double[2 + random.nextInt(3)];
      double low = -3 * random.nextDouble();
      for (int i = 0; i < points.length; i++) {
        points[i] = low - width * random.nextDouble();
      }
      points[0] = low;
      points[1] = low - width;
      if (points.length > 3) {
        points[3] = points[2];
      }
      assertClose(points);
    }
  }
}
