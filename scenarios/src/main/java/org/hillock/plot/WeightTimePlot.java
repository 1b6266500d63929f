package org.hillock.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.record.WeightTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Weights over time, one panel for each projection: a line for each synapse if there are few, else
 * their mean over a band that holds 90 of 100 of them and a darker one that holds the middle half.
 */
final class WeightTimePlot {

  /** Most synapses that get a line each. */
  static final int MOST_LINES = 30;

  private static final int MOST_IN_LEGEND = 12;

  /** Quantiles of the lower edges, mirrored by the upper ones; the wide band is drawn first. */
  private static final double[] BANDS = {0.25, 0.05};

  /** How much of the colour each band has: the inner one is the darker. */
  private static final double[] STRENGTHS = {0.5, 0.22};

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
      return PlotTheme.empty(data, time, "weight", "no weights were recorded");
    }
    return PlotTheme.chart(data, PhaseLines.in(PlotTheme.stack(time, panels), data), legend);
  }

  private static XYPlot panel(PlotData data, WeightTable table, NumberAxis time, int place) {
    String label = data.weights().size() == 1 ? "weight" : table.projection();
    NumberAxis range = PlotTheme.axis(label + WeightPlot.unit(data, List.of(table)));
    XYPlot panel = PlotTheme.panel(time, range);
    int synapses = table.sources().length;
    if (synapses == 0 || table.times().length == 0) {
      range.setRange(0, 1);
      PlotTheme.say(table.projection() + ": no weights", panel, time, range);
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
    PlotTheme.widenIfConstant((NumberAxis) panel.getRangeAxis(), lines);
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineRenderer.of(places, 1.5));
  }

  private static void addBands(XYPlot panel, WeightTable table, int place) {
    List<double[]> samples = new ArrayList<>(); // sorted
    List<Double> at = new ArrayList<>();
    for (int sample = 0; sample < table.times().length; sample++) {
      double[] sorted =
          Arrays.stream(table.weights()[sample]).filter(Double::isFinite).sorted().toArray();
      if (sorted.length > 0) {
        samples.add(sorted);
        at.add(table.times()[sample]);
      }
    }
    double[] times = at.stream().mapToDouble(Double::doubleValue).toArray();
    double[] means =
        samples.stream().mapToDouble(s -> Arrays.stream(s).average().orElseThrow()).toArray();
    List<Line> mean = List.of(new Line(table.projection() + ", mean", times, means));
    PlotTheme.widenIfConstant((NumberAxis) panel.getRangeAxis(), mean);
    panel.setDataset(0, new LineDataset(mean));
    panel.setRenderer(0, LineRenderer.of(List.of(place), 2.2));
    for (int band = 0; band < BANDS.length; band++) {
      String share = Math.round(100 * (1 - 2 * BANDS[band])) + " % of the synapses";
      Line top = quantiles(share, times, samples, 1 - BANDS[band]);
      Line bottom = quantiles(share, times, samples, BANDS[band]);
      panel.setDataset(band + 1, new LineDataset(List.of(top, bottom)));
      // Mixed with the paper, not see-through: the key shows the colour that the picture has.
      Color color = PlotTheme.mixed(PlotTheme.color(place), STRENGTHS[band]);
      panel.setRenderer(band + 1, new QuantileBandRenderer(color));
    }
  }

  private static Line quantiles(String name, double[] times, List<double[]> sorted, double share) {
    return new Line(name, times, sorted.stream().mapToDouble(s -> quantile(s, share)).toArray());
  }

  /** A quantile of sorted values, between neighbours in proportion. */
  static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
