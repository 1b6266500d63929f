package org.hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.record.WeightTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jspecify.annotations.Nullable;

/**
 * The weights onto each target as an image of its sources, the first at the upper left, in rows as
 * an image is stored; a panel for each projection, its targets row by row. Sources without a
 * synapse are grey; several synapses of a pair share a cell with their mean.
 */
final class ReceptiveFieldPlot {

  private static final int MOST_TILES = 100;

  private ReceptiveFieldPlot() {}

  static JFreeChart of(PlotData data, PlotOptions options) {
    List<Tiles> all = new ArrayList<>();
    for (WeightTable table : data.weights()) {
      if (table.weights().length > 0 && table.sources().length > 0) {
        all.add(
            Tiles.of(table, data.details().sources().get(table.projection()), options.columns()));
      }
    }
    if (all.isEmpty()) {
      return PlotTheme.empty(
          data, PlotTheme.horizontal("source"), "", "no weights were recorded in this time");
    }
    ColorScale scale =
        ColorScale.of(
            all.stream().flatMapToDouble(tiles -> Arrays.stream(tiles.cells()[2])).toArray());
    List<XYPlot> panels = all.stream().map(tiles -> panel(tiles, scale)).toList();
    JFreeChart chart = PlotTheme.chart(data, new PanelGrid(panels), false);
    for (Tiles tiles : all) {
      chart.addSubtitle(PlotTheme.note(tiles.description()));
    }
    double[] times = data.weights().get(0).times();
    String when = " at " + TimeScale.text(times[times.length - 1]);
    chart.addSubtitle(scale.legend("weight" + when + WeightPlot.unit(data, data.weights())));
    return chart;
  }

  private static XYPlot panel(Tiles tiles, ColorScale scale) {
    NumberAxis across = hidden(tiles.width());
    NumberAxis up = hidden(tiles.height());
    up.setInverted(true);
    XYPlot panel = new MapPanel(across, up, false);
    PlotTheme.dress(panel);
    panel.setDomainGridlinesVisible(false);
    panel.setRangeGridlinesVisible(false);
    panel.setOutlineVisible(false);
    DefaultXYZDataset cells = new DefaultXYZDataset();
    cells.addSeries(tiles.table().projection(), tiles.cells());
    XYBlockRenderer blocks = new XYBlockRenderer();
    blocks.setPaintScale(scale);
    panel.setDataset(cells);
    panel.setRenderer(blocks);
    return panel;
  }

  private static NumberAxis hidden(int cells) {
    NumberAxis axis = PlotTheme.horizontal("");
    axis.setRange(-0.5, cells - 0.5);
    axis.setVisible(false);
    return axis;
  }

  /**
   * Images beside each other, a cell apart.
   *
   * @param columns of an image
   * @param rows of an image
   * @param shown targets that are drawn
   * @param targets that there are
   * @param across images beside each other
   * @param cells x, y (downwards) and mean weight of each source of each image
   */
  private record Tiles(
      WeightTable table,
      int columns,
      int rows,
      int shown,
      int targets,
      int across,
      double[][] cells) {

    /**
     * @param from the sources of the projection; null for as many as have synapses, from 0 on
     * @param wanted columns; 0 to choose
     */
    static Tiles of(WeightTable table, PlotData.@Nullable Group from, int wanted) {
      int first = from == null ? 0 : from.from();
      int end = from == null ? 1 + Arrays.stream(table.sources()).max().orElse(0) : from.to();
      int sources = end - first;
      int columns = wanted > 0 ? Math.min(wanted, sources) : columns(sources);
      int rows = (sources + columns - 1) / columns;
      int[] own = Arrays.stream(table.targets()).distinct().sorted().toArray();
      int shown = Math.min(MOST_TILES, own.length);
      // About as wide as high.
      int across = (int) Math.ceil(Math.sqrt(shown * (rows + 1.0) / (columns + 1.0)));
      across = Math.max(1, Math.min(shown, across));
      double[] sums = new double[shown * sources];
      int[] counts = new int[sums.length];
      double[] last = table.weights()[table.weights().length - 1];
      for (int i = 0; i < last.length; i++) {
        int tile = Arrays.binarySearch(own, table.targets()[i]);
        if (tile < shown) {
          int cell = tile * sources + table.sources()[i] - first;
          sums[cell] += last[i];
          counts[cell]++;
        }
      }
      double[][] cells = new double[3][sums.length];
      for (int at = 0; at < sums.length; at++) {
        int tile = at / sources;
        int source = at % sources;
        cells[0][at] = (double) (tile % across) * (columns + 1) + source % columns;
        cells[1][at] = (double) (tile / across) * (rows + 1) + (double) (source / columns);
        cells[2][at] = counts[at] == 0 ? Double.NaN : sums[at] / counts[at];
      }
      return new Tiles(table, columns, rows, shown, own.length, across, cells);
    }

    /** As many as rows, or as rows of either half; else as near as divides the sources. */
    private static int columns(int sources) {
      int root = (int) Math.round(Math.sqrt(sources));
      int half = (int) Math.round(Math.sqrt(sources / 2.0));
      if (root * root == sources) {
        return root;
      }
      if (2 * half * half == sources) {
        return half;
      }
      int columns = (int) Math.ceil(Math.sqrt(sources));
      while (sources % columns != 0) {
        columns++;
      }
      return columns;
    }

    int width() {
      return across * (columns + 1) - 1;
    }

    int height() {
      return (shown + across - 1) / across * (rows + 1) - 1;
    }

    String description() {
      String which =
          shown < targets
              ? "the first " + shown + " of " + targets + " neurons of "
              : targets + (targets == 1 ? " neuron of " : " neurons of ");
      return table.projection()
          + ": "
          + which
          + table.targetPopulation()
          + ", row by row, each by its weights from "
          + columns
          + " x "
          + rows
          + " neurons of "
          + table.sourcePopulation();
    }
  }
}
