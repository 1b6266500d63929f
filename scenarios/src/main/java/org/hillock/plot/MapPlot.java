package org.hillock.plot;

import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.network.Positions;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYShapeRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jspecify.annotations.Nullable;

/**
 * The neurons of each population in their places, coloured by their rates on one scale. Neurons of
 * a lattice are boxes, others discs. Places on a line are drawn as a row; those in space are seen
 * along the third axis.
 */
final class MapPlot {

  private static final double MOST_SIZE = 14; // [px]
  private static final double LEAST_SIZE = 3; // [px]
  private static final double SIZE_OF_ONE = 320; // [px], over the root of the number of neurons

  private static final int MOST_TICKS = 5;

  private MapPlot() {}

  /** Whether there are neurons with places whose spikes were recorded. */
  static boolean appliesTo(PlotData data) {
    return data.groups().stream().anyMatch(group -> shows(data, group));
  }

  private static boolean shows(PlotData data, PlotData.Group group) {
    return data.details().places().containsKey(group.name()) && data.spikesOf(group).isPresent();
  }

  static JFreeChart of(PlotData data) {
    List<PlotData.Group> groups =
        data.groups().stream().filter(group -> shows(data, group)).toList();
    List<double[]> rates = groups.stream().map(group -> rates(data, group)).toList();
    if (groups.isEmpty()) {
      NumberAxis across = PlotTheme.horizontal("x [mm]");
      return PlotTheme.empty(data, across, "y [mm]", "no neuron with a place was recorded");
    }
    double[] all = rates.stream().flatMapToDouble(Arrays::stream).toArray();
    ColorScale scale = ColorScale.of(all);
    List<XYPlot> panels = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      PlotData.Group group = groups.get(i);
      Positions places = data.details().places().get(group.name());
      panels.add(panel(group, places, rates.get(i), scale));
    }
    JFreeChart chart = PlotTheme.chart(data, new PanelGrid(panels), false);
    if (groups.stream().anyMatch(g -> data.details().places().get(g.name()).dimensions() == 3)) {
      chart.addSubtitle(PlotTheme.note("seen along the third axis"));
    }
    chart.addSubtitle(scale.legend("rate [Hz]"));
    return chart;
  }

  /** The rate of each neuron [Hz]. */
  private static double[] rates(PlotData data, PlotData.Group group) {
    double[] rates = new double[group.size()];
    double each = 1000 / (data.stop() - data.start());
    Optional<Spikes> spikes = data.spikesOf(group);
    spikes.ifPresent(
        list ->
            list.forEach(
                (time, neuron) -> {
                  if (neuron >= group.from() && neuron < group.to()) {
                    rates[neuron - group.from()] += each;
                  }
                }));
    return rates;
  }

  private static XYPlot panel(
      PlotData.Group group, Positions places, double[] rates, ColorScale scale) {
    boolean line = places.dimensions() == 1;
    double[][] xyz = new double[3][group.size()];
    for (int i = 0; i < group.size(); i++) {
      xyz[0][i] = places.coordinate(group.from() + i, 0);
      xyz[1][i] = line ? 0 : places.coordinate(group.from() + i, 1);
      xyz[2][i] = rates[i];
    }
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries(group.name(), xyz);
    Lattice lattice = Lattice.of(xyz, line);
    NumberAxis across =
        axis(group.name() + ": x [mm]", xyz[0], lattice == null ? 0 : lattice.across());
    NumberAxis upwards = axis("y [mm]", xyz[1], lattice == null ? 0 : lattice.upwards());
    XYPlot panel = new MapPanel(across, upwards, line);
    PlotTheme.dress(panel);
    panel.setDomainGridlinesVisible(false);
    panel.setRangeGridlinesVisible(false);
    if (line) {
      upwards.setVisible(false);
      upwards.setRange(-0.5, 0.5);
    }
    panel.setDataset(dataset);
    if (lattice != null) {
      XYBlockRenderer blocks = new XYBlockRenderer();
      blocks.setPaintScale(scale);
      blocks.setBlockWidth(lattice.across());
      blocks.setBlockHeight(line ? 1 : lattice.upwards());
      panel.setRenderer(blocks);
    } else {
      XYShapeRenderer discs = new XYShapeRenderer();
      discs.setPaintScale(scale);
      double size = SIZE_OF_ONE / Math.sqrt(group.size());
      size = Math.max(LEAST_SIZE, Math.min(MOST_SIZE, size));
      discs.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
      panel.setRenderer(discs);
    }
    return panel;
  }

  /** An axis around all of these places, with half a box more on either side. */
  private static NumberAxis axis(String label, double[] values, double box) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    double margin = box > 0 ? 0.5 * box : Math.max(1e-9, 0.03 * (high - low));
    NumberAxis axis = PlotTheme.styled(new WindowAxis(label, low - margin, high + margin));
    double tick = NiceNumber.atLeast(axis.getRange().getLength() / MOST_TICKS);
    axis.setTickUnit(new NumberTickUnit(tick, PlotTheme.tickFormat()));
    return axis;
  }

  /**
   * Places at the crossings of lines.
   *
   * @param across how far the lines are apart [mm]
   * @param upwards likewise
   */
  private record Lattice(double across, double upwards) {

    /** The lattice on which all of the places are, each once; or null. */
    static @Nullable Lattice of(double[][] xyz, boolean line) {
      double across = gap(xyz[0]);
      double upwards = line ? 1 : gap(xyz[1]);
      double columns = count(xyz[0], across);
      double rows = line ? 1 : count(xyz[1], upwards);
      boolean whole = across > 0 && upwards > 0 && columns * rows == xyz[0].length;
      return whole ? new Lattice(across, upwards) : null;
    }

    /** The least distance of two values that are not the same but for rounding. */
    private static double gap(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double same = 1e-6 * (sorted[sorted.length - 1] - sorted[0]);
      double least = Double.POSITIVE_INFINITY;
      for (int i = 1; i < sorted.length; i++) {
        double gap = sorted[i] - sorted[i - 1];
        least = gap > same ? Math.min(least, gap) : least;
      }
      return Double.isInfinite(least) ? 0 : least;
    }

    private static double count(double[] values, double gap) {
      double low = Arrays.stream(values).min().orElse(0);
      double high = Arrays.stream(values).max().orElse(0);
      return Math.rint((high - low) / gap) + 1;
    }
  }
}
