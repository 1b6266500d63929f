package org.hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hillock.record.WeightTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * Final weights as colours over sources and targets, a panel for each projection, all with the same
 * colours. Several synapses of a pair, and neurons where there are more than a picture shows, share
 * a rectangle with the mean of their weights; pairs without a synapse are white, and what is beyond
 * the last source of a projection is grey.
 */
final class WeightMatrixPlot {

  private static final int MOST_CELLS = 300; // on each axis

  private WeightMatrixPlot() {}

  static JFreeChart of(PlotData data) {
    List<Matrix> all = new ArrayList<>();
    for (WeightTable table : data.weights()) {
      if (table.weights().length > 0 && table.sources().length > 0) {
        all.add(Matrix.of(table));
      }
    }
    NumberAxis source = PlotTheme.horizontal("source neuron");
    PlotTheme.countsOnly(source);
    if (all.isEmpty()) {
      return PlotTheme.empty(
          data, source, "target neuron", "no weights were recorded in this time");
    }
    double[] values = all.stream().flatMapToDouble(one -> one.known()).toArray();
    ColorScale scale = ColorScale.of(values);
    List<XYPlot> panels = new ArrayList<>();
    double end = 0;
    for (Matrix one : all) {
      panels.add(panel(one, scale, source));
      end = Math.max(end, one.across() * (double) one.columns());
    }
    source.setRange(-0.5, end - 0.5);
    for (int i = 0; i < panels.size(); i++) {
      double own = all.get(i).across() * (double) all.get(i).columns();
      if (own < end) { // where this population has no neurons
        panels
            .get(i)
            .addDomainMarker(
                new IntervalMarker(own - 0.5, end - 0.5, PlotTheme.GRID), Layer.BACKGROUND);
      }
    }
    JFreeChart chart = PlotTheme.chart(data, PlotTheme.stack(source, panels), false);
    WeightTable last = data.weights().get(0);
    String when = " at " + TimeScale.text(last.times()[last.times().length - 1]);
    chart.addSubtitle(scale.legend("weight" + when + WeightPlot.unit(data, data.weights())));
    return chart;
  }

  private static XYPlot panel(Matrix matrix, ColorScale scale, NumberAxis source) {
    WeightTable table = matrix.table();
    NumberAxis target =
        PlotTheme.axis(
            table.projection()
                + ": "
                + table.sourcePopulation()
                + " to "
                + table.targetPopulation()
                + ", target");
    PlotTheme.countsOnly(target);
    target.setRange(-0.5, matrix.up() * (double) matrix.rows() - 0.5);
    XYPlot panel = PlotTheme.panel(source, target);
    panel.setDomainGridlinesVisible(false);
    panel.setRangeGridlinesVisible(false);
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries(table.projection(), matrix.cells());
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setPaintScale(scale);
    renderer.setBlockWidth(matrix.across());
    renderer.setBlockHeight(matrix.up());
    panel.setDataset(dataset);
    panel.setRenderer(renderer);
    if (matrix.across() * matrix.up() > 1) {
      String joined = "means of " + matrix.across() + " × " + matrix.up() + " neurons";
      PlotTheme.name(joined, PlotTheme.TEXT, panel);
    }
    return panel;
  }

  /**
   * Mean weights of rectangles.
   *
   * @param across sources that share one
   * @param up targets that share one
   * @param cells x, y and weight of the rectangles that have a synapse
   */
  private record Matrix(
      WeightTable table, int across, int up, int columns, int rows, double[][] cells) {

    static Matrix of(WeightTable table) {
      int sources = 1 + most(table.sources());
      int targets = 1 + most(table.targets());
      int across = (sources + MOST_CELLS - 1) / MOST_CELLS;
      int up = (targets + MOST_CELLS - 1) / MOST_CELLS;
      int columns = (sources + across - 1) / across;
      int rows = (targets + up - 1) / up;
      double[] sums = new double[columns * rows];
      int[] counts = new int[sums.length];
      double[] last = table.weights()[table.weights().length - 1];
      int filled = 0;
      for (int i = 0; i < last.length; i++) {
        int at = table.sources()[i] / across * rows + table.targets()[i] / up;
        filled += counts[at] == 0 ? 1 : 0;
        sums[at] += last[i];
        counts[at]++;
      }
      double[][] cells = new double[3][filled];
      int next = 0;
      for (int at = 0; at < sums.length; at++) {
        if (counts[at] > 0) {
          cells[0][next] = (at / rows + 0.5) * across - 0.5;
          cells[1][next] = (at % rows + 0.5) * up - 0.5;
          cells[2][next++] = sums[at] / counts[at];
        }
      }
      return new Matrix(table, across, up, columns, rows, cells);
    }

    private static int most(int[] numbers) {
      int most = 0;
      for (int number : numbers) {
        most = Math.max(most, number);
      }
      return most;
    }

    DoubleStream known() {
      return Arrays.stream(cells[2]);
    }
  }
}
