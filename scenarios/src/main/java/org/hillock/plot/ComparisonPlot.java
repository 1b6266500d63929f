package org.hillock.plot;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hillock.analysis.Comparison;
import org.hillock.analysis.NeuronDistributions;
import org.hillock.analysis.PopulationComparison;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;

/**
 * The distributions over neurons of two runs: rates, variation of intervals and correlations, a
 * panel each, cumulative, a colour for each population. The first run is a broad pale line, the
 * second a thin one: where they agree, the thin line runs in the middle of the broad one. An axis
 * shows 98 of 100 values.
 */
public final class ComparisonPlot {

  /** Three panels in a row, each a little higher than wide. */
  public static final PlotSize SIZE = new PlotSize(1400, 640);

  private static final double CUT = 0.01; // of the values, at either end
  private static final double BROAD = 7; // [px]
  private static final double THIN = 1.8; // [px]
  private static final double PALE = 0.4;

  private ComparisonPlot() {}

  /**
   * Draws a comparison.
   *
   * @throws PlotException if this machine cannot draw
   */
  public static JFreeChart of(Comparison comparison) {
    Display.prepare(false);
    return Display.guarded(() -> draw(comparison));
  }

  private static JFreeChart draw(Comparison comparison) {
    NumberAxis share = PlotTheme.axisFromZero("cumulative share");
    share.setRange(0, 1.02); // the line at 1 is seen whole
    CombinedRangeXYPlot row = new CombinedRangeXYPlot(share);
    row.setGap(24);
    String bin = NiceNumber.text(comparison.settings().bin());
    row.add(panel(comparison, "firing rate of a neuron [Hz]", NeuronDistributions::rates));
    row.add(panel(comparison, "CV of its intervals", NeuronDistributions::variations));
    row.add(
        panel(
            comparison,
            "correlation of two neurons (" + bin + " ms)",
            NeuronDistributions::correlations));
    JFreeChart chart = PlotTheme.chart("Distributions over neurons", row, true);
    chart.getLegend().setSources(new LegendItemSource[] {() -> legend(comparison)});
    return chart;
  }

  private static XYPlot panel(
      Comparison comparison, String label, Function<NeuronDistributions, double[]> quantity) {
    NumberAxis across = PlotTheme.horizontal(label);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    List<double[]> samples = new ArrayList<>();
    for (PopulationComparison population : comparison.populations()) {
      for (NeuronDistributions run : List.of(population.a(), population.b())) {
        double[] values = quantity.apply(run);
        samples.add(values);
        if (values.length > 0) {
          int cut = (int) (CUT * values.length);
          least = Math.min(least, values[cut]);
          most = Math.max(most, values[values.length - 1 - cut]);
        }
      }
    }
    XYPlot panel = PlotTheme.panel(across, PlotTheme.axis(""));
    panel.setRangeAxis(null);
    if (least > most) {
      across.setRange(0, 1);
      NumberAxis share = PlotTheme.axis("");
      share.setRange(0, 1);
      PlotTheme.say("too few spikes", panel, across, share);
      return panel;
    }
    double margin = most > least ? 0.03 * (most - least) : Math.max(0.5, 0.1 * Math.abs(most));
    across.setRange(least - margin, most + margin);
    List<Line> broad = new ArrayList<>();
    List<Line> thin = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < comparison.populations().size(); i++) {
      String name = comparison.populations().get(i).population();
      broad.add(steps(name, samples.get(2 * i), least - margin, most + margin));
      thin.add(steps(name, samples.get(2 * i + 1), least - margin, most + margin));
      places.add(i);
    }
    // Of two datasets the one of lower index is drawn last: thin lines lie on broad ones.
    panel.setDataset(0, new LineDataset(thin));
    panel.setRenderer(0, LineRenderer.of(places, THIN));
    panel.setDataset(1, new LineDataset(broad));
    LineRenderer pale = LineRenderer.of(places, BROAD);
    for (int place : places) {
      pale.setSeriesPaint(place, PlotTheme.faded(PlotTheme.color(place), PALE));
    }
    panel.setRenderer(1, pale);
    return panel;
  }

  /** A step of 1/n at each of the ascending values; nothing if there are none. */
  private static Line steps(String name, double[] values, double from, double to) {
    int n = values.length;
    if (n == 0) {
      return new Line(name, new double[0], new double[0]);
    }
    double[] x = new double[2 * n + 2];
    double[] y = new double[2 * n + 2];
    x[0] = Math.min(from, values[0]);
    for (int i = 0; i < n; i++) {
      x[2 * i + 1] = x[2 * i + 2] = values[i];
      y[2 * i + 1] = (double) i / n;
      y[2 * i + 2] = (i + 1.0) / n;
    }
    x[2 * n + 1] = Math.max(to, values[n - 1]);
    y[2 * n + 1] = 1;
    return new Line(name, x, y);
  }

  private static LegendItemCollection legend(Comparison comparison) {
    LegendItemCollection items = new LegendItemCollection();
    items.add(item("A: " + comparison.a().name(), PlotTheme.faded(PlotTheme.TEXT, PALE), 0, BROAD));
    items.add(item("B: " + comparison.b().name(), PlotTheme.TEXT, 0, THIN));
    for (int i = 0; i < comparison.populations().size(); i++) {
      items.add(item(comparison.populations().get(i).population(), PlotTheme.color(i), i, BROAD));
    }
    return items;
  }

  private static LegendItem item(String text, Color color, int place, double width) {
    return new LegendItem(
        text,
        null,
        null,
        null,
        new Line2D.Double(-11, 0, 11, 0),
        PlotTheme.line(place, width),
        color);
  }
}
