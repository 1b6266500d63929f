package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import org.hillock.record.ModulatorTable;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * What modulators left behind over time: a panel for each projection, a line for each trace of its
 * rule, from 0 on, since that is what the third factor is without a spike. No two have one colour,
 * since there is one legend. A trace jumps between samples; where they are coarse, dots tell what
 * was sampled from what is drawn in between.
 */
final class ModulatorPlot {

  private static final String UNIT = " [1/ms]";

  private ModulatorPlot() {}

  static JFreeChart of(PlotData data) {
    List<ModulatorTable> tables = data.details().modulators();
    NumberAxis time = PlotTheme.timeAxis(data.start(), data.stop());
    List<XYPlot> panels = new ArrayList<>();
    boolean legend = false;
    int lines = 0;
    for (ModulatorTable table : tables) {
      legend |= table.traces().size() > 1;
      panels.add(panel(table, tables.size() > 1, lines, time));
      lines += table.traces().size();
    }
    if (panels.isEmpty()) {
      return PlotTheme.empty(data, time, "modulator", "no modulators were recorded");
    }
    return PlotTheme.chart(data, PlotTheme.stack(time, panels), legend);
  }

  private static XYPlot panel(ModulatorTable table, boolean several, int before, NumberAxis time) {
    String traces = String.join(", ", table.traces());
    String whose = several ? table.projection() + ": " : "";
    NumberAxis axis = PlotTheme.axisFromZero(whose + traces + UNIT);
    XYPlot panel = PlotTheme.panel(time, axis);
    List<Line> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int trace = 0; trace < table.traces().size(); trace++) {
      lines.add(new Line(whose + table.traces().get(trace), table.times(), table.values()[trace]));
      places.add(before + trace);
    }
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineRenderer.marked(places, 1.5));
    return panel;
  }
}
