package org.hillock.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hillock.analysis.SpikeTrainIndex;
import org.hillock.record.Spikes;
import org.hillock.record.WeightTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * The window of learning: how much each weight has changed, against the time from the presynaptic
 * spike to the postsynaptic one next to it, as Bi and Poo (1998) drew it. A dot for each synapse;
 * the time is the median over its presynaptic spikes, at the synapse where the delays are known.
 */
final class StdpWindowPlot {

  private static final Shape DOT = new Ellipse2D.Double(-3.5, -3.5, 7, 7);
  private static final int MOST_DOTS = 100_000;
  private static final int STRENGTHENED = 0; // place of the colour
  private static final int WEAKENED = 4;

  /**
   * What one synapse shows.
   *
   * @param difference t_post - t_pre at the synapse [ms]
   * @param change of its weight [%], or in the unit of the weights if one of them begins at 0
   */
  private record Pairing(double difference, double change) {}

  private StdpWindowPlot() {}

  /** Whether there are weights at two times, and the spikes that may have changed them. */
  static boolean appliesTo(PlotData data) {
    return !data.spikes().isEmpty()
        && data.weights().stream().anyMatch(table -> table.times().length > 1);
  }

  static JFreeChart of(PlotData data) {
    boolean located =
        !data.weights().isEmpty()
            && data.weights().stream()
                .allMatch(table -> data.details().shifts().containsKey(table.projection()));
    NumberAxis difference =
        PlotTheme.horizontal("t_post − t_pre" + (located ? " at the synapse" : "") + " [ms]");
    boolean relative = data.weights().stream().allMatch(StdpWindowPlot::hasWeightsToBegin);
    String unit = relative ? " [%]" : WeightPlot.unit(data, data.weights());
    List<XYPlot> panels = new ArrayList<>();
    for (WeightTable table : data.weights()) {
      panels.add(panel(data, table, difference, relative, unit));
    }
    if (panels.isEmpty()) {
      return PlotTheme.empty(data, difference, "change of weight", "no weights were recorded");
    }
    return PlotTheme.chart(data, PlotTheme.stack(difference, panels), false);
  }

  private static boolean hasWeightsToBegin(WeightTable table) {
    return table.weights().length > 0
        && Arrays.stream(table.weights()[0]).allMatch(w -> Double.isFinite(w) && w != 0);
  }

  private static XYPlot panel(
      PlotData data, WeightTable table, NumberAxis difference, boolean relative, String unit) {
    String label = "change of weight" + unit;
    NumberAxis axis =
        PlotTheme.axis(data.weights().size() == 1 ? label : table.projection() + ": " + label);
    XYPlot panel = PlotTheme.panel(difference, axis);
    List<Pairing> pairings = pairings(data, table, relative);
    if (pairings.isEmpty()) {
      difference.setRange(-1, 1);
      axis.setRange(-1, 1);
      PlotTheme.say("no pairs of spikes", panel, difference, axis);
      return panel;
    }
    panel.addDomainMarker(new ValueMarker(0, PlotTheme.FRAME, PlotTheme.line(0, 1)));
    panel.addRangeMarker(new ValueMarker(0, PlotTheme.FRAME, PlotTheme.line(0, 1)));
    panel.setDataset(
        new LineDataset(
            List.of(
                dots("strengthened", pairings.stream().filter(p -> p.change() >= 0).toList()),
                dots("weakened", pairings.stream().filter(p -> p.change() < 0).toList()))));
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    for (int series = 0; series < 2; series++) {
      renderer.setSeriesShape(series, DOT);
      int place = series == 0 ? STRENGTHENED : WEAKENED;
      renderer.setSeriesPaint(series, PlotTheme.faded(PlotTheme.color(place), 0.8));
    }
    panel.setRenderer(renderer);
    return panel;
  }

  private static Line dots(String name, List<Pairing> pairings) {
    return new Line(
        name,
        pairings.stream().mapToDouble(Pairing::difference).toArray(),
        pairings.stream().mapToDouble(Pairing::change).toArray());
  }

  private static List<Pairing> pairings(PlotData data, WeightTable table, boolean relative) {
    Spikes pre = data.spikesOf(table.sourcePopulation()).orElse(null);
    Spikes post = data.spikesOf(table.targetPopulation()).orElse(null);
    List<Pairing> pairings = new ArrayList<>();
    if (pre == null || post == null || table.weights().length < 2) {
      return pairings;
    }
    SpikeTrainIndex sources = SpikeTrainIndex.of(pre, 0, 1 + most(table.sources()));
    SpikeTrainIndex targets = SpikeTrainIndex.of(post, 0, 1 + most(table.targets()));
    double shift = data.details().shifts().getOrDefault(table.projection(), 0.0);
    double[] first = table.weights()[0];
    double[] last = table.weights()[table.weights().length - 1];
    int every = 1 + first.length / MOST_DOTS;
    for (int i = 0; i < first.length; i += every) {
      double difference =
          median(sources.train(table.sources()[i]), targets.train(table.targets()[i]), shift);
      double change = last[i] - first[i];
      if (Double.isFinite(difference) && Double.isFinite(change)) {
        pairings.add(new Pairing(difference, relative ? 100 * change / first[i] : change));
      }
    }
    pairings.sort(Comparator.comparingDouble(Pairing::difference));
    return pairings;
  }

  private static int most(int[] neurons) {
    return Arrays.stream(neurons).max().orElse(0);
  }

  /** From each presynaptic spike to the postsynaptic one next to it; NaN if there is none. */
  static double median(double[] pre, double[] post, double shift) {
    if (pre.length == 0 || post.length == 0) {
      return Double.NaN;
    }
    double[] differences = new double[pre.length];
    for (int i = 0; i < pre.length; i++) {
      double meeting = pre[i] - shift;
      int above = Arrays.binarySearch(post, meeting);
      above = above < 0 ? -above - 1 : above;
      double after = above < post.length ? post[above] - meeting : Double.POSITIVE_INFINITY;
      double before = above > 0 ? post[above - 1] - meeting : Double.NEGATIVE_INFINITY;
      differences[i] = after < -before ? after : before;
    }
    Arrays.sort(differences);
    int middle = differences.length / 2;
    return differences.length % 2 == 1
        ? differences[middle]
        : 0.5 * (differences[middle - 1] + differences[middle]);
  }
}
