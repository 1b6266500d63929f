package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradient descent and Adam against closed forms (Kingma and Ba 2015, ICLR, section 2). */
class OptimizerTest {

  private static final double ETA = 0.01;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;

  private static Optimizer optimizer(boolean adam, int batch, double epsilon) {
    return new Optimizer(adam, batch, ETA, BETA1, BETA2, epsilon, -5, 5);
  }

  /**
   * The bias correction makes mean and mean square those of the gradient from the first step on.
   */
  @ParameterizedTest
  @ValueSource(doubles = {3.7, -0.02, 1e-9})
  void takesStepsOfEtaWithAdamWhateverTheGradientIsThatStays(double gradient) {
    Optimizer adam = optimizer(true, 1, 0);
    double[] m = new double[1];
    double[] v = new double[1];
    double weight = 1;
    for (int n = 0; n < 40; n++) {
      weight = adam.changed(weight, gradient, m, v, 0, n, n + 1);
      assertEquals(1 - (n + 1) * ETA * Math.signum(gradient), weight, 1e-12, "step " + n);
    }
  }

  /** One gradient, and then none: m and v decay from (1 - beta) g and (1 - beta) g². */
  @Test
  void goesOnWithoutGradientsByTheMomentumOfAdam() {
    Optimizer adam = optimizer(true, 1, 0);
    double[] m = new double[1];
    double[] v = new double[1];
    double all = adam.changed(0, 2.5, m, v, 0, 0, 6);
    double expected = 0;
    for (int n = 1; n <= 6; n++) {
      double mean = (1 - BETA1) * Math.pow(BETA1, n - 1) / (1 - Math.pow(BETA1, n));
      double square = (1 - BETA2) * Math.pow(BETA2, n - 1) / (1 - Math.pow(BETA2, n));
      expected -= ETA * mean / Math.sqrt(square);
    }
    assertEquals(expected, all, 1e-14);
    double[] mAgain = new double[1];
    double[] vAgain = new double[1];
    double stepwise = adam.changed(0, 2.5, mAgain, vAgain, 0, 0, 1);
    for (int n = 1; n < 6; n++) {
      stepwise = adam.changed(stepwise, 0, mAgain, vAgain, 0, n, n + 1);
    }
    assertEquals(all, stepwise, 0);
  }

  @Test
  void shortensStepsByEpsilonWhereGradientsAreAsSmall() {
    double[] m = new double[1];
    double[] v = new double[1];
    double gradient = 1e-3;
    // In the form at the end of section 2, epsilon counts beside sqrt(v), without correction.
    double changed = optimizer(true, 1, 1e-4).changed(0, gradient, m, v, 0, 0, 1);
    double root = Math.sqrt(1 - BETA2);
    assertEquals(-ETA * root * gradient / (root * gradient + 1e-4), changed, 1e-15);
  }

  @Test
  void descendsTheMeanGradientOfABatch() {
    double[] unused = new double[1];
    double changed = optimizer(false, 4, 0).changed(1, 8, unused, unused, 0, 2, 3);
    assertEquals(1 - ETA * 8 / 4, changed, 1e-15);
    assertEquals(2, optimizer(false, 4, 0).batches(11));
    assertEquals(3, optimizer(false, 4, 0).batches(12));
  }

  @Test
  void keepsWeightsWithinTheirBounds() {
    double[] unused = new double[1];
    assertEquals(-5, optimizer(false, 1, 0).changed(0, 1e6, unused, unused, 0, 0, 1));
    assertEquals(5, optimizer(false, 1, 0).changed(0, -1e6, unused, unused, 0, 0, 1));
  }
}
