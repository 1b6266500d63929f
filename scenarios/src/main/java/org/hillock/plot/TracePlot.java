package org.hillock.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hillock.analysis.SpikeTrainIndex;
import org.hillock.record.TraceTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;

/**
 * State variables over time, one panel for each variable, the membrane potential first and highest.
 *
 * <p>All recorded neurons share the panels and keep their colours. Spikes are strokes on the
 * potential (see {@link VoltageTrace}) that rise above the highest value by half of the range of
 * the values; firing thresholds are dashed lines.
 */
final class TracePlot {

  private static final double OVERSHOOT = 0.5; // of the range of the potential
  private static final int MOST_IN_LEGEND = 16;

  private TracePlot() {}

  static JFreeChart of(PlotData data) {
    Set<String> variables = new LinkedHashSet<>();
    data.traces().forEach(table -> variables.addAll(table.variables()));
    List<String> ordered = new ArrayList<>(variables);
    ordered.sort((a, b) -> Boolean.compare(isPotential(b), isPotential(a))); // stable

    NumberAxis time = PlotTheme.timeAxis(data.start(), data.stop());
    List<XYPlot> panels = new ArrayList<>();
    List<Integer> shares = new ArrayList<>();
    for (String variable : ordered) {
      panels.add(panel(data, variable, time));
      shares.add(isPotential(variable) && ordered.size() > 1 ? 2 : 1);
    }
    if (panels.isEmpty()) {
      NumberAxis axis = PlotTheme.axis("");
      XYPlot empty = PlotTheme.panel(time, axis);
      PlotTheme.say("no traces were recorded", empty, time, axis);
      return PlotTheme.chart(data.title(), empty, false);
    }
    CombinedDomainXYPlot stack = PlotTheme.stack(time, panels, shares);
    LegendItemCollection keys = panels.get(0).getLegendItems();
    stack.setFixedLegendItems(keys);
    boolean legend = keys.getItemCount() <= MOST_IN_LEGEND;
    return PlotTheme.chart(data.title(), stack, legend);
  }

  private static XYPlot panel(PlotData data, String variable, NumberAxis time) {
    double height = isPotential(variable) ? strokeHeight(data, variable) : 0;
    List<Line> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int place = 0;
    for (TraceTable table : data.traces()) {
      int index = table.variables().indexOf(variable);
      int neurons = table.values().length == 0 ? 0 : table.values()[0].length;
      for (int i = 0; i < neurons; i++, place++) {
        if (index >= 0) {
          lines.add(line(data, table, index, i, height));
          places.add(place);
        }
      }
    }
    NumberAxis axis = PlotTheme.axis(label(data, variable));
    XYPlot panel = PlotTheme.panel(time, axis);
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineRenderer.of(places, 1.3));
    PlotTheme.widenIfConstant(axis, lines);
    if (lines.stream().noneMatch(LineRenderer::hasValues)) {
      axis.setRange(0, 1);
      PlotTheme.say("no samples", panel, time, axis);
    }
    if (isPotential(variable)) {
      data.traces().stream()
          .map(table -> threshold(data, table))
          .filter(Double::isFinite)
          .distinct()
          .forEach(threshold -> mark(panel, threshold));
    }
    return panel;
  }

  private static Line line(PlotData data, TraceTable table, int variable, int i, double height) {
    int neuron = table.firstNeuron() + i;
    String name = table.population() + "[" + neuron + "]";
    double[] values = table.values()[variable][i];
    if (!isPotential(table.variables().get(variable))) {
      return new Line(name, table.times(), values);
    }
    double[] spikes =
        data.spikes().stream()
            .filter(list -> list.population().equals(table.population()))
            .findFirst()
            .map(list -> SpikeTrainIndex.of(list, neuron, neuron + 1).train(neuron))
            .orElse(new double[0]);
    return VoltageTrace.withSpikes(name, table.times(), values, spikes, height);
  }

  /** The upper end of all strokes: above everything recorded and above the thresholds. */
  private static double strokeHeight(PlotData data, String variable) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (TraceTable table : data.traces()) {
      int index = table.variables().indexOf(variable);
      if (index < 0) {
        continue;
      }
      for (double[] values : table.values()[index]) {
        for (double value : values) {
          if (Double.isFinite(value)) {
            least = Math.min(least, value);
            most = Math.max(most, value);
          }
        }
      }
      double threshold = threshold(data, table);
      most = Double.isFinite(threshold) ? Math.max(most, threshold) : most;
    }
    return most > least ? most + OVERSHOOT * (most - least) : most + 1;
  }

  /** Of the neurons of a table [mV]; NaN if it is not known. */
  private static double threshold(PlotData data, TraceTable table) {
    return data.thresholds().getOrDefault(table.population(), Double.NaN);
  }

  private static void mark(XYPlot panel, double threshold) {
    BasicStroke dashes =
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {5, 4}, 0);
    panel.addRangeMarker(new ValueMarker(threshold, PlotTheme.FRAME, dashes));
  }

  /** NEST calls membrane potentials V_m, those of a second compartment V_m.d and the like. */
  private static boolean isPotential(String variable) {
    String lower = variable.toLowerCase(Locale.ROOT);
    return lower.equals("v") || lower.startsWith("v_m");
  }

  /** The name with its unit: the given one, else what the field's naming tells. */
  private static String label(PlotData data, String variable) {
    String unit = data.units().getOrDefault(variable, unitByName(variable));
    return unit.isEmpty() ? variable : variable + " [" + unit + "]";
  }

  private static String unitByName(String variable) {
    String lower = variable.toLowerCase(Locale.ROOT);
    if (lower.equals("v") || lower.startsWith("v_")) {
      return "mV";
    }
    if (lower.startsWith("i_") || lower.equals("w")) {
      return "pA";
    }
    return lower.startsWith("g_") || lower.startsWith("dg_") ? "nS" : "";
  }
}
