package org.hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.record.WeightTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;
import org.jfree.chart.renderer.xy.XYDifferenceRenderer;

/**
 * Weights over time, one panel for each projection: a line for each synapse if there are few, else
 * their mean over a band that holds 90 of 100 of them and a darker one that holds the middle half.
 */
final class WeightTimePlot {

  /** Most synapses that get a line each. */
  static final int MOST_LINES = 30;

  private static final int MOST_IN_LEGEND = 12;
  private static final double[] BANDS = {0.05, 0.25}; // quantiles; the upper edges mirror them

  private WeightTimePlot() {}

  static JFreeChart of(PlotData data) {
    double start = data.start();
    double stop = data.stop();
    for (WeightTable table : data.weights()) {
      for (double time : table.times()) {
        start = Math.min(start, time);
        stop = Math.max(stop, time);
      }
    }
    NumberAxis time = PlotTheme.timeAxis(start, stop);
    List<XYPlot> panels = new ArrayList<>();
    boolean legend = true;
    for (WeightTable table : data.weights()) {
      int synapses = table.sources().length;
      legend &= synapses <= MOST_IN_LEGEND || synapses > MOST_LINES;
      panels.add(panel(data, table, time, panels.size()));
    }
    if (panels.isEmpty()) {
      NumberAxis axis = PlotTheme.axis("weight");
      XYPlot empty = PlotTheme.panel(time, axis);
      PlotTheme.say("no weights were recorded", empty, time, axis);
      return PlotTheme.chart(data.title(), empty, false);
    }
    return PlotTheme.chart(data.title(), PlotTheme.stack(time, panels), legend);
  }

  private static XYPlot panel(PlotData data, WeightTable table, NumberAxis time, int place) {
    String label = data.weights().size() == 1 ? "weight" : table.projection();
    NumberAxis range = PlotTheme.axis(label + WeightPlot.unit(data, List.of(table)));
    XYPlot panel = PlotTheme.panel(time, range);
    int synapses = table.sources().length;
    if (synapses == 0 || table.times().length == 0) {
      range.setRange(0, 1);
      PlotTheme.say(table.projection() + ": no synapses", panel, time, range);
    } else if (synapses <= MOST_LINES) {
      addLines(panel, table);
    } else {
      addBands(panel, table, place);
    }
    return panel;
  }

  private static void addLines(XYPlot panel, WeightTable table) {
    List<Line> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int synapse = 0; synapse < table.sources().length; synapse++) {
      double[] weights = new double[table.times().length];
      for (int sample = 0; sample < weights.length; sample++) {
        weights[sample] = table.weights()[sample][synapse];
      }
      String name =
          "%s[%d] → %s[%d]"
              .formatted(
                  table.sourcePopulation(),
                  table.sources()[synapse],
                  table.targetPopulation(),
                  table.targets()[synapse]);
      lines.add(new Line(name, table.times(), weights));
      places.add(synapse);
    }
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineDrawing.renderer(lines, places, 1.5));
  }

  private static void addBands(XYPlot panel, WeightTable table, int place) {
    int samples = table.times().length;
    double[] means = new double[samples];
    double[][] lower = new double[BANDS.length][samples];
    double[][] upper = new double[BANDS.length][samples];
    for (int sample = 0; sample < samples; sample++) {
      double[] sorted =
          Arrays.stream(table.weights()[sample]).filter(Double::isFinite).sorted().toArray();
      means[sample] = Arrays.stream(sorted).average().orElse(Double.NaN);
      for (int band = 0; band < BANDS.length; band++) {
        lower[band][sample] = quantile(sorted, BANDS[band]);
        upper[band][sample] = quantile(sorted, 1 - BANDS[band]);
      }
    }
    List<Line> mean = List.of(new Line(table.projection() + ", mean", table.times(), means));
    SamplingXYLineRenderer line = LineDrawing.renderer(mean, List.of(place), 2.2);
    panel.setDataset(0, new LineDataset(mean));
    panel.setRenderer(0, line);
    for (int band = 0; band < BANDS.length; band++) {
      String share = Math.round(100 * (1 - 2 * BANDS[band])) + " % of the synapses";
      Line top = new Line(share, table.times(), upper[band]);
      Line bottom = new Line(share, table.times(), lower[band]);
      XYDifferenceRenderer fill = new XYDifferenceRenderer();
      java.awt.Color color = PlotTheme.faded(PlotTheme.color(place), 0.25);
      fill.setPositivePaint(color);
      fill.setNegativePaint(color);
      fill.setSeriesPaint(0, color);
      fill.setSeriesPaint(1, color);
      fill.setSeriesVisibleInLegend(1, false);
      fill.setLegendShape(0, PlotTheme.legendBar());
      panel.setDataset(band + 1, new LineDataset(List.of(top, bottom)));
      panel.setRenderer(band + 1, fill);
    }
  }

  /** A quantile of sorted values, between neighbours in proportion; NaN for none. */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
