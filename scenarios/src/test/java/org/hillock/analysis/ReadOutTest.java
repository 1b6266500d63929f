package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Telling from spike counts what was shown. */
class ReadOutTest {

  private static final List<String> LABELS = List.of("left", "right");

  @Test
  void countsTheSpikesOfEachNeuronInEachTrial() {
    SpikeList spikes =
        new SpikeList(
            "x", new double[] {10, 10.5, 20, 25, 40, 41, 60}, new int[] {1, 2, 1, 3, 2, 2, 1});
    List<LabelledTrial> trials =
        List.of(
            new LabelledTrial(new TimeWindow(10, 20), "right"),
            new LabelledTrial(new TimeWindow(20, 40), "left"),
            new LabelledTrial(new TimeWindow(50, 70), "right"));
    TrialCounts counts = TrialCounts.of(spikes, 1, 3, trials, TrialCounts.labels(trials));
    assertEquals(LABELS, counts.labels());
    assertArrayEquals(new int[] {1, 0, 1}, counts.classes());
    assertArrayEquals(new double[] {1, 1}, counts.counts()[0]); // 20 ms is in, 10 ms is not
    assertArrayEquals(new double[] {0, 1}, counts.counts()[1]);
    assertArrayEquals(new double[] {1, 0}, counts.counts()[2]);
  }

  private static int poisson(double mean, SplittableRandom random) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** Two neurons, each of which fires more in its class. */
  private static TrialCounts trials(int n, double more, double less, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] counts = new double[n][2];
    int[] classes = new int[n];
    for (int i = 0; i < n; i++) {
      classes[i] = i % 2;
      counts[i][classes[i]] = poisson(more, random);
      counts[i][1 - classes[i]] = poisson(less, random);
    }
    return new TrialCounts(counts, classes, LABELS);
  }

  /** The neuron of the class has fired more, or as much and the coin fell so. */
  private static double best(double more, double less) {
    PoissonDistribution high = new PoissonDistribution(more);
    PoissonDistribution low = new PoissonDistribution(less);
    double sum = 0;
    for (int k = 0; k < 100; k++) {
      sum += high.probability(k) * (low.cumulativeProbability(k - 1) + low.probability(k) / 2);
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(ReadOut.Kind.class)
  void tellsTwoRatesAsWellAsCanBe(ReadOut.Kind kind) {
    int n = 10_000;
    double wanted = best(9, 5);
    double found = kind.accuracy(trials(1000, 9, 5, 1), trials(n, 9, 5, 2));
    // What is learnt from 1,000 trials errs in where it parts the two, by some hundredths of a
    // spike.
    assertEquals(wanted, found, 5 * Math.sqrt(wanted * (1 - wanted) / n));
  }

  @ParameterizedTest
  @EnumSource(ReadOut.Kind.class)
  void tellsNothingWhereNothingIsToBeTold(ReadOut.Kind kind) {
    int n = 4000;
    double found = kind.accuracy(trials(100, 7, 7, 3), trials(n, 7, 7, 4));
    assertEquals(0.5, found, 5 * Math.sqrt(0.25 / n));
  }

  @Test
  void tellsEachFromAllOthers() {
    TrialCounts trials = trials(400, 9, 5, 5);
    double wanted = best(9, 5);
    assertEquals(
        wanted,
        ReadOut.Kind.NEAREST_CENTROID.accuracy(trials),
        5 * Math.sqrt(wanted * (1 - wanted) / 400));
    // A class of a single trial is not known once that trial is left out.
    TrialCounts single =
        new TrialCounts(new double[][] {{9, 0}, {0, 9}, {0, 8}}, new int[] {0, 1, 1}, LABELS);
    assertEquals(2.0 / 3, ReadOut.Kind.NEAREST_CENTROID.accuracy(single));
  }

  /** With as many unknowns as there are neurons, in place of trials. */
  @Test
  void isRidgeRegression() {
    TrialCounts trials = trials(60, 9, 5, 6);
    double[][] rows = trials.counts();
    double[] means = new double[2];
    double share = 0;
    for (int i = 0; i < rows.length; i++) {
      means[0] += rows[i][0] / rows.length;
      means[1] += rows[i][1] / rows.length;
      share += (double) trials.classes()[i] / rows.length;
    }
    double[][] centred = new double[rows.length][2];
    double[] targets = new double[rows.length];
    double square = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < 2; k++) {
        centred[i][k] = rows[i][k] - means[k];
        square += centred[i][k] * centred[i][k] / rows.length;
      }
      targets[i] = trials.classes()[i] - share;
    }
    RealMatrix x = new Array2DRowRealMatrix(centred);
    RealMatrix normal =
        x.transpose()
            .multiply(x)
            .add(MatrixUtils.createRealIdentityMatrix(2).scalarMultiply(square));
    double[] weights =
        new LUDecomposition(normal).getSolver().solve(x.transpose()).operate(targets);
    ReadOut readOut = ReadOut.Kind.LINEAR.learn(trials);
    for (int a = 0; a < 20; a++) {
      for (int b = 0; b < 20; b++) {
        double right = share + weights[0] * (a - means[0]) + weights[1] * (b - means[1]);
        if (Math.abs(right - 0.5) > 1e-9) {
          assertEquals(right > 0.5 ? 1 : 0, readOut.classOf(new double[] {a, b}), a + ", " + b);
        }
      }
    }
  }

  /** Diehl and Cook 2015, section 2.6: means over the neurons of a class, silent ones left out. */
  @Test
  void letsNeuronsVote() {
    TrialCounts learnt =
        new TrialCounts(new double[][] {{4, 3, 1, 0}, {1, 1, 9, 0}}, new int[] {0, 1}, LABELS);
    ReadOut readOut = ReadOut.Kind.VOTE.learn(learnt);
    assertEquals(0, readOut.classOf(new double[] {3, 3, 2, 99}));
    assertEquals(1, readOut.classOf(new double[] {3, 0, 2, 0})); // 1.5 on average against 2
  }

  /**
   * Parts of 4.5, 0.5 and 1.5 of 6.5 spikes against 1.5, 1.5 and 4.5 of 7.5, whatever the total.
   */
  @Test
  void takesTheLikeliestOfPoissonCountsOfAnyTotal() {
    TrialCounts learnt =
        new TrialCounts(new double[][] {{4, 0, 1}, {1, 1, 4}}, new int[] {0, 1}, LABELS);
    ReadOut readOut = ReadOut.Kind.LIKELIHOOD.learn(learnt);
    for (int a = 0; a < 20; a++) {
      for (int b = 0; b < 20; b++) {
        for (int c = 0; c < 20; c++) {
          double first =
              a * Math.log(4.5 / 6.5) + b * Math.log(0.5 / 6.5) + c * Math.log(1.5 / 6.5);
          double second = a * Math.log(0.2) + b * Math.log(0.2) + c * Math.log(0.6);
          if (Math.abs(first - second) > 1e-9) {
            int expected = first > second ? 0 : 1;
            assertEquals(
                expected, readOut.classOf(new double[] {a, b, c}), a + ", " + b + ", " + c);
            assertEquals(expected, readOut.classOf(new double[] {7 * a, 7 * b, 7 * c}));
          }
        }
      }
    }
  }
}
