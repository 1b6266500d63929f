package org.hillock.plot;

import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.hillock.record.TraceTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * State variables against each other: the membrane potential, or what was recorded first, to the
 * right, and a panel for each other variable, with a line for each neuron from a dot on. A line is
 * broken at spikes, whose reset is no motion, and where phases of a protocol begin.
 */
final class PhasePlanePlot {

  private static final int MOST_NEURONS = 8;
  private static final double DOT = 8; // [px]

  /**
   * The state of a neuron.
   *
   * @param name such as exc[0]
   * @param times of the samples [ms]
   * @param values of each variable, a sample a time
   */
  private record Orbit(
      String name, String population, int neuron, double[] times, Map<String, double[]> values) {}

  /** Two variables that share a panel. */
  private record Pair(String across, String up) {}

  private PhasePlanePlot() {}

  /** Whether two state variables of some neuron were recorded. */
  static boolean appliesTo(PlotData data) {
    return orbits(data).stream().anyMatch(orbit -> orbit.values().size() > 1);
  }

  static JFreeChart of(PlotData data) {
    List<Orbit> all =
        orbits(data).stream()
            .filter(orbit -> orbit.values().size() > 1 && orbit.times().length > 0)
            .toList();
    if (all.isEmpty()) {
      String why = "two state variables of a neuron are to be recorded";
      return PlotTheme.empty(data, PlotTheme.horizontal("state variable"), "another", why);
    }
    List<Orbit> shown = all.subList(0, Math.min(MOST_NEURONS, all.size()));
    Map<Pair, List<Orbit>> panels = new LinkedHashMap<>();
    for (Orbit orbit : shown) {
      List<String> variables = List.copyOf(orbit.values().keySet());
      for (String other : variables.subList(1, variables.size())) {
        panels
            .computeIfAbsent(new Pair(variables.get(0), other), pair -> new ArrayList<>())
            .add(orbit);
      }
    }
    List<XYPlot> drawn = new ArrayList<>();
    panels.forEach((pair, orbits) -> drawn.add(panel(data, pair, orbits, shown)));
    boolean several = shown.size() > 1;
    JFreeChart chart =
        drawn.size() == 1
            ? PlotTheme.chart(data, drawn.get(0), several)
            : PlotTheme.chart(data, new PanelGrid(drawn), false);
    if (several && drawn.size() > 1) {
      chart.addLegend(PlotTheme.legend(() -> keys(drawn)));
    }
    if (shown.size() < all.size()) {
      chart.addSubtitle(
          PlotTheme.note(
              "the first "
                  + shown.size()
                  + " of "
                  + all.size()
                  + " neurons, 'neurons' chooses"
                  + " others"));
    }
    return chart;
  }

  /** The neurons of all panels, each once. */
  private static LegendItemCollection keys(List<XYPlot> panels) {
    LegendItemCollection keys = new LegendItemCollection();
    Set<String> known = new HashSet<>();
    for (XYPlot panel : panels) {
      for (int i = 0; i < panel.getLegendItems().getItemCount(); i++) {
        LegendItem key = panel.getLegendItems().get(i);
        if (known.add(key.getLabel())) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /** All neurons, with what was recorded of them at the times of their first table. */
  private static List<Orbit> orbits(PlotData data) {
    Map<String, Orbit> orbits = new LinkedHashMap<>();
    for (TraceTable table : data.traces()) {
      int neurons = table.values().length == 0 ? 0 : table.values()[0].length;
      for (int i = 0; i < neurons; i++) {
        int neuron = table.firstNeuron() + i;
        String name = table.population() + "[" + neuron + "]";
        Orbit orbit =
            orbits.computeIfAbsent(
                name,
                each ->
                    new Orbit(
                        each, table.population(), neuron, table.times(), new LinkedHashMap<>()));
        for (int k = 0; k < table.variables().size(); k++) {
          if (table.values()[k][i].length == orbit.times().length) {
            orbit.values().putIfAbsent(table.variables().get(k), table.values()[k][i]);
          }
        }
      }
    }
    return orbits.values().stream().map(PhasePlanePlot::potentialFirst).toList();
  }

  private static Orbit potentialFirst(Orbit orbit) {
    Map<String, double[]> ordered = new LinkedHashMap<>();
    orbit.values().keySet().stream()
        .sorted((a, b) -> Boolean.compare(VariableName.isPotential(b), VariableName.isPotential(a)))
        .forEach(variable -> ordered.put(variable, orbit.values().get(variable)));
    return new Orbit(orbit.name(), orbit.population(), orbit.neuron(), orbit.times(), ordered);
  }

  private static XYPlot panel(PlotData data, Pair pair, List<Orbit> orbits, List<Orbit> shown) {
    NumberAxis across = PlotTheme.horizontal(VariableName.label(data, pair.across()));
    NumberAxis up = PlotTheme.axis(VariableName.label(data, pair.up()));
    XYPlot panel = PlotTheme.panel(across, up);
    DefaultXYDataset lines = new DefaultXYDataset();
    DefaultXYDataset begins = new DefaultXYDataset();
    XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
    line.setDrawSeriesLineAsPath(true);
    XYLineAndShapeRenderer dot = new XYLineAndShapeRenderer(false, true);
    for (int i = 0; i < orbits.size(); i++) {
      Orbit orbit = orbits.get(i);
      double[] x = orbit.values().get(pair.across());
      double[] y = orbit.values().get(pair.up());
      int place = shown.indexOf(orbit);
      lines.addSeries(orbit.name(), broken(data, orbit, x, y));
      line.setSeriesPaint(i, PlotTheme.color(place));
      line.setSeriesStroke(i, PlotTheme.line(place, 1.3));
      begins.addSeries(orbit.name(), new double[][] {{x[0]}, {y[0]}});
      dot.setSeriesPaint(i, PlotTheme.color(place));
      dot.setSeriesShape(i, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
      dot.setSeriesVisibleInLegend(i, false);
    }
    panel.setDataset(0, lines);
    panel.setRenderer(0, line);
    panel.setDataset(1, begins);
    panel.setRenderer(1, dot);
    if (shown.size() == 1) {
      PlotTheme.name(shown.get(0).name(), PlotTheme.color(0), panel);
    }
    return panel;
  }

  /** The samples, with a gap wherever a spike, or the beginning of a phase, lies between two. */
  private static double[][] broken(PlotData data, Orbit orbit, double[] x, double[] y) {
    double[] breaks =
        DoubleStream.concat(
                Arrays.stream(data.train(orbit.population(), orbit.neuron())),
                data.details().phases().stream().mapToDouble(phase -> Math.nextUp(phase.begin())))
            .sorted()
            .toArray();
    double[][] points = new double[2][x.length + breaks.length];
    int next = 0;
    int at = 0;
    for (int i = 0; i < x.length; i++) {
      boolean gap = false;
      while (at < breaks.length && breaks[at] <= orbit.times()[i]) {
        at++;
        gap = i > 0;
      }
      if (gap) {
        points[0][next] = x[i];
        points[1][next++] = Double.NaN;
      }
      points[0][next] = x[i];
      points[1][next++] = y[i];
    }
    return new double[][] {Arrays.copyOf(points[0], next), Arrays.copyOf(points[1], next)};
  }
}
