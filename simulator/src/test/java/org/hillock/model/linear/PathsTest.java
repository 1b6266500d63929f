package org.hillock.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.hillock.model.Decay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Propagators against closed forms, and against the exponential of the matrix to 60 digits. */
class PathsTest {

  private static final MathContext DIGITS = new MathContext(80);

  /** e^(A h) by its series, A being the equations with the current as the last state. */
  private static double[][] exponential(LinearDynamics dynamics, double time) {
    int n = dynamics.states() + 1;
    BigDecimal[][] a = zeros(n);
    for (int i = 0; i < n - 1; i++) {
      if (dynamics.tau[i] < Double.POSITIVE_INFINITY) {
        a[i][i] = BigDecimal.ONE.negate().divide(new BigDecimal(dynamics.tau[i]), DIGITS);
      }
    }
    for (LinearDynamics.Coupling each : dynamics.couplings) {
      BigDecimal rate =
          new BigDecimal(each.numerator()).divide(new BigDecimal(each.denominator()), DIGITS);
      a[each.to()][each.from()] = a[each.to()][each.from()].add(rate);
    }
    for (LinearDynamics.Drive each : dynamics.drives) {
      a[each.to()][n - 1] =
          new BigDecimal(each.numerator()).divide(new BigDecimal(each.denominator()), DIGITS);
    }
    BigDecimal[][] term = zeros(n);
    BigDecimal[][] sum = zeros(n);
    for (int i = 0; i < n; i++) {
      term[i][i] = BigDecimal.ONE;
      sum[i][i] = BigDecimal.ONE;
    }
    BigDecimal h = new BigDecimal(time);
    for (int k = 1; k < 250; k++) {
      BigDecimal[][] next = zeros(n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (int l = 0; l < n; l++) {
            next[i][j] = next[i][j].add(term[i][l].multiply(a[l][j], DIGITS), DIGITS);
          }
          next[i][j] = next[i][j].multiply(h, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
          sum[i][j] = sum[i][j].add(next[i][j], DIGITS);
        }
      }
      term = next;
    }
    return Arrays.stream(sum)
        .map(row -> Arrays.stream(row).mapToDouble(BigDecimal::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  private static BigDecimal[][] zeros(int n) {
    BigDecimal[][] matrix = new BigDecimal[n][n];
    for (BigDecimal[] row : matrix) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    return matrix;
  }

  private static void assertSolves(LinearDynamics dynamics, double time) {
    double[][] expected = exponential(dynamics, time);
    Propagators over = dynamics.over(time);
    int n = dynamics.states();
    for (int to = 0; to < n; to++) {
      for (int from = 0; from <= n; from++) {
        double own = from == n ? over.ofCurrent(to) : over.of(to, from);
        String which = "from " + from + " to " + to + " over " + time + " ms";
        assertEquals(expected[to][from], own, 1e-13 * Math.abs(expected[to][from]), which);
      }
    }
  }

  /** Where time constants coincide or nearly do, differences of exponentials lose all digits. */
  @ParameterizedTest
  @CsvSource({
    "10, 2, 5",
    "10, 10, 10",
    "10, 10.000000001, 9.999999999",
    "10, 9.9999, 10.01",
    "2, 2.0000000000000004, 20",
    "20, 0.5, 0.5",
    "5, 30, 29.999999"
  })
  void shouldSolveAMembraneWithAlphaCurrentsAndAThresholdThatFollows(
      double tauM, double tauSyn, double tauV) {
    for (double time : new double[] {0.1, 1, 12.5}) {
      LinearDynamics.Builder neuron = LinearDynamics.membrane(tauM, 250, -70);
      neuron.exponentialCurrent(0, tauSyn);
      neuron.alphaCurrent(1, tauSyn);
      int change = neuron.state(tauV);
      int part = neuron.state(tauV);
      neuron.couple(change, LinearDynamics.V, 0.3).couple(part, change, 1);
      assertSolves(neuron.build(), time);
    }
  }

  /**
   * With k = 1/tau_m - 1/tau_s, and nothing left of what was in the membrane at the start:
   * e^(-h/tau_s) / (C k) of a current, and (h - 1/k) times that of the slope of an alpha function.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1.3e-4, 1e-6, 1e-20, 1e-100})
  void shouldSolveAMembraneThatForgetsWithinAStep(double tauM) {
    double tauSyn = 2;
    LinearDynamics.Builder neuron = LinearDynamics.membrane(tauM, 250, -70);
    neuron.exponentialCurrent(0, tauSyn);
    neuron.alphaCurrent(1, tauSyn);
    for (double time : new double[] {0.1, 1, 12.5}) {
      Propagators over = neuron.build().over(time);
      double k = 1 / tauM - 1 / tauSyn;
      double current = StrictMath.exp(-time / tauSyn) / 250 / k;
      assertEquals(current, over.of(LinearDynamics.V, 1), 1e-13 * current);
      double[] alpha = {over.of(LinearDynamics.V, 2), over.of(LinearDynamics.V, 3)};
      double ramp = current * (time - 1 / k);
      assertEquals(current + ramp, alpha[0] + alpha[1], 1e-13 * (current + ramp));
      Response response = new Response(tauM, tauSyn, 250);
      double leak = Decay.expm1(-time / tauM);
      double own = response.after(time, leak, Decay.expm1(-time / tauSyn));
      assertEquals(current, own, 1e-12 * current);
      // 1/(C k) times the largest of the current s e^(-s/tau_s), which it follows at once.
      assertEquals(tauSyn / Math.E / 250 / k, response.largestOfRamp(), 1e-3 * tauM);
    }
  }

  @Test
  void shouldSolveAMembraneThatDoesNotLeak() {
    LinearDynamics.Builder neuron = LinearDynamics.membrane(Double.POSITIVE_INFINITY, 250, 0);
    neuron.exponentialCurrent(0, 2);
    assertSolves(neuron.build(), 0.1);
    assertSolves(neuron.build(), 7);
  }

  @Test
  void shouldFollowTheChangeOfTheMembrane() {
    LinearDynamics.Builder neuron = LinearDynamics.membrane(10, 250, -70);
    neuron.exponentialCurrent(0, 2);
    int change = neuron.state(4);
    LinearDynamics dynamics = neuron.slopeOfMembrane(change, 0.5).build();
    assertSolves(dynamics, 0.7);
    // dx/dt = -x/4 + V'/2: after 1 pA for 0.7 ms from rest.
    double leak = (Math.exp(-0.07) - Math.exp(-0.175)) / (1.0 / 4 - 1.0 / 10);
    assertEquals(0.5 / 250 * leak, dynamics.over(0.7).ofCurrent(change), 1e-16);
  }

  @Test
  void shouldRefuseStatesThatActOnThemselvesByWayOfOthers() {
    LinearDynamics.Builder neuron = LinearDynamics.membrane(10, 250, -70);
    int other = neuron.state(5);
    neuron.couple(other, LinearDynamics.V, 1).couple(LinearDynamics.V, other, 1);
    LinearDynamics circle = neuron.build();
    assertThrows(IllegalArgumentException.class, () -> circle.over(1));
  }

  @Test
  void shouldRefuseStatesThatFollowVWhileItIsHeld() {
    LinearDynamics.Builder neuron = LinearDynamics.membrane(10, 250, -70).reset(0, 2);
    int other = neuron.state(5);
    neuron.couple(other, LinearDynamics.V, 1);
    assertThrows(IllegalArgumentException.class, neuron::build);
    assertEquals(2, neuron.freeze(other).build().states());
  }
}
