package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.hillock.engine.run.RunResult;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.record.WeightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rules for rates, on spikes of Poisson neurons. Where the target learns, it is a linear one: its
 * rate is y = g (v_1 x_1 + v_2 x_2 + ...) with a gain of g = 1, v being weights over W_max and x
 * the inputs filtered by its membrane.
 */
class RateRulesTest {

  private static final double MEMBRANE = 10;
  private static final double SIGMAS = 4.5;

  /**
   * Of the sum of f = exp(-t/tau) over all pairs of two independent Poisson trains of rates x and y
   * [1/ms] in a time T, the mean is x y T tau, less the pairs that the beginning lacks, and the
   * variance x y T (tau/2 + (x + y) tau^2).
   */
  @ParameterizedTest
  @CsvSource({"20, 30, 50, 1", "5, 60, 200, 0", "80, 10, 20, 1"})
  void hebbGrowsWithTheProductOfTheRates(double pre, double post, double tau, double step) {
    Random random = new Random(3);
    int pairs = 400;
    double duration = 20_000;
    List<double[]> sources = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      sources.add(PlasticRun.poisson(random, new double[] {pre}, duration));
      targets.add(PlasticRun.poisson(random, new double[] {post}, duration));
    }
    double eta = 0.01;
    double[] weights =
        new PlasticRun(
                PlasticRun.trains("pre", sources),
                PlasticRun.trains("post", targets),
                new ConnectionRule.OneToOne(),
                Distribution.of(1),
                1,
                new Plasticity("hebb", Map.of("tau", tau, "eta", eta, "W_max", 1e6)),
                step,
                duration + 5)
            .weights()
            .weights()[0];
    double x = pre / 1000;
    double y = post / 1000;
    // All times are whole ms, and spikes that meet do not pair: the sum of f from 1 ms on.
    double window = 1 / Math.expm1(1 / tau);
    double mean = x * y * window * (duration - window);
    double variance = x * y * duration * (tau / 2 + (x + y) * tau * tau);
    double found = Arrays.stream(weights).average().orElseThrow() - 1;
    assertEquals(mean, found / eta, SIGMAS * Math.sqrt(variance / pairs));
  }

  @Test
  void hebbStopsAtTheLargestWeight() {
    double[] train = IntStream.rangeClosed(1, 100).mapToDouble(i -> 10 * i).toArray();
    double[] later = Arrays.stream(train).map(t -> t + 3).toArray();
    for (double most : new double[] {5, -5}) {
      double[] weights =
          new PlasticRun(
                  PlasticRun.trains("pre", List.of(train)),
                  PlasticRun.trains("post", List.of(later)),
                  new ConnectionRule.OneToOne(),
                  Distribution.of(most / 5),
                  1,
                  new Plasticity("hebb", Map.of("eta", 0.1, "W_max", most)),
                  1,
                  1010)
              .weights()
              .weights()[0];
      assertEquals(most, weights[0]);
    }
  }

  /** A target that is driven by sources whose rates change from one second to the next. */
  private static PlasticRun driven(
      List<double[]> sources, double[] first, double duration, Plasticity plasticity) {
    int count = sources.size();
    double gain = 1000 / MEMBRANE;
    return new PlasticRun(
        PlasticRun.trains("pre", sources),
        new Population(
            "post",
            1,
            "pp_psc_delta",
            Map.of(
                "tau_m", Distribution.of(MEMBRANE),
                "c_1", Distribution.of(gain),
                "c_2", Distribution.of(0),
                "dead_time", Distribution.of(0),
                "with_reset", Distribution.of(0))),
        new ConnectionRule.Explicit(
            IntStream.range(0, count).toArray(),
            new int[count],
            first,
            IntStream.range(0, count).mapToDouble(i -> 1).toArray()),
        Distribution.of(0),
        1,
        plasticity,
        1,
        duration);
  }

  private static List<double[]> sources(Random random, double[][] patterns, int[] order) {
    List<double[]> trains = new ArrayList<>();
    for (int source = 0; source < patterns[0].length; source++) {
      int which = source;
      double[] rates = Arrays.stream(order).mapToDouble(p -> patterns[p][which]).toArray();
      trains.add(PlasticRun.poisson(random, rates, 1000));
    }
    return trains;
  }

  /**
   * The correlation of what drives the target with the traces, from the spikes: of the first kind
   * with the presynaptic ones, of the second with the drive's own, as the postsynaptic trace has
   * it. A spike is paired with its own effect, so both differ a little.
   */
  private static double[][][] correlations(List<double[]> trains, int duration, double tau) {
    int n = trains.size();
    double[] drive = new double[n];
    double[] trace = new double[n];
    double[] delayed = new double[n];
    int[] next = new int[n];
    double[][][] sums = new double[2][n][n];
    for (int t = 1; t <= duration; t++) {
      for (int i = 0; i < n; i++) {
        delayed[i] = (delayed[i] + drive[i] / 1000) * Math.exp(-1 / tau);
        drive[i] *= Math.exp(-1 / MEMBRANE);
        trace[i] *= Math.exp(-1 / tau);
        while (next[i] < trains.get(i).length && trains.get(i)[next[i]] <= t) {
          drive[i] += 1000 / MEMBRANE;
          trace[i]++;
          next[i]++;
        }
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sums[0][i][j] += drive[i] * trace[j] / tau * 1000 / duration;
          sums[1][i][j] += drive[i] * delayed[j] / tau * 1000 / duration;
        }
      }
    }
    return sums;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ojaComesToTheFirstPrincipalComponentWithNormOne(long seed) {
    Random random = new Random(seed);
    double[][] patterns = {{70, 60, 50, 5, 5, 20}, {5, 5, 5, 40, 50, 20}};
    int seconds = 400;
    int[] order = IntStream.range(0, seconds).map(i -> i % 2).toArray();
    List<double[]> trains = sources(random, patterns, order);
    double tau = 100;
    double[] samples = IntStream.range(0, 100).mapToDouble(i -> 300_000 + 1000 * i).toArray();
    WeightTable table =
        driven(
                trains,
                new double[] {0.1, 0.1, 0.1, 0.4, 0.4, 0.4},
                seconds * 1000,
                new Plasticity("oja", Map.of("tau", tau, "eta", 1e-4, "W_max", 1.0)))
            .weights(samples);
    double[] mean = new double[6];
    for (int i = 0; i < mean.length; i++) {
      int which = i;
      mean[i] =
          Arrays.stream(table.weights()).limit(100).mapToDouble(w -> w[which]).average().orElse(0);
    }
    RealVector found = new Array2DRowRealMatrix(mean).getColumnVector(0);
    double[][][] correlations = correlations(trains, seconds * 1000, tau);
    Array2DRowRealMatrix driving = new Array2DRowRealMatrix(correlations[0]);
    Array2DRowRealMatrix symmetric =
        new Array2DRowRealMatrix(driving.add(driving.transpose()).scalarMultiply(0.5).getData());
    EigenDecomposition eigen = new EigenDecomposition(symmetric);
    RealVector first = eigen.getEigenvector(0);
    double cosine = Math.abs(found.cosine(first));
    double forgetting = first.dotProduct(new Array2DRowRealMatrix(correlations[1]).operate(first));
    assertTrue(cosine > 0.999, "cosine " + cosine);
    double norm = Math.sqrt(eigen.getRealEigenvalue(0) / forgetting);
    assertEquals(norm, found.getNorm(), 0.01);
    assertEquals(1, norm, 0.01);
  }

  /**
   * From far below and above it, to the rate y_0: the spikes of 200 s are those of a Poisson
   * neuron.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.1", "2, 0.9"})
  void bcmComesToTheRateAtWhichItsThresholdIsTheRate(long seed, double first) {
    Random random = new Random(seed);
    int seconds = 400;
    double[][] pattern = new double[1][40];
    Arrays.fill(pattern[0], 25);
    double[] weights = new double[40];
    Arrays.fill(weights, 0.05 * first);
    RunResult result =
        run(
            driven(
                sources(random, pattern, new int[seconds]),
                weights,
                seconds * 1000,
                new Plasticity(
                    "bcm",
                    Map.of(
                        "tau",
                        100.0,
                        "tau_theta",
                        3000.0,
                        "y_0",
                        20.0,
                        "eta",
                        2e-5,
                        "W_max",
                        1.0))));
    double early = spikes(result, 0, 10_000) / 10.0;
    assertTrue(Math.abs(early - 20) > 10, "at first " + early);
    double late = spikes(result, 200_000, 400_000) / 200.0;
    assertEquals(20, late, SIGMAS * Math.sqrt(20 / 200.0));
  }

  private static RunResult run(PlasticRun run) {
    return run.run(1, 1, run.recording());
  }

  private static long spikes(RunResult result, double from, double to) {
    return Arrays.stream(result.spikes().get(0).times()).filter(t -> t > from && t <= to).count();
  }

  /** The response to the pattern that wins is y_0 over the part of the time that it takes. */
  @ParameterizedTest
  @CsvSource({"1, 0.021, 0.019, 0", "2, 0.019, 0.021, 1"})
  void bcmRespondsToOneOfTwoPatterns(long seed, double one, double other, int winner) {
    Random random = new Random(seed);
    int seconds = 600;
    double[][] patterns = new double[2][40];
    double[] weights = new double[40];
    for (int i = 0; i < 40; i++) {
      patterns[0][i] = i < 20 ? 40 : 2;
      patterns[1][i] = i < 20 ? 2 : 40;
      weights[i] = i < 20 ? one : other;
    }
    int[] order = IntStream.range(0, seconds).map(i -> i % 2).toArray();
    double[] found =
        driven(
                sources(random, patterns, order),
                weights,
                seconds * 1000,
                new Plasticity(
                    "bcm",
                    Map.of(
                        "tau", 50.0, "tau_theta", 10000.0, "y_0", 10.0, "eta", 2e-5, "W_max", 1.0)))
            .weights()
            .weights()[0];
    double[] response = new double[2];
    for (int pattern = 0; pattern < 2; pattern++) {
      for (int i = 0; i < 40; i++) {
        response[pattern] += found[i] * patterns[pattern][i];
      }
    }
    assertEquals(20, response[winner], 2);
    assertTrue(response[1 - winner] < 0.1 * response[winner], "other " + response[1 - winner]);
  }
}
