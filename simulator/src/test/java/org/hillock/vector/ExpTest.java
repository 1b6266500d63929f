package org.hillock.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The exponential function against that of the library, and its vectors against it. */
class ExpTest {

  private static final int UNITS = 3;
  private static final double LN2 = 0.6931471805599453;

  private static double[] arguments() {
    double[] special = {
      0,
      -0.0,
      1,
      -1,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      1e-300,
      -1e-17,
      709.782712893384,
      709.7827128933841,
      710,
      -708.3964185322641,
      -708.4,
      -709.5,
      -720,
      -744.44,
      -745.1332191019411,
      -745.1332191019412,
      -746,
      -746.5,
      1e5,
      -1e5
    };
    Random random = new Random(7);
    double[] all = new double[4096 + 5];
    for (int i = 0; i < all.length; i++) {
      if (i < special.length) {
        all[i] = special[i];
      } else if (i % 3 == 0) {
        // Between two whole powers of 2, and next to that.
        double half = (random.nextInt(2140) - 1075 + 0.5) * LN2;
        all[i] = i % 2 == 0 ? half : Math.nextAfter(half, random.nextGaussian() * 1e9);
      } else {
        all[i] = i % 3 == 1 ? -750 + 1465 * random.nextDouble() : random.nextGaussian();
      }
    }
    return all;
  }

  @Test
  void shouldGiveTheSameBitsByVectorsAndWithout() {
    double[] x = arguments();
    double[] many = new double[x.length];
    Exp.of(x, many, x.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(
          Double.doubleToLongBits(Exp.of(x[i])),
          Double.doubleToLongBits(many[i]),
          "e^" + x[i] + " is " + Exp.of(x[i]) + ", and " + many[i] + " by vectors");
    }
  }

  @Test
  void shouldTakePowersOfManyToTheSameBits() {
    double[] x = new double[5000 + 3];
    Random random = new Random(11);
    double[] special = {
      0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1, 2, Double.MIN_VALUE, 1e-310
    };
    for (int i = 0; i < x.length; i++) {
      double near = Math.scalb(1 + random.nextGaussian() * 1e-7, random.nextInt(40) - 20);
      double any = Math.exp(20 * random.nextGaussian());
      x[i] = i < special.length ? special[i] : i % 3 == 0 ? near : any;
    }
    double[] logarithms = new double[x.length];
    double[] powers = new double[x.length];
    Exp.power(x, 0.4, powers, x.length);
    Logarithm.of(x, logarithms, x.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(Exp.power(x[i], 0.4), powers[i], "power of " + x[i]);
      if (i >= special.length) {
        assertEquals(StrictMath.log(x[i]), logarithms[i], "logarithm of " + x[i]);
      }
    }
  }

  @Test
  void shouldTakeItsArgumentsFromWhereItPutsItsResults() {
    double[] x = arguments();
    double[] apart = new double[x.length];
    Exp.of(x, apart, x.length);
    Exp.of(x, x, x.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(Double.doubleToLongBits(apart[i]), Double.doubleToLongBits(x[i]), "place " + i);
    }
  }

  @Test
  void shouldLeaveAloneWhatLiesBeyondTheCount() {
    double[] into = new double[20];
    into[13] = 5;
    Exp.of(new double[20], into, 13);
    assertEquals(1, into[12], 0.0);
    assertEquals(5, into[13], 0.0);
  }

  @Test
  void shouldBeWithinThreeUnitsOfTheLibrary() {
    Random random = new Random(11);
    double worst = 0;
    for (int i = 0; i < 1_000_000; i++) {
      double x = i % 2 == 0 ? -745 + 1454 * random.nextDouble() : 20 * random.nextGaussian();
      double expected = StrictMath.exp(x);
      double apart = Math.abs(Exp.of(x) - expected) / Math.ulp(expected);
      worst = Math.max(worst, apart);
      assertTrue(apart <= UNITS, "e^" + x + " is " + Exp.of(x) + ", not " + expected);
    }
    assertTrue(worst > 0, "the same everywhere: this compares the library with itself");
  }

  @Test
  void shouldEndWhereNumbersEnd() {
    assertTrue(Double.isNaN(Exp.of(Double.NaN)));
    assertEquals(Double.POSITIVE_INFINITY, Exp.of(Double.POSITIVE_INFINITY), 0.0);
    assertEquals(Double.POSITIVE_INFINITY, Exp.of(709.8), 0.0);
    assertEquals(0, Exp.of(Double.NEGATIVE_INFINITY), 0.0);
    assertEquals(0, Exp.of(-745.3), 0.0);
    assertEquals(Double.MIN_VALUE, Exp.of(-745.1), 0.0);
    assertEquals(1, Exp.of(0), 0.0);
    assertEquals(1, Exp.of(-0.0), 0.0);
  }

  @Test
  void powersShouldBeAsExactAsTheLogarithmTimesTheExponent() {
    Random random = new Random(4);
    for (int i = 0; i < 100_000; i++) {
      double x = Math.scalb(random.nextDouble(), random.nextInt(40) - 20);
      double y = 2 * random.nextDouble();
      double expected = StrictMath.pow(x, y);
      double units = Math.abs(Exp.power(x, y) - expected) / Math.ulp(expected);
      assertTrue(units <= 4 + 2 * Math.abs(y * Math.log(x)), x + "^" + y + ": " + units);
    }
    for (double x : new double[] {0, 1, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertEquals(StrictMath.pow(x, 0.4), Exp.power(x, 0.4));
      assertEquals(1, Exp.power(x, 0));
    }
  }
}
