package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distributions of weights, and time constants, against closed forms. */
class WeightDistributionTest {

  private static final int N = 100_000;

  private static double[] drawn(DoubleUnaryOperator quantile) {
    SplittableRandom random = new SplittableRandom(4);
    return random.doubles(N).map(quantile).toArray();
  }

  @Test
  void bimodalityIsThatOfKnownDistributions() {
    double error = 5 * Math.sqrt(24.0 / N); // of the kurtosis, if normal
    assertEquals(5.0 / 9, WeightDistribution.bimodality(drawn(u -> u)), error);
    assertEquals(1, WeightDistribution.bimodality(drawn(u -> u < 0.5 ? 0 : 3)), error);
    // Whatever the shares of two values are (Pfister et al. 2013).
    assertEquals(1, WeightDistribution.bimodality(drawn(u -> u < 0.9 ? 0 : 3)), 1e-3);
    SplittableRandom random = new SplittableRandom(1);
    double[] normal = DoubleStream.generate(random::nextGaussian).limit(N).toArray();
    assertEquals(1.0 / 3, WeightDistribution.bimodality(normal), error / 9);
    assertTrue(Double.isNaN(WeightDistribution.bimodality(new double[] {1, 1, 1, 1, 1})));
    assertTrue(Double.isNaN(WeightDistribution.bimodality(new double[] {1, 2, 3})));
  }

  @Test
  void fractionCountsBothEnds() {
    double[] weights = {0, 0.1, 0.5, 0.9, 1};
    assertEquals(0.4, WeightDistribution.fraction(weights, 0.9, 1), 1e-15);
    assertEquals(0.2, WeightDistribution.fraction(weights, 0, 0.05), 1e-15);
    assertTrue(Double.isNaN(WeightDistribution.fraction(new double[0], 0, 1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 10, 37.25, 400})
  void timeConstantIsFoundAgain(double tau) {
    double[] times = new double[400];
    double[] falling = new double[400];
    double[] rising = new double[400];
    for (int i = 0; i < 400; i++) {
      times[i] = 100 + i * 0.25;
      falling[i] = -70 + 5 * Math.exp(-times[i] / tau + 100 / tau);
      rising[i] = -55 - 5 * Math.exp(-times[i] / tau + 100 / tau);
    }
    assertEquals(tau, Relaxation.timeConstant(times, falling), 1e-5 * tau);
    assertEquals(tau, Relaxation.timeConstant(times, rising), 1e-5 * tau);
  }

  @Test
  void whatDoesNotRelaxHasNoTimeConstant() {
    double[] times = {0, 1, 2, 3, 4, 5};
    assertTrue(Double.isNaN(Relaxation.timeConstant(times, new double[] {7, 7, 7, 7, 7, 7})));
    assertTrue(Double.isNaN(Relaxation.timeConstant(times, new double[] {0, 1, 2, 3, 4, 5})));
    assertTrue(Double.isNaN(Relaxation.timeConstant(times, new double[] {0, 1, 4, 9, 16, 25})));
  }
}
