package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The integral of a sine that is cut at 0, and its inverse. */
class SineRateTest {

  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();

  /** Over a part in which the integrand is smooth. */
  private static double gauss(UnivariateFunction f, double from, double to) {
    int pieces = 1 + (int) ((to - from) / 0.5);
    double sum = 0;
    for (int i = 0; i < pieces; i++) {
      GaussIntegrator points =
          GAUSS.legendre(
              12, from + (to - from) * i / pieces, from + (to - from) * (i + 1) / pieces);
      sum += points.integrate(f);
    }
    return sum;
  }

  /** By quadrature over the parts in which the sine is above -mean/amplitude, of period 2 pi. */
  private static double integral(double mean, double amplitude, double from, double to) {
    UnivariateFunction f = x -> mean + amplitude * Math.sin(x);
    if (mean >= amplitude) {
      return gauss(f, from, to);
    }
    double alpha = Math.asin(mean / amplitude);
    double sum = 0;
    for (double crest = -1; crest <= to / (2 * Math.PI) + 1; crest++) {
      double begin = Math.max(from, 2 * Math.PI * crest - alpha);
      double end = Math.min(to, 2 * Math.PI * crest + Math.PI + alpha);
      sum += begin < end ? gauss(f, begin, end) : 0;
    }
    return sum;
  }

  /** What lies between two times of a rate at 1 cycle in 2 pi ms is what was asked for. */
  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "1, 0.3",
    "1, 0.999",
    "1, 1",
    "1, 1.001",
    "1, 1.7",
    "1, 40",
    "0, 1",
    "0.01, 1",
    "20, 15",
    "300, 299.99",
    "0.001, 0.0009"
  })
  void findsTheTimeOfAnIntegral(double mean, double amplitude) {
    SineRate rate = new SineRate(mean, amplitude, 1 / (2 * Math.PI), 0);
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      double from = 4 * Math.PI * random.nextDouble();
      double amount = (mean + amplitude) * Math.pow(10, 3.5 * random.nextDouble() - 2.5);
      double to = rate.after(from, amount);
      assertEquals(
          amount, integral(mean, amplitude, from, to), 1e-11 * amount + 1e-13, "from " + from);
    }
  }

  /** Close by, a time is found as a distance, which is exact where the time is rounded. */
  @Test
  void findsSmallIntegralsToRounding() {
    SineRate rate = new SineRate(2, 1, 1e-6, 0);
    for (double amount : new double[] {1e-12, 1e-6, 0.01}) {
      // From the beginning the sine is 2 pi 1e-6 t, less than its cube.
      double slope = 2 * Math.PI * 1e-6;
      double root = 2 * amount / (2 + Math.sqrt(4 + 2 * slope * amount));
      assertEquals(root, rate.after(0, amount), 1e-12 * root);
    }
  }

  /** Of 0.05/ms sin, at 10 Hz: a half wave holds 2 * 0.05 * 100 / (2 pi). */
  @Test
  void jumpsOverTheTroughs() {
    SineRate rate = new SineRate(0, 0.05, 0.01, 0);
    double wave = 0.1 * 100 / (2 * Math.PI);
    assertEquals(25, rate.after(0, wave / 2), 1e-10);
    assertEquals(125, rate.after(0, wave * 1.5), 1e-10);
    assertEquals(125, rate.after(60, wave / 2), 1e-10);
    assertEquals(725, rate.after(25, wave * 7), 1e-10);
    // One fourth of a wave is where the cosine is 1/2.
    assertEquals(100.0 / 6, rate.after(0, wave / 4), 1e-10);
    assertEquals(100 + 100.0 / 6, rate.after(99.9999, wave / 4), 1e-10);
  }

  @Test
  void beginsAtItsPhase() {
    SineRate late = new SineRate(0.02, 0.01, 0.004, 0);
    for (double turns : new double[] {0, 1, -3}) {
      SineRate shifted = new SineRate(0.02, 0.01, 0.004, Math.PI / 2 + 2 * Math.PI * turns);
      assertEquals(0.03, shifted.at(0), 1e-15);
      for (double amount = 0.3; amount < 20; amount *= 1.7) {
        assertEquals(late.after(62.5, amount) - 62.5, shifted.after(0, amount), 1e-9);
      }
    }
  }

  @Test
  void isConstantWhereTheSineStandsStill() {
    SineRate still = new SineRate(0.02, 0.01, 0, Math.PI / 6);
    assertEquals(0.025, still.at(33), 1e-15);
    assertEquals(50, still.after(10, 1), 1e-12);
    assertEquals(60, new SineRate(0.02, 0, 0.004, 0).after(10, 1), 1e-12);
  }

  @Test
  void isSilentWhereItIsNeverAboveZero() {
    assertTrue(new SineRate(0, 0, 0.01, 0).silent());
    assertTrue(new SineRate(0.01, 0.02, 0, -Math.PI / 2).silent());
    assertFalse(new SineRate(0, 0.02, 0.01, -Math.PI / 2).silent());
    assertFalse(new SineRate(0.01, 0, 0.01, 0).silent());
  }
}
