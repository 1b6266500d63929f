package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variation of intervals and of counts, against closed forms. */
class VariationTest {

  private static SpikeList train(double... times) {
    return new SpikeList("x", times, new int[times.length]);
  }

  /** Intervals are sums of as many exponentials as the order says. */
  private static SpikeList gamma(int order, int spikes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] times = new double[spikes];
    double time = 0;
    for (int i = 0; i < spikes; i++) {
      for (int k = 0; k < order; k++) {
        time -= Math.log(1 - random.nextDouble()) * 10 / order;
      }
      times[i] = time;
    }
    return train(times);
  }

  @Test
  void isThatOfTheirDefinitions() {
    // Intervals 1, 3, 2 ms: ratios 2/4 and 1/5.
    LocalVariation variation = LocalVariation.of(train(0, 1, 4, 6), 0, 1);
    assertEquals((2 * 0.5 + 2 * 0.2) / 2, variation.meanCv2(), 1e-15);
    assertEquals(3 * (0.25 + 0.04) / 2, variation.meanLv(), 1e-15);
    assertEquals(0, LocalVariation.of(train(0, 5, 10, 15, 20), 0, 1).meanLv(), 1e-15);
    assertTrue(Double.isNaN(LocalVariation.of(train(0, 5), 0, 1).meanCv2()));
    assertTrue(Double.isNaN(LocalVariation.of(train(0, 5, 7, 8), 1, 9).meanCv2()));
  }

  /** Of gamma processes of order k: LV = 3 / (2 k + 1) (Shinomoto et al. 2003, eq. 2.4). */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void ofGammaProcessesFollowsTheirOrder(int order) {
    int n = 40_000;
    double found = LocalVariation.of(gamma(order, n, 7), 0, 1).meanLv();
    double expected = 3.0 / (2 * order + 1);
    // A term lies between 0 and 3; neighbours share an interval, so that variances count twice.
    assertEquals(expected, found, 5 * Math.sqrt(2.0 / n));
    if (order == 1) {
      assertEquals(1, LocalVariation.of(gamma(1, n, 8), 0, 1).meanCv2(), 5 * Math.sqrt(2.0 / n));
    }
  }

  /** Of counts far longer than intervals it is CV^2 = 1 / order (Cox 1962). */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void ofCountsIsTheSquareOfThatOfIntervals(int order) {
    int windows = 4000;
    double wide = 1000; // a hundred intervals
    SpikeList spikes = gamma(order, 100 * windows + 20_000, 3);
    List<TimeWindow> list = new ArrayList<>();
    for (int i = 0; i < windows; i++) {
      list.add(new TimeWindow(i * wide, (i + 1) * wide));
    }
    double expected = 1.0 / order;
    double error = expected * Math.sqrt(2.0 / windows);
    // The next term of the law is of the order of one over the mean count, (1 - 1/k^2) / 6 / 100.
    assertEquals(expected, FanoFactor.mean(spikes, 0, 1, list), 5 * error + 0.002);
  }

  @Test
  void countsNothingBetweenTrialsAndNoSilentNeuron() {
    SpikeList spikes =
        new SpikeList(
            "x", new double[] {1, 2, 5, 11, 12, 13, 19, 25}, new int[] {0, 0, 0, 0, 2, 0, 0, 0});
    List<TimeWindow> trials =
        List.of(new TimeWindow(0, 3), new TimeWindow(10, 20), new TimeWindow(20, 24));
    // Neuron 0: 2, 3, 0 spikes: mean 5/3, variance 14/9; neuron 2: 0, 1, 0: mean 1/3, variance 2/9.
    double expected = (14.0 / 9 / (5.0 / 3) + 2.0 / 9 * 3) / 2;
    assertEquals(expected, FanoFactor.mean(spikes, 0, 3, trials), 1e-14);
    assertTrue(Double.isNaN(FanoFactor.mean(spikes, 1, 2, trials)));
  }
}
