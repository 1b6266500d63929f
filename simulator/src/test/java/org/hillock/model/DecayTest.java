package org.hillock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.hillock.vector.Vectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exponentials against their series in 60 digits. */
class DecayTest {

  private static final MathContext DIGITS = new MathContext(60);
  private static final double MOST_ULPS = 3;
  private static final double HALF_LN2 = 0.34657359027997264;

  /** e^x - 1 by the series at x/2^k, and (1 + y)² - 1 = y (2 + y) k times. */
  private static BigDecimal expm1(double x) {
    int halvings = Math.max(0, Math.getExponent(x) + 4);
    BigDecimal small = new BigDecimal(x).divide(BigDecimal.valueOf(2).pow(halvings), DIGITS);
    BigDecimal term = small;
    BigDecimal sum = small;
    for (int n = 2; n < 40; n++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    // Squaring e^x keeps the digits of a tiny result, which 1 + y would lose.
    if (halvings > 5) {
      BigDecimal whole = sum.add(BigDecimal.ONE, DIGITS);
      for (int k = 0; k < halvings; k++) {
        whole = whole.multiply(whole, DIGITS);
      }
      return whole.subtract(BigDecimal.ONE);
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.multiply(sum.add(BigDecimal.valueOf(2)), DIGITS);
    }
    return sum;
  }

  private static double ulps(double found, BigDecimal right) {
    double rounded = right.doubleValue();
    return new BigDecimal(found)
        .subtract(right)
        .abs()
        .divide(new BigDecimal(Math.ulp(rounded)), DIGITS)
        .doubleValue();
  }

  private static DoubleStream arguments() {
    Random random = new Random(1);
    DoubleStream anywhere = random.doubles(10_000, -45, 0);
    DoubleStream far = random.doubles(3_000, -708, -40);
    DoubleStream small = random.doubles(6_000).map(u -> -Math.pow(10, 2.9 - 23 * u));
    DoubleStream borders =
        DoubleStream.of(HALF_LN2, 2 * HALF_LN2, 3 * HALF_LN2, 5 * HALF_LN2, 40, 101 * HALF_LN2)
            .flatMap(b -> DoubleStream.of(-b, Math.nextDown(-b), Math.nextUp(-b), -b * 1.000001));
    return DoubleStream.concat(
        DoubleStream.concat(anywhere, far), DoubleStream.concat(small, borders));
  }

  @Test
  void shouldLieWithinThreeUnitsInTheLastPlace() {
    arguments()
        .filter(x -> x > -708)
        .forEach(
            x -> {
              BigDecimal right = expm1(x);
              double error = ulps(Decay.expm1(x), right);
              assertTrue(error <= MOST_ULPS, "expm1(" + x + ") is off by " + error + " ulp");
              double errorOfExp = ulps(Decay.exp(x), right.add(BigDecimal.ONE));
              assertTrue(errorOfExp <= MOST_ULPS, "exp(" + x + ") is off by " + errorOfExp);
            });
  }

  @Test
  void shouldBeRightAtTheEnds() {
    assertEquals(0, Decay.expm1(0));
    assertEquals(1, Decay.exp(0));
    assertEquals(-1, Decay.expm1(-40.1));
    assertEquals(-1, Decay.expm1(-1e300));
    assertEquals(0, Decay.exp(-708.1));
    assertEquals(0, Decay.exp(-1e300));
    assertEquals(0, Decay.exp(Double.NEGATIVE_INFINITY));
    assertEquals(-1, Decay.expm1(Double.NEGATIVE_INFINITY));
    assertEquals(-Double.MIN_VALUE, Decay.expm1(-Double.MIN_VALUE));
  }

  /** Neither function may rise where time passes: bounds on V rest on that. */
  @Test
  void shouldStayBetweenNothingAndAll() {
    arguments()
        .forEach(
            x -> {
              assertTrue(Decay.expm1(x) <= 0 && Decay.expm1(x) >= -1);
              assertTrue(Decay.exp(x) <= 1 && Decay.exp(x) >= 0);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 127, 128, 1000})
  void shouldGiveTheSameBitsForManyAsForOne(int count) {
    Random random = new Random(count);
    for (double rate : new double[] {0.1, 1 / 3.0, 25}) {
      for (double most : new double[] {1e-9, HALF_LN2 / rate, 3 / rate, 2000 / rate}) {
        double[] times = random.doubles(count + 3, 0, most).toArray();
        double[] many = new double[count + 3];
        many[count] = 42;
        Decay.expm1(times, rate, many, count);
        for (int i = 0; i < count; i++) {
          assertEquals(
              Double.doubleToRawLongBits(Decay.expm1(-times[i] * rate)),
              Double.doubleToRawLongBits(many[i]),
              "t = " + times[i] + ", rate " + rate);
        }
        assertEquals(42, many[count]);
      }
    }
  }

  @Test
  void shouldGiveTheSameBitsInVectors() {
    Assumptions.assumeTrue(Vectors.available());
    Random random = new Random(6);
    double[] times = random.doubles(10_000).map(u -> HALF_LN2 * Math.pow(u, 6)).toArray();
    times[0] = 0;
    times[1] = HALF_LN2;
    double[] found = new double[times.length];
    int done = DecayVectors.series(times, 1, HALF_LN2, found, times.length);
    assertTrue(done > times.length - 64);
    for (int i = 0; i < done; i++) {
      assertEquals(
          Double.doubleToRawLongBits(Decay.expm1(-times[i])),
          Double.doubleToRawLongBits(found[i]),
          "t = " + times[i]);
    }
  }
}
