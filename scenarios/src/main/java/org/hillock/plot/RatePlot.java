package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Firing rates of the populations over time. */
final class RatePlot {

  private RatePlot() {}

  static JFreeChart of(PlotData data) {
    NumberAxis time = PlotTheme.timeAxis(data.start(), data.stop());
    XYPlot panel = panel(data, time);
    time.setLabel(timeLabel(data));
    return PlotTheme.chart(data.title(), panel, true);
  }

  /** What the time axis says, which tells how the rates were smoothed or binned. */
  static String timeLabel(PlotData data) {
    double width = RateCurve.width(data.start(), data.stop());
    double[] coarse =
        data.groups().stream()
            .map(data::ratesOf)
            .mapToDouble(table -> table.map(RateTable::bin).orElse(0.0))
            .filter(bin -> bin > width)
            .distinct()
            .toArray();
    String how =
        coarse.length == 1 && data.rates().size() >= data.groups().size()
            ? "rates in bins of " + NiceNumber.text(coarse[0]) + " ms"
            : "rates smoothed over " + NiceNumber.text(width) + " ms";
    return "time [ms]; " + how;
  }

  /** The panel of rates, which is also the lower part of a raster. */
  static XYPlot panel(PlotData data, NumberAxis time) {
    List<Line> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    boolean silent = true;
    for (int place = 0; place < data.groups().size(); place++) {
      PlotData.Group group = data.groups().get(place);
      RateTable counts = data.ratesOf(group).orElse(null);
      SpikeList spikes = data.spikesOf(group).orElse(null);
      if (counts == null && spikes == null) {
        continue;
      }
      Line line =
          counts != null
              ? RateCurve.of(counts, data.start(), data.stop())
              : RateCurve.of(group, spikes, data.start(), data.stop());
      for (double rate : line.y()) {
        silent &= !(rate > 0);
      }
      lines.add(line);
      places.add(place);
    }
    NumberAxis axis = PlotTheme.axisFromZero("rate [Hz]");
    XYPlot panel = PlotTheme.panel(time, axis);
    if (silent) {
      axis.setRange(0, 1);
      PlotTheme.say("no spikes", panel, time, axis);
    }
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineRenderer.of(places, 1.6));
    return panel;
  }
}
