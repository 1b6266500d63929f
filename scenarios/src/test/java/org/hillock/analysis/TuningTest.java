package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;

/** Selectivity, order and rates from trial to trial, against closed forms. */
class TuningTest {

  /** One trial a label, one neuron. */
  private static TrialCounts answers(double... counts) {
    double[][] trials = new double[counts.length][];
    int[] classes = new int[counts.length];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      trials[i] = new double[] {counts[i]};
      classes[i] = i;
      labels.add("l" + i);
    }
    return new TrialCounts(trials, classes, labels);
  }

  private static TrialCounts angles(int number, double turn, DoubleUnaryOperator answer) {
    double[] counts = new double[number];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      counts[i] = answer.applyAsDouble(Math.toRadians(i * turn / number));
      labels.add("bar_" + i * turn / number);
    }
    TrialCounts trials = answers(counts);
    return new TrialCounts(trials.counts(), trials.classes(), labels);
  }

  @Test
  void sparsenessIsThatOfItsDefinition() {
    assertEquals(1, Tuning.sparseness(answers(0, 5, 0, 0)), 1e-15);
    assertEquals(0, Tuning.sparseness(answers(3, 3, 3)), 1e-15);
    assertEquals(3.0 / 14, Tuning.sparseness(answers(1, 2, 3)), 1e-15);
    assertTrue(Double.isNaN(Tuning.sparseness(answers(1))));
    assertTrue(Double.isNaN(Tuning.sparseness(answers(0, 0))));
  }

  /** An answer of 1 + cos k theta has a first harmonic of one half. */
  @Test
  void angularSelectivityIsTheFirstHarmonic() {
    assertEquals(0.5, Tuning.angular(angles(8, 180, t -> 1 + Math.cos(2 * t - 1)), 2), 1e-14);
    assertEquals(0.5, Tuning.angular(angles(8, 360, t -> 1 + Math.cos(t + 2)), 1), 1e-14);
    assertEquals(0, Tuning.angular(angles(8, 360, t -> 1 + Math.cos(2 * t)), 1), 1e-14);
    assertEquals(1, Tuning.angular(angles(4, 180, t -> t == 0 ? 2 : 0), 2), 1e-14);
    assertEquals(22.5, Tuning.angle("grating 2, 22.5 deg"));
    assertEquals(45, Tuning.angle("bar-45"));
    assertEquals(-45, Tuning.angle("bar -45"));
    assertEquals(-4.5, Tuning.angle("-4.5"));
    assertEquals(-4, Tuning.angle("z=-4 mV"));
    assertTrue(Double.isNaN(Tuning.angle("left")));
  }

  @Test
  void orderIsSpearmansOfNumbersAndFirstSpikes() {
    TimeWindow window = new TimeWindow(0, 100);
    double[] times = {1, 2, 3, 4, 5, 6};
    int[] swapped = {3, 2, 5, 4, 6, 3};
    // Ranks 2 1 4 3 5: 1 - 6 * 4 / 120. The second spike of neuron 3 does not count.
    SpikeList spikes = new SpikeList("x", times, swapped);
    assertEquals(0.8, SpikeOrder.correlation(spikes, 0, 9, window), 1e-14);
    int[] backwards = {8, 7, 5, 4, 2, 1};
    SpikeList other = new SpikeList("x", times, backwards);
    assertEquals(-1, SpikeOrder.correlation(other, 0, 9, window), 1e-14);
    assertTrue(Double.isNaN(SpikeOrder.correlation(other, 0, 9, new TimeWindow(4, 100))));
  }

  /** Of Poisson counts of mean n the deviation from trial to trial is sqrt(n). */
  @Test
  void histogramOfTrialsHasTheMeanAndDeviationOfItsLaw() {
    SplittableRandom random = new SplittableRandom(9);
    int trials = 2000;
    List<Double> times = new ArrayList<>();
    List<TimeWindow> windows = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      windows.add(new TimeWindow(trial * 50 + 10, trial * 50 + 40));
      double time = trial * 50;
      while (true) {
        double local = time - trial * 50;
        // 0.4 a ms in the second 10 ms of a trial, 0.1 else; the steps are forgotten at the edges
        double rate = local >= 20 && local < 30 ? 0.4 : 0.1;
        double edge = local < 20 ? 20 : local < 30 ? 30 : 50;
        double next = local - Math.log(1 - random.nextDouble()) / rate;
        time = trial * 50 + Math.min(next, edge);
        if (next >= 50 && edge == 50) {
          break;
        }
        if (next < edge) {
          times.add(time);
        }
      }
    }
    double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
    SpikeList spikes = new SpikeList("x", all, new int[all.length]);
    PeristimulusHistogram found =
        PeristimulusHistogram.of(spikes, 0, 2, windows, new TimeBins(0, 10, 4));
    double[] counts = {1, 4, 1};
    for (int bin = 0; bin < 3; bin++) {
      double n = counts[bin];
      double factor = 1000.0 / 10 / 2;
      double error = Math.sqrt(n / trials);
      assertEquals(factor * n, found.mean()[bin], factor * 5 * error);
      double ofDeviation = Math.sqrt((1 + 0.5 / n) / (2 * trials)) * Math.sqrt(n);
      assertEquals(factor * Math.sqrt(n), found.deviation()[bin], factor * 5 * ofDeviation);
    }
    assertEquals(0, found.mean()[3], "after the end of the trials");
  }
}
