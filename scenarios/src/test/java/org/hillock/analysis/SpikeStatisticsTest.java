package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeStatisticsTest {

  private static final SpikeList EMPTY = new SpikeList("none", new double[0], new int[0]);

  /** Neurons 0 (1, 2, 4, 8 ms), 1 (3 ms) and 3 (5, 6 ms). */
  private static final SpikeList SMALL =
      new SpikeList("small", new double[] {1, 2, 3, 4, 5, 6, 8}, new int[] {0, 0, 1, 0, 3, 3, 0});

  @Test
  void theRateCountsSpikesPerNeuronAndSecond() {
    assertEquals(1000.0 * 7 / (4 * 10), SpikeStatistics.rate(SMALL, 0, 4, 10), 1e-12);
    assertEquals(1000.0 * 3 / (3 * 10), SpikeStatistics.rate(SMALL, 1, 4, 10), 1e-12);
  }

  @Test
  void silentNeuronsLowerTheRate() {
    assertEquals(7.0, SpikeStatistics.rate(SMALL, 0, 100, 10), 1e-12);
    assertEquals(0.0, SpikeStatistics.rate(EMPTY, 0, 100, 10), 0);
  }

  @Test
  void theRateOfNoNeuronsOrNoTimeIsNotANumber() {
    assertTrue(Double.isNaN(SpikeStatistics.rate(SMALL, 2, 2, 10)));
    assertTrue(Double.isNaN(SpikeStatistics.rate(SMALL, 0, 4, 0)));
  }

  @Test
  void aClockHasNoVariation() {
    assertEquals(0.0, SpikeStatistics.cvIsi(new double[] {0.5, 1, 1.5, 2, 2.5}), 1e-15);
  }

  @Test
  void theVariationOfAHandfulOfIntervalsIsTheOneByHand() {
    // intervals 1, 2, 4: mean 7/3, population variance 14/9
    assertEquals(Math.sqrt(14.0 / 9) / (7.0 / 3), SpikeStatistics.cvIsi(SMALL.train(0)), 1e-12);
  }

  @Test
  void aTrainOfFewerThanTwoIntervalsHasNoVariation() {
    assertTrue(Double.isNaN(SpikeStatistics.cvIsi(new double[0])));
    assertTrue(Double.isNaN(SpikeStatistics.cvIsi(new double[] {1, 2})));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPoissonTrainHasVariationOne(long seed) {
    double[] train = poisson(new SplittableRandom(seed), 20, 2e6);
    assertEquals(1.0, SpikeStatistics.cvIsi(train), 0.02);
  }

  @Test
  void aGammaTrainOfOrderFourHasVariationOneHalf() {
    double[] fast = poisson(new SplittableRandom(9), 80, 2e6);
    double[] fourth = new double[fast.length / 4];
    Arrays.setAll(fourth, i -> fast[4 * i]);
    assertEquals(0.5, SpikeStatistics.cvIsi(fourth), 0.01);
  }

  @Test
  void theMeanVariationTakesOnlyNeuronsWithThreeIntervals() {
    assertEquals(
        SpikeStatistics.cvIsi(SMALL.train(0)), SpikeStatistics.meanCvIsi(SMALL, 0, 4), 1e-15);
    assertTrue(Double.isNaN(SpikeStatistics.meanCvIsi(SMALL, 1, 4)));
    assertTrue(Double.isNaN(SpikeStatistics.meanCvIsi(EMPTY, 0, 4)));
  }

  @Test
  void theMeanIntervalWeighsEveryIntervalAlike() {
    assertEquals((1 + 2 + 4 + 1) / 4.0, SpikeStatistics.meanIsi(SMALL, 0, 4), 1e-15);
    assertEquals(1.0, SpikeStatistics.meanIsi(SMALL, 1, 4), 1e-15);
    assertTrue(Double.isNaN(SpikeStatistics.meanIsi(EMPTY, 0, 4)));
  }

  @Test
  void intervalsComeNeuronByNeuron() {
    assertArrayEquals(new double[] {1, 2, 4, 1}, SpikeStatistics.intervals(SMALL), 0);
    assertEquals(0, SpikeStatistics.intervals(EMPTY).length);
  }

  @Test
  void synchronyIsTheVarianceOfTheCountOverItsMean() {
    // bins (0, 2], (2, 4], (4, 6], (6, 8] hold 2, 2, 2, 1 spikes
    assertEquals(0.1875 / 1.75, SpikeStatistics.synchrony(SMALL, 0, 8, 2), 1e-15);
  }

  @Test
  void aBinThatIsCutShortIsLeftOut() {
    assertEquals(0.0, SpikeStatistics.synchrony(SMALL, 0, 7.9, 2), 1e-15);
  }

  @Test
  void independentPoissonNeuronsHaveSynchronyOne() {
    SpikeList spikes = poissonPopulation(4, 100, 10, 60_000);
    assertEquals(1.0, SpikeStatistics.synchrony(spikes, 0, 60_000, 3), 0.03);
  }

  @Test
  void neuronsThatFireTogetherHaveTheirNumberAsSynchrony() {
    SpikeList one = poissonPopulation(5, 1, 5, 600_000);
    SpikeList many = copies(one, 10);
    double expected = 10 * SpikeStatistics.synchrony(one, 0, 600_000, 3);
    assertEquals(expected, SpikeStatistics.synchrony(many, 0, 600_000, 3), 1e-9);
  }

  @Test
  void withoutSpikesThereIsNoSynchrony() {
    assertTrue(Double.isNaN(SpikeStatistics.synchrony(EMPTY, 0, 100, 3)));
    assertTrue(Double.isNaN(SpikeStatistics.synchrony(SMALL, 0, 1, 3)));
  }

  @Test
  void aSpikeOnTheEdgeBelongsToTheBinThatEndsThere() {
    TimeBins bins = TimeBins.within(0, 1, 0.1);
    assertEquals(10, bins.number());
    for (int step = 1; step <= 10; step++) {
      assertEquals(step - 1, bins.index(step * 0.1), "after " + step + " steps");
    }
    assertEquals(-1, bins.index(0));
  }

  @Test
  void neuronsThatFireTogetherAreCorrelatedByOne() {
    SpikeList many = copies(poissonPopulation(6, 1, 20, 1000), 5);
    assertEquals(1.0, SpikeStatistics.correlation(many, 0, 5, 0, 1000, 5, 100), 1e-12);
  }

  @Test
  void neuronsThatTakeTurnsAreCorrelatedByMinusOne() {
    SpikeList turns = new SpikeList("turns", new double[] {1, 3, 5, 7}, new int[] {0, 1, 0, 1});
    assertEquals(-1.0, SpikeStatistics.correlation(turns, 0, 2, 0, 8, 2, 100), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theMeanCorrelationIsThatOfAllPairs(long seed) {
    SpikeList spikes = poissonPopulation(seed, 12, 30, 500);
    TimeBins bins = TimeBins.within(20, 470, 4);
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < i; j++) {
        sum +=
            new PearsonsCorrelation()
                .correlation(counts(bins, spikes.train(i)), counts(bins, spikes.train(j)));
      }
    }
    assertEquals(sum / 66, SpikeStatistics.correlation(spikes, 0, 12, 20, 470, 4, 50), 1e-12);
  }

  @Test
  void correlationLooksAtTheFirstNeuronsThatFire() {
    // 0 and 2 agree; 1 is silent; 3 is opposed
    SpikeList spikes =
        new SpikeList("four", new double[] {1, 1, 3, 5, 5, 7}, new int[] {0, 2, 3, 0, 2, 3});
    assertEquals(1.0, SpikeStatistics.correlation(spikes, 0, 4, 0, 8, 2, 2), 1e-12);
    assertEquals(-1.0 / 3, SpikeStatistics.correlation(spikes, 0, 4, 0, 8, 2, 3), 1e-12);
  }

  @Test
  void fewerThanTwoNeuronsHaveNoCorrelation() {
    assertTrue(Double.isNaN(SpikeStatistics.correlation(EMPTY, 0, 4, 0, 8, 2, 9)));
    assertTrue(Double.isNaN(SpikeStatistics.correlation(SMALL, 1, 2, 0, 8, 2, 9)));
  }

  @Test
  void aTrainWithTheSameCountInEveryBinIsPassedOver() {
    SpikeList spikes =
        new SpikeList("three", new double[] {1, 1, 1, 3, 5, 5}, new int[] {0, 1, 2, 0, 0, 1});
    // neuron 0 fires in every bin, 1 in the first and third, 2 in the first
    assertEquals(0.5, SpikeStatistics.correlation(spikes, 0, 3, 0, 6, 2, 9), 1e-12);
  }

  @Test
  void tenMillionSpikesOfAHundredThousandNeuronsTakeSeconds() {
    int n = 10_000_000;
    double[] times = new double[n];
    int[] neurons = new int[n];
    for (int i = 0; i < n; i++) {
      times[i] = i * 1e-3;
      neurons[i] = (int) (i * 7919L % 100_000);
    }
    SpikeList spikes = new SpikeList("large", times, neurons);
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          SpikeStatistics.rate(spikes, 0, 100_000, 10_000);
          SpikeStatistics.meanCvIsi(spikes, 0, 100_000);
          SpikeStatistics.synchrony(spikes, 0, 10_000, 3);
          SpikeStatistics.correlation(spikes, 0, 100_000, 0, 10_000, 5, 200);
        });
  }

  private static double[] counts(TimeBins bins, double[] train) {
    SpikeList one = new SpikeList("one", train, new int[train.length]);
    return Arrays.stream(bins.count(one)).asDoubleStream().toArray();
  }

  private static double[] poisson(SplittableRandom random, double hz, double durationMs) {
    double[] times = new double[16];
    int n = 0;
    double t = 0;
    while (true) {
      t -= 1000 / hz * Math.log(1 - random.nextDouble());
      if (t > durationMs) {
        return Arrays.copyOf(times, n);
      }
      if (n == times.length) {
        times = Arrays.copyOf(times, 2 * n);
      }
      times[n++] = t;
    }
  }

  private static SpikeList poissonPopulation(long seed, int size, double hz, double durationMs) {
    record Spike(double time, int neuron) {}
    SplittableRandom random = new SplittableRandom(seed);
    List<Spike> spikes = new ArrayList<>();
    for (int neuron = 0; neuron < size; neuron++) {
      for (double time : poisson(random, hz, durationMs)) {
        spikes.add(new Spike(time, neuron));
      }
    }
    spikes.sort(Comparator.comparingDouble(Spike::time));
    return new SpikeList(
        "poisson",
        spikes.stream().mapToDouble(Spike::time).toArray(),
        spikes.stream().mapToInt(Spike::neuron).toArray());
  }

  private static SpikeList copies(SpikeList one, int number) {
    double[] times = new double[one.size() * number];
    int[] neurons = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = one.times()[i / number];
      neurons[i] = i % number;
    }
    return new SpikeList("copies", times, neurons);
  }
}
