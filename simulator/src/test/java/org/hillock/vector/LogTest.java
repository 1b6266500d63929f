package org.hillock.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The logarithm and powers against those of the library. */
class LogTest {

  private static void assertNear(double expected, double found, double units, String what) {
    double error = Math.abs(found - expected) / Math.ulp(expected);
    assertTrue(error <= units, what + " is " + found + ", not " + expected);
  }

  @Test
  void shouldBeWithinTwoUnitsForAllMagnitudes() {
    Random random = new Random(3);
    for (int i = 0; i < 200_000; i++) {
      double x =
          switch (i % 4) {
            case 0 -> Math.scalb(1 + random.nextDouble(), random.nextInt(2040) - 1020);
            case 1 -> 1 + 1e-3 * random.nextGaussian();
            case 2 -> Math.scalb(Math.sqrt(0.5), i % 7 - 3) * (1 + 1e-6 * random.nextGaussian());
            default -> 3 * random.nextDouble();
          };
      assertNear(StrictMath.log(x), Log.of(x), 2, "ln " + x);
    }
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        1,
        0,
        -0.0,
        -1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MAX_VALUE,
        Double.MIN_NORMAL,
        Double.MIN_VALUE,
        1e-310
      })
  void shouldKnowWhatIsUnusual(double x) {
    double expected = StrictMath.log(x);
    if (Double.isNaN(expected) || Double.isInfinite(expected) || expected == 0) {
      assertEquals(expected, Log.of(x));
    } else {
      assertNear(expected, Log.of(x), 2, "ln " + x);
    }
  }

  @Test
  void powersShouldBeAsExactAsTheLogarithmTimesTheExponent() {
    Random random = new Random(4);
    for (int i = 0; i < 100_000; i++) {
      double x = Math.scalb(random.nextDouble(), random.nextInt(40) - 20);
      double y = 2 * random.nextDouble();
      double expected = StrictMath.pow(x, y);
      assertNear(expected, Log.power(x, y), 4 + 2 * Math.abs(y * Math.log(x)), x + "^" + y);
    }
    assertEquals(1, Log.power(0, 0));
    assertEquals(0, Log.power(0, 0.4));
    assertEquals(1, Log.power(1, 0.4));
  }
}
