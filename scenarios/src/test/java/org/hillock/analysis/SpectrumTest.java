package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra and correlograms of processes whose laws are known. */
class SpectrumTest {

  private static final TimeWindow WINDOW = new TimeWindow(0, 100_000);

  /**
   * Variance of a mean over so many half-overlapping Hann segments (Welch 1967), which is 1.06/n.
   */
  private static final double SEGMENTS = 199 / 1.06;

  /** Poisson with a rate of mean (1 + m cos 2 pi f t), by thinning. */
  private static SpikeList poisson(double rate, double m, double hz, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double highest = rate * (1 + m) / 1000;
    double[] times = new double[(int) (2 * highest * WINDOW.stop())];
    int n = 0;
    double time = 0;
    while (true) {
      time -= Math.log(1 - random.nextDouble()) / highest;
      if (time > WINDOW.stop()) {
        return new SpikeList("x", Arrays.copyOf(times, n), new int[n]);
      }
      double now = (1 + m * Math.cos(2 * Math.PI * hz * time / 1000)) / (1 + m);
      if (random.nextDouble() < now) {
        times[n++] = time;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 400})
  void ofPoissonIsOneAtEveryFrequency(double rate) {
    PowerSpectrum spectrum = PowerSpectrum.of(poisson(rate, 0, 0, 5), 0, 1, WINDOW);
    double sum = 0;
    int frequencies = 0;
    for (double hz = 4; hz < 498; hz += 2) { // two resolutions apart: nearly independent
      sum += spectrum.at(hz);
      frequencies++;
      // One in two hundred thousand of a gamma distribution lies beyond.
      assertEquals(1, spectrum.at(hz), 6 / Math.sqrt(SEGMENTS), hz + " Hz");
    }
    assertEquals(1, sum / frequencies, 5 / Math.sqrt(SEGMENTS * frequencies));
  }

  /** The line of a modulated rate: 1 + r T m^2 / 6, for a Hann window of length T. */
  @ParameterizedTest
  @ValueSource(doubles = {12, 40, 130})
  void showsHowStronglyARateIsModulated(double hz) {
    double rate = 500;
    double m = 0.5;
    PowerSpectrum spectrum = PowerSpectrum.of(poisson(rate, m, hz, 3), 0, 1, WINDOW);
    double x = Math.PI * hz / 1000;
    double bins = Math.pow(Math.sin(x) / x, 2); // what counting in bins of 1 ms leaves
    double line = rate * m * m / 6 * bins;
    // 1 % for the discrete sampling of the peak between frequencies of the transform
    assertEquals(1 + line, spectrum.at(hz), 5 * Math.sqrt((1 + 2 * line) / SEGMENTS) + line / 100);
    assertEquals(hz, spectrum.peak(2, 500), 0.2);
    assertEquals(1, spectrum.at(hz + 60), 6 / Math.sqrt(SEGMENTS));
    assertTrue(Math.abs(spectrum.peak(hz + 20, 500) - hz) >= 20);
  }

  @Test
  void ofSilenceOrNoTimeIsNotANumber() {
    SpikeList none = new SpikeList("x", new double[0], new int[0]);
    assertTrue(Double.isNaN(PowerSpectrum.of(none, 0, 1, WINDOW).at(40)));
    assertTrue(Double.isNaN(PowerSpectrum.of(none, 0, 1, WINDOW).peak(0, 500)));
    SpikeList some = new SpikeList("x", new double[] {1, 2}, new int[2]);
    assertTrue(Double.isNaN(PowerSpectrum.of(some, 0, 1, new TimeWindow(0, 0.5)).at(40)));
  }

  /** Of a train and a part p of its spikes, later: sqrt(p) at that lag, 0 elsewhere. */
  @ParameterizedTest
  @ValueSource(ints = {-7, 0, 12})
  void correlogramOfAThinnedAndDelayedTrainIsKnown(int delay) {
    SpikeList a = poisson(200, 0, 0, 11);
    SplittableRandom random = new SplittableRandom(2);
    double[] later =
        Arrays.stream(a.times())
            .filter(time -> random.nextDouble() < 0.36)
            .map(time -> time + delay)
            .filter(time -> time > 0)
            .toArray();
    SpikeList b = new SpikeList("y", later, new int[later.length]);
    CrossCorrelogram found = CrossCorrelogram.of(a, b, WINDOW, 1, 20);
    int n = 100_000;
    // Products of counts of mean 0.2 have a fourth moment of some 3 + 1 / 0.072.
    assertEquals(0.6, found.at(delay), 5 * Math.sqrt(17.0 / n));
    for (int lag = -20; lag <= 20; lag++) {
      if (lag != delay) {
        assertEquals(0, found.at(lag), 5 / Math.sqrt(n), "lag " + lag);
      }
    }
    assertEquals(delay, found.peak());
  }

  /** By hand, as Elephant's formula has it: counts 1 0 2 0 and 0 1 0 2. */
  @Test
  void correlogramScalesWhatOverlapsToTheWholeWindow() {
    SpikeList a = new SpikeList("a", new double[] {0.5, 2.2, 2.7}, new int[3]);
    SpikeList b = new SpikeList("b", new double[] {1.5, 3.2, 3.7}, new int[3]);
    CrossCorrelogram found = CrossCorrelogram.of(a, b, new TimeWindow(0, 4), 1, 5);
    // Deviations 1/4 -3/4 5/4 -3/4 and -3/4 1/4 -3/4 5/4; squares 2.75 each.
    assertEquals((1 + 9 + 25) / 16.0 * 4 / 3 / 2.75, found.at(1), 1e-14);
    assertEquals((-3 - 3 - 15 - 15) / 16.0 / 2.75, found.at(0), 1e-14);
    assertEquals((1 / 4.0) * (5 / 4.0) * 4 / 2.75, found.at(3), 1e-14);
    assertTrue(Double.isNaN(found.at(4)));
  }
}
