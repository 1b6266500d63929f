package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hillock.analysis.TimeBins;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvesTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "1.1, 2", "2, 2", "3, 5", "0.07, 0.1", "0.05, 0.05", "700, 1000"})
  void niceNumbersAreOneTwoAndFiveTimesPowersOfTen(double least, double nice) {
    assertEquals(nice, NiceNumber.atLeast(least), 1e-12 * nice);
  }

  /** Counts in bins of 1 ms from 0 on, of 10 neurons; the rates at the middle of the bins. */
  private static double[] rates(int[] counts, double smooth) {
    Line steps = RateCurve.of("exc", new TimeBins(0, 1, counts.length), counts, 10, smooth);
    double[] rates = new double[counts.length];
    Arrays.setAll(rates, i -> steps.y()[2 * i + 1]);
    return rates;
  }

  @Test
  void aRateIsWhatWasCountedAndItsEdgesStandWhereTheyAre() {
    int[] counts = new int[100];
    Arrays.fill(counts, 40, 60, 3);
    Line steps = RateCurve.of("exc", new TimeBins(0, 1, 100), counts, 10, 0);
    for (int i = 0; i < steps.x().length; i++) {
      double middle = i % 2 == 0 ? steps.x()[i] + 0.5 : steps.x()[i] - 0.5;
      assertEquals(middle > 40 && middle < 60 ? 300 : 0, steps.y()[i], 1e-9, middle + " ms");
    }
  }

  @Test
  void smoothingLooksBackOnly() {
    int[] counts = new int[100];
    counts[40] = 10;
    double[] rates = rates(counts, 5);
    for (int i = 0; i < 40; i++) {
      assertEquals(0, rates[i], 0, "before the spikes");
    }
    for (int i = 42; i < 100; i++) {
      assertEquals(Math.exp(-0.2), rates[i] / rates[i - 1], 0.01, "decays with 5 ms");
    }
  }

  @Test
  void aSteadyRateStaysSteadyFromTheFirstBinOn() {
    int[] counts = new int[50];
    Arrays.fill(counts, 2);
    for (double rate : rates(counts, 8)) {
      assertEquals(200, rate, 1e-9);
    }
  }

  @Test
  void binsThatWereCountedWhileRunningAreDrawnAsTheyAre() {
    RateTable table = new RateTable("exc", 5, 100, 50, new int[] {0, 10, 0});
    assertArrayEquals(new double[] {0, 0, 40, 40, 0, 0}, RateCurve.of(table, 1, 0).y(), 1e-9);
    assertArrayEquals(new double[] {20, 20}, RateCurve.of(table, 2, 0).y(), 1e-9);
  }

  /** Spikes drawn at a rate between 0 and twice the mean that changes with a period. */
  private static double[] modulated(double period, int candidates) {
    SplittableRandom random = new SplittableRandom(5);
    return random
        .doubles(candidates, 0, 1000)
        .filter(t -> random.nextDouble() < 0.5 + 0.5 * Math.cos(2 * Math.PI * t / period))
        .sorted()
        .toArray();
  }

  private static SpikeList spikes(double[] times) {
    return new SpikeList("exc", times, new int[times.length]);
  }

  @Test
  void binsAreFineEnoughForAFastOscillationAndCoarseForFewSpikes() {
    double fast = RateBins.width(List.of(spikes(modulated(6, 100_000))), 0, 1000, 0.1);
    assertTrue(fast <= 2, "a period of 6 ms in bins of " + fast + " ms");
    double slow = RateBins.width(List.of(spikes(modulated(400, 2000))), 0, 1000, 0.1);
    assertTrue(slow >= 5 && slow <= 50, "a period of 400 ms in bins of " + slow + " ms");
    assertEquals(1, RateBins.finest(0, 1000, 0.1), 1e-12);
    assertEquals(1.2, RateBins.finest(0, 1000, 0.3), 1e-12, "whole steps of the grid");
  }

  @Test
  void timesOfLongRunsAreInSecondsMinutesOrHours() {
    assertEquals(TimeScale.MILLISECONDS, TimeScale.of(0, 10_000));
    assertEquals(TimeScale.SECONDS, TimeScale.of(0, 500_000));
    assertEquals(TimeScale.SECONDS, TimeScale.of(3_600_000, 3_600_500));
    assertEquals(TimeScale.MINUTES, TimeScale.of(0, 3_600_000));
    assertEquals(TimeScale.HOURS, TimeScale.of(0, 86_400_000));
    assertEquals("500 s", TimeScale.text(500_000));
    assertEquals("61 s", TimeScale.text(61_000));
    assertEquals("700 s", TimeScale.text(700_000));
    assertEquals("15 min", TimeScale.text(900_000));
    assertEquals("0.1 ms", TimeScale.text(0.1));
  }

  @Test
  void theDifferenceOfAPairIsTakenAtTheSynapseFromTheSpikeNextToIt() {
    double[] pre = {500, 1500, 2500};
    double[] post = {489, 1489, 2489};
    assertEquals(-11, StdpWindowPlot.median(pre, post, 0), 1e-12);
    assertEquals(-10, StdpWindowPlot.median(pre, post, 1), 1e-12);
    assertEquals(5, StdpWindowPlot.median(new double[] {10}, new double[] {2, 15}, 0), 0);
    assertTrue(Double.isNaN(StdpWindowPlot.median(pre, new double[0], 0)));
  }

  @Test
  void aSpikeIsAStrokeBetweenTheSamplesAroundIt() {
    Line line =
        VoltageTrace.withSpikes(
            "exc[0]",
            new double[] {1, 2, 3},
            new double[] {-60, -52, -65},
            new double[] {0.5, 2.5, 9},
            -20);
    assertArrayEquals(new double[] {1, 2, 2.5, 2.5, 2.5, 3}, line.x(), 0);
    assertArrayEquals(new double[] {-60, -52, -52, -20, -65, -65}, line.y(), 0);
  }

  @Test
  void aSpikeOnASampleComesBeforeIt() {
    Line line =
        VoltageTrace.withSpikes(
            "exc[0]", new double[] {1, 2}, new double[] {-51, -65}, new double[] {2}, -20);
    assertArrayEquals(new double[] {-51, -51, -20, -65, -65}, line.y(), 0);
  }

  @Test
  void aHistogramCoversAllValuesWithRoundEdges() {
    double[] values = {0.3, 4.1, 9.97, 10};
    Histogram bins = Histogram.covering(10, Double.POSITIVE_INFINITY, values).of(values);
    assertEquals(0, bins.start(), 0);
    assertEquals(1, bins.width(), 0);
    assertArrayEquals(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 0, 2}, bins.counts());
    assertEquals(10, bins.stop(), 0, "the greatest value, such as W_max, has nothing beyond it");
  }

  @Test
  void valuesThatAreAllAlikeLieInTheMiddle() {
    double[] values = {45, 45, 45};
    Histogram bins = Histogram.covering(100, Double.POSITIVE_INFINITY, values).of(values);
    assertEquals(3, bins.counts()[5]);
    assertEquals(3, Arrays.stream(bins.counts()).sum());
  }

  @Test
  void valuesBeyondTheLimitAndNotNumbersDoNotCount() {
    double[] values = {1, 2, 3, 1e9, Double.NaN};
    Histogram bins = Histogram.covering(10, 3, values).of(values);
    assertEquals(3, Arrays.stream(bins.counts()).sum());
    assertNull(Histogram.covering(10, 3, new double[] {Double.NaN, 7}));
  }

  @Test
  void anOutlineReturnsToTheGround() {
    Line outline = new Histogram(0, 2, new int[] {3, 1}).outline("w", 10);
    assertArrayEquals(new double[] {0, 0, 2, 2, 4, 4}, outline.x(), 0);
    assertArrayEquals(new double[] {0, 30, 30, 10, 10, 0}, outline.y(), 0);
  }

  @Test
  void quantilesLieBetweenNeighbours() {
    double[] sorted = {1, 2, 4};
    assertEquals(1, WeightTimePlot.quantile(sorted, 0), 0);
    assertEquals(2, WeightTimePlot.quantile(sorted, 0.5), 0);
    assertEquals(3, WeightTimePlot.quantile(sorted, 0.75), 0);
    assertEquals(4, WeightTimePlot.quantile(sorted, 1), 0);
  }

  @Test
  void neighbouringColoursDifferInLightness() {
    for (int i = 1; i < PlotTheme.colors(); i++) {
      double step = Math.abs(luminance(i) - luminance(i - 1));
      assertTrue(step > 0.06, "colours " + (i - 1) + " and " + i + ": " + step);
    }
  }

  private static double luminance(int place) {
    float[] rgb = PlotTheme.color(place).getRGBColorComponents(null);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }
}
