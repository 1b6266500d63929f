package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neurons that fire at random against theory, with fixed seeds: means within five standard errors,
 * distributions by the test of Kolmogorov and Smirnov at a level of 0.001.
 */
class EscapeNoiseTest {

  private static final int SIZE = 100;
  private static final double DURATION = 2000;

  /** Spike trains of neurons that are alike. */
  private static List<double[]> trains(String model, Map<String, Double> values, double step) {
    Map<String, Distribution> parameters = new HashMap<>();
    values.forEach((name, value) -> parameters.put(name, Distribution.of(value)));
    Population cells = new Population("cells", SIZE, model, parameters);
    RunResult result =
        Engines.build(
                new Network(List.of(cells), List.of(), List.of()),
                new RunSettings(step, 0, DURATION, 3, 2),
                Recording.spikesOf(List.of(NeuronRange.all(cells))),
                RunListener.NONE)
            .run(RunListener.NONE);
    List<double[]> trains = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      trains.add(result.spikes().get(0).train(i));
    }
    return trains;
  }

  private static double[] intervals(List<double[]> trains) {
    return trains.stream()
        .flatMapToDouble(
            train ->
                java.util.stream.IntStream.range(1, train.length)
                    .mapToDouble(i -> train[i] - train[i - 1]))
        .toArray();
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  private static double deviation(double[] x) {
    double mean = mean(x);
    return Math.sqrt(Arrays.stream(x).map(one -> (one - mean) * (one - mean)).sum() / x.length);
  }

  private static void assertMean(double expected, double[] x) {
    assertEquals(expected, mean(x), 5 * deviation(x) / Math.sqrt(x.length));
  }

  /** Intervals beyond a dead time are exponential with this rate [1/ms]. */
  private static void assertExponential(double[] intervals, double dead, double rate) {
    double[] sorted = Arrays.stream(intervals).map(one -> one - dead).sorted().toArray();
    assertTrue(sorted.length > 2000, "many intervals: " + sorted.length);
    assertTrue(sorted[0] >= -1e-9, "none is shorter than the dead time");
    double worst = 0;
    for (int i = 0; i < sorted.length; i++) {
      double below = -Math.expm1(-rate * sorted[i]);
      worst =
          Math.max(
              worst,
              Math.max(below - (double) i / sorted.length, (i + 1.0) / sorted.length - below));
    }
    assertTrue(worst < 1.95 / Math.sqrt(sorted.length), "distance " + worst);
  }

  /** V stays at I_e tau_m/C_m = 4 mV: the rate is c_1 V + c_2 exp(c_3 V). */
  private static Map<String, Double> steady(double c1, double c2, double c3) {
    Map<String, Double> values = new HashMap<>();
    values.put("I_e", 100.0);
    values.put("V_m", 4.0);
    values.put("with_reset", 0.0);
    values.put("dead_time", 2.0);
    values.put("c_1", c1);
    values.put("c_2", c2);
    values.put("c_3", c3);
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,20,0.25", "12,0,0.25", "5,10,0.25", "0,50,0"})
  void shouldHaveExponentialIntervalsAtAConstantPotential(String rates) {
    double[] c = Arrays.stream(rates.split(",")).mapToDouble(Double::parseDouble).toArray();
    double rate = (c[0] * 4 + c[1] * Math.exp(c[2] * 4)) / 1000;
    Map<String, Double> values = steady(c[0], c[1], c[2]);
    double[] continuous = intervals(trains("pp_psc_delta", values, 0));
    assertExponential(continuous, 2, rate);
    // On a grid: with p = 1 - exp(-h rate) in each step after the dead time.
    double step = 0.1;
    double[] grid = intervals(trains("pp_psc_delta", values, step));
    assertMean(2 + step / -Math.expm1(-step * rate), grid);
  }

  @Test
  void shouldHaveTheHazardOfTheGeneralisedModel() {
    Map<String, Double> values =
        Map.of(
            "E_L",
            -70.0,
            "V_reset",
            -70.0,
            "V_T_star",
            -69.0,
            "Delta_V",
            0.5,
            "lambda_0",
            300.0,
            "t_ref",
            3.0);
    double rate = 0.3 * Math.exp(-2);
    assertExponential(intervals(trains("gif_psc_exp", values, 0)), 3, rate);
    for (String model : List.of("gif_psc_exp", "gif_psc_exp_multisynapse", "gif_cond_exp")) {
      assertMean(3 + 0.1 / -Math.expm1(-0.1 * rate), intervals(trains(model, values, 0.1)));
    }
  }

  @Test
  void shouldDrawDeadTimesFromAGammaDistribution() {
    Map<String, Double> values = steady(0, 1e6, 0.25);
    values.put("dead_time", 5.0);
    values.put("dead_time_random", 1.0);
    values.put("dead_time_shape", 4.0);
    // So high a rate fires in the first step that may: an interval is a dead time and a step.
    double[] intervals = intervals(trains("pp_psc_delta", values, 0.1));
    assertMean(5.1, intervals);
    // The variance of rounding to steps is h²/12.
    double expected = Math.sqrt(25.0 / 4 + 0.01 / 12);
    assertEquals(expected, deviation(intervals), 5 * expected / Math.sqrt(intervals.length));
  }

  @Test
  void shouldFireSeveralTimesInAStepWithoutADeadTime() {
    Map<String, Double> values = steady(0, 5000, 0);
    values.put("dead_time", 0.0);
    for (double step : new double[] {0.1, 1}) {
      double[] counts =
          trains("pp_psc_delta", values, step).stream()
              .mapToDouble(train -> train.length)
              .toArray();
      double expected = 5 * DURATION;
      assertEquals(expected, mean(counts), 5 * Math.sqrt(expected / SIZE));
      // The variance of a Poisson count is its mean; that of a variance 2/n of its square.
      assertEquals(1, Math.pow(deviation(counts), 2) / expected, 5 * Math.sqrt(2.0 / SIZE));
    }
  }

  @Test
  void shouldBeSilentForTheRestOfADeadTimeAtTheStart() {
    Map<String, Double> values = steady(0, 1e6, 0.25);
    values.put("t_ref_remaining", 7.5);
    for (double[] train : trains("pp_psc_delta", values, 0.1)) {
      assertEquals(7.6, train[0], 1e-9);
    }
    for (double[] train : trains("pp_psc_delta", values, 0)) {
      assertEquals(7.5, train[0], 0.05);
      assertTrue(train[0] > 7.5);
    }
  }

  private static Map<String, Double> adapting(String model) {
    return model.equals("pp_psc_delta")
        ? Map.of(
            "I_e",
            150.0,
            "c_2",
            20.0,
            "c_1",
            4.0,
            "tau_sfa_1",
            40.0,
            "q_sfa_1",
            1.5,
            "with_reset",
            1.0)
        : Map.of(
            "I_e",
            130.0,
            "Delta_V",
            2.0,
            "V_T_star",
            -42.0,
            "lambda_0",
            20.0,
            "tau_sfa_1",
            40.0,
            "q_sfa_1",
            3.0,
            "tau_stc_1",
            60.0,
            "q_stc_1",
            8.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pp_psc_delta", "gif_psc_exp", "gif_psc_exp_multisynapse"})
  void shouldAdaptInContinuousTimeAsOnAFineGrid(String model) {
    double[] continuous = intervals(trains(model, adapting(model), 0));
    double[] grid = intervals(trains(model, adapting(model), 0.02));
    assertTrue(continuous.length > 1000, "fires: " + continuous.length);
    double error =
        Math.sqrt(
            Math.pow(deviation(grid), 2) / grid.length
                + Math.pow(deviation(continuous), 2) / continuous.length);
    // A spike waits half a step for the end of its step; currents are held for one.
    assertEquals(mean(continuous), mean(grid), 5 * error + 0.02);
    assertEquals(deviation(continuous), deviation(grid), 5 * error + 0.02);
  }
}
