package org.hillock.plot;

import java.awt.BasicStroke;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;

/**
 * Why a neuron fired: its potential up to the spike; below it, when each spike arrived, and what it
 * had made of the potential in the end; at the bottom the sum of these, by the way they came.
 */
public final class CausePlot {

  private static final PlotSize SIZE = new PlotSize(1000, 800);

  /** The picture begins where what arrived before makes less than this part of all. */
  private static final double LITTLE = 0.005;

  /** And is no shorter than this [ms]. */
  private static final double SHORTEST = 10;

  /** Fewer ways than this are drawn each, the others together. */
  private static final int MOST = PlotTheme.colors();

  /**
   * Spikes that came by one way.
   *
   * @param name of the projection or input
   * @param times of arrival, ascending [ms]
   * @param potentials what each made [mV]
   */
  public record Way(String name, double[] times, double[] potentials) {

    double total() {
      return IntStream.range(0, times.length).mapToDouble(i -> Math.abs(potentials[i])).sum();
    }
  }

  /**
   * What is drawn.
   *
   * @param title of the picture
   * @param time of the spike [ms]
   * @param rest the potential of rest [mV]
   * @param threshold relative to rest [mV]; empty if it moves
   * @param times of samples of the potential [ms]
   * @param potential samples [mV]
   * @param ways those that made most first
   */
  public record Cause(
      String title,
      double time,
      double rest,
      OptionalDouble threshold,
      double[] times,
      double[] potential,
      List<Way> ways) {}

  private CausePlot() {}

  /**
   * Draws it.
   *
   * @param file which ends in .png or .svg, or has no ending, for both
   * @return the files that were written
   * @throws PlotException if this machine cannot draw
   */
  public static List<Path> write(Cause cause, Path file) throws IOException {
    return PlotWriter.writeByEnding(chart(cause), file, SIZE);
  }

  private static JFreeChart chart(Cause cause) {
    List<Way> ways = shown(cause.ways());
    double begin = begin(cause);
    double end = cause.time() + (cause.time() - begin) / 20;
    List<Integer> places = IntStream.range(0, ways.size()).boxed().toList();
    NumberAxis axis = PlotTheme.timeAxis(begin, end);
    List<XYPlot> panels = new ArrayList<>();
    panels.add(potential(axis, cause));
    List<Line> stems = new ArrayList<>();
    List<Line> sums = new ArrayList<>();
    for (Way way : ways) {
      stems.add(stems(way));
      sums.add(sum(way, cause.time()));
    }
    XYPlot single = panel(axis, "each spike [mV]", stems, LineRenderer.of(places, 1.5));
    XYPlot together = panel(axis, "spikes in all [mV]", sums, LineRenderer.of(places, 2));
    panels.add(single);
    panels.add(together);
    for (XYPlot panel : panels) {
      panel.addDomainMarker(new ValueMarker(cause.time(), PlotTheme.FRAME, new BasicStroke(1)));
    }
    JFreeChart chart =
        PlotTheme.chart(cause.title(), PlotTheme.stack(axis, panels, List.of(2, 2, 2)), true);
    chart.getLegend().setSources(new LegendItemSource[] {together});
    return chart;
  }

  private static XYPlot potential(NumberAxis axis, Cause cause) {
    XYPlot panel =
        panel(
            axis,
            "V_m [mV]",
            List.of(new Line("", cause.times(), cause.potential())),
            LineRenderer.of(List.of(6), 1.5));
    if (cause.threshold().isPresent()) {
      BasicStroke dashes =
          new BasicStroke(
              1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {5, 4}, 0);
      double threshold = cause.rest() + cause.threshold().getAsDouble();
      panel.addRangeMarker(new ValueMarker(threshold, PlotTheme.FRAME, dashes));
    }
    return panel;
  }

  private static XYPlot panel(
      NumberAxis time, String label, List<Line> lines, LineRenderer renderer) {
    XYPlot panel = PlotTheme.panel(time, PlotTheme.axis(label));
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(renderer);
    return panel;
  }

  /** The first ways, and what the others made together. */
  private static List<Way> shown(List<Way> ways) {
    if (ways.size() <= MOST) {
      return ways;
    }
    List<Way> shown = new ArrayList<>(ways.subList(0, MOST - 1));
    List<double[]> others = new ArrayList<>();
    for (Way way : ways.subList(MOST - 1, ways.size())) {
      for (int i = 0; i < way.times().length; i++) {
        others.add(new double[] {way.times()[i], way.potentials()[i]});
      }
    }
    others.sort((a, b) -> Double.compare(a[0], b[0]));
    shown.add(
        new Way(
            (ways.size() - MOST + 1) + " others",
            others.stream().mapToDouble(one -> one[0]).toArray(),
            others.stream().mapToDouble(one -> one[1]).toArray()));
    return shown;
  }

  /** Before this there is next to nothing to see [ms]. */
  private static double begin(Cause cause) {
    double all = cause.ways().stream().mapToDouble(Way::total).sum();
    double begin = cause.time() - SHORTEST;
    for (Way way : cause.ways()) {
      double before = 0;
      for (int i = 0; i < way.times().length; i++) {
        before += Math.abs(way.potentials()[i]);
        if (before > LITTLE * all) {
          begin = Math.min(begin, way.times()[i]);
          break;
        }
      }
    }
    return Math.max(0, begin);
  }

  private static Line stems(Way way) {
    double[] x = new double[3 * way.times().length];
    double[] y = new double[x.length];
    for (int i = 0; i < way.times().length; i++) {
      x[3 * i] = x[3 * i + 1] = x[3 * i + 2] = way.times()[i];
      y[3 * i + 1] = way.potentials()[i];
      y[3 * i + 2] = Double.NaN;
    }
    return new Line(way.name(), x, y);
  }

  private static Line sum(Way way, double end) {
    double[] x = new double[2 * way.times().length + 2];
    double[] y = new double[x.length];
    double sum = 0;
    for (int i = 0; i < way.times().length; i++) {
      x[2 * i + 1] = x[2 * i + 2] = way.times()[i];
      y[2 * i + 1] = sum;
      sum += way.potentials()[i];
      y[2 * i + 2] = sum;
    }
    x[x.length - 1] = end;
    y[x.length - 1] = sum;
    return new Line(way.name(), x, y);
  }
}
