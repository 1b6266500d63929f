package org.hillock.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hillock.analysis.ComparedRun;
import org.hillock.analysis.Comparison;
import org.hillock.analysis.ComparisonSettings;
import org.hillock.analysis.TimeWindow;
import org.hillock.record.SpikeList;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class ComparisonPlotTest {

  private static JFreeChart chart(double[] times, int[] neurons) {
    ComparedRun run =
        new ComparedRun(
            "results/x",
            new TimeWindow(0, 1000),
            List.of(ComparedRun.Recorded.all(4, new SpikeList("exc", times, neurons))));
    return ComparisonPlot.of(Comparison.of(run, run, ComparisonSettings.STANDARD));
  }

  @Test
  void theCurveRisesByTheShareOfNeuronsAtEachRate() {
    JFreeChart chart = chart(new double[] {10, 20, 30}, new int[] {0, 1, 1});
    XYPlot rates = ((CombinedRangeXYPlot) chart.getPlot()).getSubplots().get(0);
    XYDataset thin = rates.getDataset(0);
    assertEquals(2, rates.getDatasetCount());
    // Rates of 0, 0, 1 and 2 Hz: half of the neurons are silent.
    assertEquals(10, thin.getItemCount(0));
    assertEquals(0, thin.getXValue(0, 4), 0);
    assertEquals(0.5, thin.getYValue(0, 4), 0);
    assertEquals(1, thin.getXValue(0, 5), 0);
    assertEquals(0.5, thin.getYValue(0, 5), 0);
    assertEquals(0.75, thin.getYValue(0, 6), 0);
    assertEquals(1, thin.getYValue(0, 9), 0);
  }

  @Test
  void bothRunsThePopulationsAndTheUnitsAreNamed() {
    String svg =
        PlotWriter.svg(
            chart(new double[] {10, 20, 35, 36}, new int[] {0, 0, 0, 1}), ComparisonPlot.SIZE);
    for (String text :
        List.of(
            "Distributions over neurons",
            "cumulative share",
            "firing rate of a neuron [Hz]",
            "CV of its intervals",
            "correlation of two neurons (5 ms)",
            "A: results/x",
            "B: results/x",
            "exc")) {
      assertTrue(svg.contains(">" + text + "<"), text);
    }
    assertFalse(svg.contains("too few spikes"));
  }

  @Test
  void aPanelWithNothingToShowSaysSo() {
    String svg = PlotWriter.svg(chart(new double[0], new int[0]), ComparisonPlot.SIZE);
    assertTrue(svg.contains(">too few spikes<"));
  }
}
