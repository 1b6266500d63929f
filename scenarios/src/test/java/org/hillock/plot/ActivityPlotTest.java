package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.TimeWindow;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.junit.jupiter.api.Test;

/** What the plots of activity show, of a few spikes of which it is known. */
class ActivityPlotTest {

  /** Two trials of each of two phases of 100 ms; neuron 0 fires in the first, neuron 1 in both. */
  private static PlotData data() {
    double[] times = {5, 15, 105, 205, 215, 225, 305};
    int[] neurons = {0, 0, 1, 0, 0, 0, 1};
    List<PlotData.Phase> phases =
        List.of(
            new PlotData.Phase("bar_45", 0, 100),
            new PlotData.Phase("bar_0", 100, 200),
            new PlotData.Phase("bar_45", 200, 300),
            new PlotData.Phase("bar_0", 300, 400));
    WeightTable weights =
        new WeightTable(
            "learn",
            "exc",
            "exc",
            new int[] {0, 0, 1, 1},
            new int[] {0, 1, 1, 1},
            new double[] {0, 400},
            new double[][] {{9, 9, 9, 9}, {1, 2, 3, 5}});
    return new PlotData(
        "",
        0,
        400,
        List.of(PlotData.Group.all("exc", 2)),
        List.of(new SpikeList("exc", times, neurons)),
        List.of(),
        List.of(weights),
        List.of(),
        Map.of(),
        Map.of(),
        new PlotData.Details("", 1, Map.of()).in(phases));
  }

  private static XYPlot panel(JFreeChart chart, int place) {
    return chart.getPlot() instanceof CombinedDomainXYPlot stack
        ? stack.getSubplots().get(place)
        : chart.getXYPlot();
  }

  @Test
  void ratesSinceTheBeginningAreMeansOverTrialsWithTheirDeviation() {
    PlotOptions options = new PlotOptions(10, 0, false, 0, TimeWindow.ALWAYS, List.of());
    JFreeChart chart = PlotKind.PSTH.draw(data(), options);
    XYDataset rates = panel(chart, 0).getDataset(0);
    assertEquals("bar_45, 2 trials", rates.getSeriesKey(0).toString());
    // 1, 1, 0 and 1, 1, 1 spikes of two neurons in bins of 10 ms
    assertEquals(50, rates.getYValue(0, 0), 1e-12);
    assertEquals(50, rates.getYValue(0, 2), 1e-12);
    assertEquals(25, rates.getYValue(0, 4), 1e-12);
    assertEquals(0, rates.getYValue(0, 6), 1e-12);
    XYDataset band = panel(chart, 0).getDataset(1);
    assertEquals(50, band.getYValue(0, 4), 1e-12, "one sd above");
    assertEquals(0, band.getYValue(1, 4), 1e-12, "one sd below");
    assertEquals(20, panel(chart, 0).getDataset(0).getXValue(0, 4), 1e-12);
  }

  @Test
  void tuningStandsAtTheNumbersOfTheLabels() {
    JFreeChart chart = PlotKind.TUNING.draw(data());
    YIntervalSeriesCollection first = (YIntervalSeriesCollection) panel(chart, 0).getDataset();
    // Neuron 0 fires 2 and 3 times in a tenth of a second of bar_45, and not else.
    assertEquals(0, first.getXValue(0, 0));
    assertEquals(0, first.getYValue(0, 0), 1e-12);
    assertEquals(45, first.getXValue(0, 1));
    assertEquals(25, first.getYValue(0, 1), 1e-12);
    assertEquals(30, first.getEndYValue(0, 1), 1e-12);
    XYDataset second = panel(chart, 1).getDataset();
    assertEquals(10, second.getYValue(0, 0), 1e-12);
  }

  /** Neuron 0 answers to the one, neuron 1 to the other. */
  @Test
  void similarityIsTheCorrelationOfPatterns() {
    XYPlot plot = panel(PlotKind.SIMILARITY.draw(data()), 0);
    XYZDataset cells = (XYZDataset) plot.getDataset();
    assertEquals(4, cells.getItemCount(0));
    for (int i = 0; i < 4; i++) {
      boolean same = cells.getXValue(0, i) == cells.getYValue(0, i);
      assertEquals(same ? 1 : -1, cells.getZValue(0, i), 1e-12);
    }
    assertTrue(plot.getRangeAxis().isInverted());
    XYPlot alone = PlotKind.SIMILARITY.draw(data().between(0, 100)).getXYPlot();
    assertEquals(1, alone.getAnnotations().size(), "says that there is nothing to compare");
  }

  /** Neuron 0 fires at left, neuron 1 at right; of the lot at 50 half is called what it is not. */
  @Test
  void decodingIsWhatTheFirstLotTeaches() {
    PlotData.Details shown =
        data()
            .details()
            .showing(
                List.of(
                    new PlotData.Shown("learn", "left", 0, 100),
                    new PlotData.Shown("learn", "right", 100, 200),
                    new PlotData.Shown("dead_50", "right", 200, 300),
                    new PlotData.Shown("dead_50", "right", 300, 400),
                    new PlotData.Shown("dead_10", "left", 200, 300),
                    new PlotData.Shown("dead_10", "right", 300, 400)));
    PlotData data =
        new PlotData(
            "",
            0,
            400,
            data().groups(),
            data().spikes(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            shown);
    assertFalse(PlotKind.DECODING.appliesTo(data()), "phases without labels");
    XYPlot panel = panel(PlotKind.DECODING.draw(data), 0);
    YIntervalSeriesCollection curves = (YIntervalSeriesCollection) panel.getDataset();
    assertEquals(4, curves.getSeriesCount());
    assertEquals("read-out = likelihood", curves.getSeriesKey(1).toString());
    for (int curve = 0; curve < 4; curve++) {
      for (int lot = 0; lot < 2; lot++) {
        double part = curves.getXValue(curve, lot) == 10 ? 1 : 0.5;
        double error = Math.sqrt(part * (1 - part) / 2);
        assertEquals(part, curves.getYValue(curve, lot), 1e-12);
        assertEquals(part + error, curves.getEndYValue(curve, lot), 1e-12);
      }
    }
    XYPlot alone = PlotKind.DECODING.draw(data.between(0, 200)).getXYPlot();
    assertEquals(1, alone.getAnnotations().size(), "says that there is nothing to tell");
  }

  @Test
  void matrixHasTheMeanWeightOfEachPairAtTheEnd() {
    XYZDataset cells = (XYZDataset) panel(PlotKind.WEIGHT_MATRIX.draw(data()), 0).getDataset();
    assertEquals(3, cells.getItemCount(0));
    for (int i = 0; i < 3; i++) {
      double source = cells.getXValue(0, i);
      double target = cells.getYValue(0, i);
      double expected = source == 0 ? (target == 0 ? 1 : 2) : 4;
      assertEquals(expected, cells.getZValue(0, i), source + " to " + target);
    }
  }

  @Test
  void correlogramLeavesOutThatAPopulationIsLikeItself() {
    XYDataset lags = panel(PlotKind.CORRELOGRAM.draw(data()), 0).getDataset();
    assertTrue(Double.isNaN(lags.getYValue(0, 100)));
    // Symmetric, and largest at 200 ms, of which half lies beyond the picture.
    assertEquals(lags.getYValue(0, 90), lags.getYValue(0, 110), 1e-12);
    assertTrue(lags.getYValue(0, 110) > 0.2, "spikes 10 ms apart");
    assertTrue(lags.getYValue(0, 103) < 0, "none 3 ms apart");
  }

  @Test
  void spectrumHasLogarithmicAxesIfAsked() {
    PlotOptions log = new PlotOptions(0, 0, true, 0, TimeWindow.ALWAYS, List.of());
    XYPlot panel = PlotKind.SPECTRUM.draw(data(), log).getXYPlot();
    assertTrue(panel.getDomainAxis() instanceof LogarithmicAxis);
    assertFalse(
        PlotKind.SPECTRUM.draw(data()).getXYPlot().getRangeAxis() instanceof LogarithmicAxis);
  }

  /** A part of the time holds only trials that are whole in it, and says if there are none. */
  @Test
  void aPartOfTheTimeHoldsItsWholeTrials() {
    XYDataset part = panel(PlotKind.PSTH.draw(data().between(0, 250)), 0).getDataset(0);
    assertEquals("bar_45, 1 trial", part.getSeriesKey(0).toString());
    PlotOptions window = new PlotOptions(10, 0, false, 0, new TimeWindow(150, 350), List.of());
    XYDataset same = panel(PlotKind.PSTH.draw(data(), window), 0).getDataset(0);
    assertEquals(1, same.getSeriesCount());
    assertEquals("bar_45, 1 trial", same.getSeriesKey(0).toString());
    PlotData none = data().between(20, 80);
    assertTrue(PlotKind.PSTH.appliesTo(none));
    assertEquals(1, PlotKind.PSTH.draw(none).getXYPlot().getAnnotations().size());
    assertFalse(PlotKind.TUNING.appliesTo(PlotData.ofSpikes("", 0, 1, List.of(), List.of())));
  }

  /** Images go before phases. */
  @Test
  void imagesAreTrials() {
    PlotData.Details shown =
        data().details().showing(List.of(new PlotData.Shown("test", "7", 0, 50)));
    assertEquals(
        "[test]",
        Trials.byName(
                new PlotData(
                    "", 0, 400, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(),
                    Map.of(), shown))
            .keySet()
            .toString());
  }

  /**
   * Targets 0 and 1 with sources 0 and 1; source 0 of target 1 weighs 2, two of source 1 3 and 5.
   */
  @Test
  void receptiveFieldsAreImagesOfTheSources() {
    for (int columns = 1; columns <= 2; columns++) {
      PlotOptions options = new PlotOptions(0, 0, false, columns, TimeWindow.ALWAYS, List.of());
      Plot grid = PlotKind.RECEPTIVE_FIELDS.draw(data(), options).getPlot();
      XYZDataset cells = (XYZDataset) ((PanelGrid) grid).panels().get(0).getDataset();
      boolean one = columns == 1;
      double[] weights = {1, Double.NaN, 2, 4};
      double[] across = one ? new double[] {0, 0, 2, 2} : new double[] {0, 1, 3, 4};
      double[] down = one ? new double[] {0, 1, 0, 1} : new double[4];
      for (int i = 0; i < 4; i++) {
        assertEquals(weights[i], cells.getZValue(0, i));
        assertEquals(across[i], cells.getXValue(0, i));
        assertEquals(down[i], cells.getYValue(0, i));
      }
    }
  }

  @Test
  void receptiveFieldsHaveAPlaceForSourcesWithoutSynapses() {
    PlotData.Details known =
        PlotData.Details.NONE.from(Map.of("learn", new PlotData.Group("exc", 0, 3)));
    PlotData data = data();
    PlotData some =
        new PlotData(
            "",
            data.start(),
            data.stop(),
            data.groups(),
            data.spikes(),
            List.of(),
            data.weights(),
            List.of(),
            Map.of(),
            Map.of(),
            known);
    Plot grid = PlotKind.RECEPTIVE_FIELDS.draw(some).getPlot();
    XYZDataset cells = (XYZDataset) ((PanelGrid) grid).panels().get(0).getDataset();
    assertEquals(6, cells.getItemCount(0));
    double[] weights = {1, Double.NaN, Double.NaN, 2, 4, Double.NaN};
    for (int i = 0; i < 6; i++) {
      assertEquals(weights[i], cells.getZValue(0, i));
    }
  }

  @Test
  void spectrogramShowsWhenTheRhythmChanges() {
    List<Double> times = new ArrayList<>();
    for (double time = 0; time < 4000; time += time < 2000 ? 25 : 1000 / 80.0) {
      times.add(time + 0.5);
    }
    double[] spikes = times.stream().mapToDouble(Double::doubleValue).toArray();
    PlotData data =
        PlotData.ofSpikes(
            "",
            0,
            4000,
            List.of(PlotData.Group.all("exc", 1)),
            List.of(new SpikeList("exc", spikes, new int[spikes.length])));
    XYZDataset cells = (XYZDataset) panel(PlotKind.SPECTROGRAM.draw(data), 0).getDataset();
    for (double center : new double[] {1000, 3000}) {
      double best = Double.NEGATIVE_INFINITY;
      double frequency = 0;
      double most = center < 2000 ? 60 : 100; // a regular train has harmonics as strong
      for (int i = 0; i < cells.getItemCount(0); i++) {
        boolean near = Math.abs(cells.getXValue(0, i) - center) < 100;
        if (near && cells.getYValue(0, i) < most && cells.getZValue(0, i) > best) {
          best = cells.getZValue(0, i);
          frequency = cells.getYValue(0, i);
        }
      }
      assertEquals(center < 2000 ? 40 : 80, frequency, 1.5);
      assertTrue(best > 10, best + " dB");
    }
    PlotOptions shortest = new PlotOptions(10, 0, false, 0, TimeWindow.ALWAYS, List.of());
    XYPlot none = PlotKind.SPECTROGRAM.draw(data, shortest).getXYPlot();
    assertEquals(1, none.getAnnotations().size());
  }

  /**
   * The potential to the right, though recorded after w; broken between the samples around a spike.
   */
  @Test
  void phasePlaneIsBrokenAtSpikes() {
    TraceTable traces =
        new TraceTable(
            "exc",
            0,
            List.of("w", "V_m"),
            new double[] {1, 2, 3, 4},
            new double[][][] {{{5, 6, 7, 8}}, {{-70, -60, -50, -70}}});
    PlotData data =
        new PlotData(
            "",
            0,
            4,
            List.of(PlotData.Group.all("exc", 1)),
            List.of(new SpikeList("exc", new double[] {3.5}, new int[] {0})),
            List.of(traces),
            List.of(),
            List.of(),
            Map.of(),
            Map.of());
    assertTrue(PlotKind.PHASE_PLANE.appliesTo(data));
    assertFalse(PlotKind.PHASE_PLANE.appliesTo(data()));
    XYPlot panel = PlotKind.PHASE_PLANE.draw(data).getXYPlot();
    assertEquals("V_m [mV]", panel.getDomainAxis().getLabel());
    assertEquals("w [pA]", panel.getRangeAxis().getLabel());
    XYDataset line = panel.getDataset(0);
    assertEquals(5, line.getItemCount(0));
    assertTrue(Double.isNaN(line.getYValue(0, 3)));
    assertEquals(-70, line.getXValue(0, 4));
    assertEquals(8, line.getYValue(0, 4));
    assertEquals(-70, panel.getDataset(1).getXValue(0, 0));
  }
}
