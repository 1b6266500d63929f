package org.hillock.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.record.TraceTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/**
 * State variables over time, the membrane potential first: a panel for each variable of each
 * neuron, as many as there is room for. The panels of a variable have one scale.
 *
 * <p>Spikes are strokes on the potential (see {@link VoltageTrace}) that rise above the highest
 * value by half of the range of the values; firing thresholds are dashed lines.
 */
final class TracePlot {

  private static final double OVERSHOOT = 0.5; // of the range of the potential
  private static final double MARGIN = 0.05; // of the range, above and below
  private static final int MOST_PANELS = 12;
  private static final int TALL_PANELS = 4; // of the potential

  /** One neuron of a table. */
  private record Trace(TraceTable table, int index, int place) {
    String name() {
      return table.population() + "[" + neuron() + "]";
    }

    int neuron() {
      return table.firstNeuron() + index;
    }
  }

  private final PlotData data;
  private final NumberAxis time;
  private final List<XYPlot> panels = new ArrayList<>();
  private final List<Integer> shares = new ArrayList<>();

  private TracePlot(PlotData data) {
    this.data = data;
    this.time = PlotTheme.timeAxis(data.start(), data.stop());
  }

  static JFreeChart of(PlotData data) {
    return new TracePlot(data).chart();
  }

  private JFreeChart chart() {
    List<String> variables = variables();
    if (variables.isEmpty()) {
      return PlotTheme.empty(data, time, "", "no traces were recorded");
    }
    List<Trace> traces = traces();
    int shown = Math.max(1, Math.min(traces.size(), MOST_PANELS / variables.size()));
    List<Trace> first = traces.subList(0, Math.min(shown, traces.size()));
    for (String variable : variables) {
      addPanels(variable, first, variables.size() > 1);
    }
    if (first.size() < traces.size()) {
      time.setLabel(
          time.getLabel()
              + "; the first "
              + first.size()
              + " of "
              + traces.size()
              + " neurons, 'neurons' chooses others");
    }
    return PlotTheme.chart(data, PhaseLines.in(PlotTheme.stack(time, panels, shares), data), false);
  }

  /** Potentials first, else in the order of recording. */
  private List<String> variables() {
    Set<String> variables = new LinkedHashSet<>();
    data.traces().forEach(table -> variables.addAll(table.variables()));
    List<String> ordered = new ArrayList<>(variables);
    ordered.sort(
        (a, b) ->
            Boolean.compare(VariableName.isPotential(b), VariableName.isPotential(a))); // stable
    return ordered;
  }

  /** All neurons; one whose variables stand in several tables counts once. */
  private List<Trace> traces() {
    List<Trace> traces = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (TraceTable table : data.traces()) {
      int neurons = table.values().length == 0 ? 0 : table.values()[0].length;
      for (int i = 0; i < neurons; i++) {
        Trace trace = new Trace(table, i, names.size());
        if (names.add(trace.name())) {
          traces.add(trace);
        }
      }
    }
    return traces;
  }

  private void addPanels(String variable, List<Trace> traces, boolean several) {
    boolean potential = VariableName.isPotential(variable);
    double height = potential ? strokeHeight(variable) : 0;
    List<Line> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<Double> thresholds = new ArrayList<>();
    for (Trace trace : traces) {
      for (TraceTable table : data.traces()) {
        int index = trace.neuron() - table.firstNeuron();
        int column = table.variables().indexOf(variable);
        boolean has =
            column >= 0
                && table.population().equals(trace.table().population())
                && index >= 0
                && index < table.values()[column].length;
        if (has) {
          lines.add(line(table, column, index, trace, height));
          places.add(trace.place());
          thresholds.add(potential ? threshold(table) : Double.NaN);
        }
      }
    }
    Range range = range(lines, thresholds);
    boolean low = traces.size() * variables().size() > TALL_PANELS;
    int share = potential && several && lines.size() <= TALL_PANELS ? 2 : 1;
    for (int i = 0; i < lines.size(); i++) {
      XYPlot panel = panel(variable, lines.get(i), places.get(i), thresholds.get(i), range);
      if (low) {
        PlotTheme.closer((NumberAxis) panel.getRangeAxis());
      }
      panels.add(panel);
      shares.add(share);
    }
    if (lines.isEmpty()) {
      panels.add(panel(variable, new Line("", new double[0], new double[0]), 0, Double.NaN, range));
      shares.add(1);
    }
  }

  private XYPlot panel(String variable, Line line, int place, double threshold, Range range) {
    NumberAxis axis = PlotTheme.axis(VariableName.label(data, variable));
    axis.setRange(range, true, false);
    XYPlot panel = PlotTheme.panel(time, axis);
    panel.setDataset(new LineDataset(List.of(line)));
    panel.setRenderer(LineRenderer.of(List.of(place), 1.3));
    if (!line.name().isEmpty()) {
      PlotTheme.name(line.name(), PlotTheme.color(place), panel);
    }
    if (!LineRenderer.hasValues(line)) {
      PlotTheme.say("no samples", panel, time, axis);
    }
    if (Double.isFinite(threshold)) {
      mark(panel, threshold);
    }
    return panel;
  }

  /** What all lines and thresholds of a variable lie in. */
  private static Range range(List<Line> lines, List<Double> thresholds) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < lines.size(); i++) {
      for (double value : lines.get(i).y()) {
        if (Double.isFinite(value)) {
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      }
      if (Double.isFinite(thresholds.get(i))) {
        least = Math.min(least, thresholds.get(i));
        most = Math.max(most, thresholds.get(i));
      }
    }
    if (least > most) {
      return new Range(0, 1);
    }
    double size = Math.max(Math.abs(least), Math.abs(most));
    double margin =
        most - least > 1e-9 * size ? MARGIN * (most - least) : size > 0 ? 0.05 * size : 0.5;
    return new Range(least - margin, most + margin);
  }

  private Line line(TraceTable table, int variable, int i, Trace trace, double height) {
    double[] values = table.values()[variable][i];
    if (!VariableName.isPotential(table.variables().get(variable))) {
      return new Line(trace.name(), table.times(), values);
    }
    int neuron = trace.neuron();
    double[] spikes = data.train(table.population(), neuron);
    return VoltageTrace.withSpikes(trace.name(), table.times(), values, spikes, height);
  }

  /** The upper end of all strokes: above everything recorded and above the thresholds. */
  private double strokeHeight(String variable) {
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
      double threshold = threshold(table);
      most = Double.isFinite(threshold) ? Math.max(most, threshold) : most;
    }
    return most > least ? most + OVERSHOOT * (most - least) : most + 1;
  }

  /** Of the neurons of a table [mV]; NaN if it is not known. */
  private double threshold(TraceTable table) {
    return data.thresholds().getOrDefault(table.population(), Double.NaN);
  }

  private static void mark(XYPlot panel, double threshold) {
    BasicStroke dashes =
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {5, 4}, 0);
    panel.addRangeMarker(new ValueMarker(threshold, PlotTheme.FRAME, dashes));
  }
}
