package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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

  @Test
  void aSteadyRateStaysSteadyUpToBothEnds() {
    double[] times = new double[1000];
    Arrays.setAll(times, i -> i + 0.75);
    PlotData.Group group = PlotData.Group.all("exc", 10);
    Line rate = RateCurve.of(group, new SpikeList("exc", times, new int[1000]), 0, 1000);
    for (int i = 2; i < rate.y().length - 2; i++) {
      assertEquals(100, rate.y()[i], 12, "at " + rate.x()[i] + " ms"); // 2 or 3 spikes in a bin
    }
    assertEquals(100, Arrays.stream(rate.y()).average().orElseThrow(), 1);
  }

  @Test
  void smoothingKeepsTheNumberOfSpikes() {
    PlotData.Group group = PlotData.Group.all("exc", 4);
    Line rate =
        RateCurve.of(group, new SpikeList("exc", new double[] {500}, new int[] {2}), 0, 1000);
    double bin = rate.x()[1] - rate.x()[0];
    assertEquals(1, Arrays.stream(rate.y()).sum() * 4 * bin / 1000, 1e-9);
    assertEquals(5, RateCurve.width(0, 1000), 0);
  }

  @Test
  void coarseBinsAreDrawnAsTheyAre() {
    RateTable table = new RateTable("exc", 5, 100, 50, new int[] {0, 10, 0});
    assertArrayEquals(new double[] {0, 40, 0}, RateCurve.of(table, 100, 250).y(), 1e-9);
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
    assertArrayEquals(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1}, bins.counts());
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
