package org.hillock.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.record.StructureTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * How the wiring changed: a panel for the calcium of the populations, one for the synapses of the
 * projections, and one for the synaptic elements of a neuron. Populations have the colours that
 * they have in every plot; what is more than one thing of a population has colours of its own.
 */
final class StructurePlot {

  private StructurePlot() {}

  static JFreeChart of(PlotData data) {
    StructureTable table = data.details().structure();
    NumberAxis time = PlotTheme.timeAxis(data.start(), data.stop());
    if (table.isEmpty() || table.times().length == 0) {
      return PlotTheme.empty(data, time, "synapses", "no wiring that changes was recorded");
    }
    List<Line> calcium = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (StructureTable.Calcium one : table.calcium()) {
      calcium.add(new Line(one.population(), table.times(), one.means()));
      places.add(data.place(one.population()));
    }
    List<Line> synapses = synapses(table);
    List<Line> elements = new ArrayList<>();
    for (StructureTable.Elements one : table.elements()) {
      elements.add(new Line(one.population() + " " + one.element(), table.times(), one.means()));
    }
    int first = calcium.size();
    List<XYPlot> panels = new ArrayList<>();
    panels.add(panel("calcium", calcium, places, time));
    panels.add(panel("synapses", synapses, from(first, synapses.size()), time));
    panels.add(
        panel(
            "elements per neuron", elements, from(first + synapses.size(), elements.size()), time));
    return PlotTheme.chart(data, PlotTheme.stack(time, panels), true);
  }

  /** Projections of one name are one entry of a scenario, and one line. */
  private static List<Line> synapses(StructureTable table) {
    Map<String, double[]> counts = new LinkedHashMap<>();
    for (StructureTable.Synapses one : table.synapses()) {
      double[] sum =
          counts.computeIfAbsent(one.projection(), name -> new double[table.times().length]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one.counts()[i];
      }
    }
    List<Line> lines = new ArrayList<>();
    counts.forEach((name, sum) -> lines.add(new Line(name, table.times(), sum)));
    return lines;
  }

  private static List<Integer> from(int first, int count) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(first + i);
    }
    return places;
  }

  private static XYPlot panel(
      String label, List<Line> lines, List<Integer> places, NumberAxis time) {
    NumberAxis axis = PlotTheme.axisFromZero(label);
    XYPlot panel = PlotTheme.panel(time, axis);
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineRenderer.of(places, 1.5));
    return panel;
  }
}
