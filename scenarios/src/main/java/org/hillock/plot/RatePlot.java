package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import org.hillock.record.RateTable;
import org.hillock.record.SpikeList;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.SamplingXYLineRenderer;

/** Firing rates of the populations over time. */
final class RatePlot {

  private RatePlot() {}

  static JFreeChart of(PlotData data) {
    NumberAxis time = PlotTheme.timeAxis(data.start(), data.stop());
    XYPlot panel = panel(data, time);
    double width = RateCurve.width(data.start(), data.stop());
    time.setLabel("time [ms], rates smoothed over " + NiceNumber.text(width) + " ms");
    return PlotTheme.chart(data.title(), panel, true);
  }

  /** The panel of rates, which is also the lower part of a raster. */
  static XYPlot panel(PlotData data, NumberAxis time) {
    List<Line> lines = new ArrayList<>();
    SamplingXYLineRenderer renderer = new SamplingXYLineRenderer();
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
      renderer.setSeriesPaint(lines.size(), PlotTheme.color(place));
      renderer.setSeriesStroke(lines.size(), PlotTheme.line(place, 1.6));
      lines.add(line);
    }
    renderer.setDefaultLegendShape(PlotTheme.legendBar());
    NumberAxis axis = PlotTheme.axisFromZero("rate [Hz]");
    XYPlot panel = PlotTheme.panel(time, axis);
    if (silent) {
      axis.setRange(0, 1);
      PlotTheme.say("no spikes", panel, time, axis);
    }
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(renderer);
    return panel;
  }
}
