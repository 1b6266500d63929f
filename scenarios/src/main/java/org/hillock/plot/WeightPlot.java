package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import org.hillock.record.WeightTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Histograms of the weights, one panel for each projection: those at the end filled, and those at
 * the first sample, where there was one before the end, as an outline.
 */
final class WeightPlot {

  private static final int MOST_BINS = 100;

  private WeightPlot() {}

  static JFreeChart of(PlotData data) {
    NumberAxis domain = PlotTheme.horizontal("weight" + unit(data, data.weights()));
    List<XYPlot> panels = new ArrayList<>();
    for (WeightTable table : data.weights()) {
      panels.add(panel(table, domain, panels.size()));
    }
    if (panels.isEmpty()) {
      return PlotTheme.empty(data, domain, "synapses", "no weights were recorded");
    }
    return PlotTheme.chart(data, PlotTheme.stack(domain, panels), true);
  }

  private static XYPlot panel(WeightTable table, NumberAxis domain, int place) {
    NumberAxis range = PlotTheme.axisFromZero("synapses");
    PlotTheme.countsOnly(range);
    XYPlot panel = PlotTheme.panel(domain, range);
    int samples = table.weights().length;
    double[] end = samples == 0 ? new double[0] : table.weights()[samples - 1];
    double[] first = samples < 2 ? new double[0] : table.weights()[0];
    Histogram bins = Histogram.covering(MOST_BINS, Double.POSITIVE_INFINITY, end, first);
    if (bins == null) {
      range.setRange(0, 1);
      PlotTheme.say(table.projection() + ": no weights", panel, domain, range);
      return panel;
    }
    String at = " at " + TimeScale.text(table.times()[samples - 1]);
    List<Line> filled = List.of(bins.of(end).outline(table.projection() + at, 1));
    panel.setDataset(0, new LineDataset(filled));
    panel.setRenderer(0, LineRenderer.filled(List.of(place), 0.6));
    if (samples > 1) {
      String then = table.projection() + " at " + TimeScale.text(table.times()[0]);
      List<Line> outline = List.of(bins.of(first).outline(then, 1));
      LineRenderer line = LineRenderer.of(List.of(place), 1.8);
      line.setSeriesPaint(0, PlotTheme.TEXT);
      panel.setDataset(1, new LineDataset(outline));
      panel.setRenderer(1, line);
    }
    return panel;
  }

  /** The unit that all these projections share, in brackets; empty if it is not known. */
  static String unit(PlotData data, List<WeightTable> tables) {
    List<String> units =
        tables.stream()
            .map(table -> data.units().getOrDefault(table.projection(), ""))
            .distinct()
            .toList();
    return units.size() == 1 && !units.get(0).isEmpty() ? " [" + units.get(0) + "]" : "";
  }
}
