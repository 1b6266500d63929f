package org.hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.analysis.SpikeTrainIndex;
import org.hillock.record.SpikeList;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Histograms of the intervals between successive spikes of a neuron, one outline for each
 * population, as densities: the area under each is 1. The axis ends where 99 of 100 intervals do.
 */
final class IntervalPlot {

  private static final double SHOWN = 0.99; // of the intervals

  private IntervalPlot() {}

  static JFreeChart of(PlotData data) {
    List<double[]> intervals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    double limit = 0;
    for (int place = 0; place < data.groups().size(); place++) {
      PlotData.Group group = data.groups().get(place);
      SpikeList spikes = data.spikesOf(group).orElse(null);
      if (spikes == null) {
        continue;
      }
      double[] sorted = SpikeTrainIndex.of(spikes, group.from(), group.to()).intervals();
      if (sorted.length == 0) {
        continue;
      }
      Arrays.sort(sorted);
      limit = Math.max(limit, sorted[(int) Math.ceil(SHOWN * sorted.length) - 1]);
      intervals.add(sorted);
      names.add(group.name());
      places.add(place);
    }
    NumberAxis domain = PlotTheme.axisFromZero("interval between spikes [ms]");
    NumberAxis range = PlotTheme.axisFromZero("density [1/ms]");
    XYPlot panel = PlotTheme.panel(domain, range);
    Histogram bins = Histogram.covering(limit, intervals.toArray(double[][]::new));
    if (bins == null) {
      boolean none = data.spikes().stream().allMatch(list -> list.size() == 0);
      PlotTheme.say(none ? "no spikes" : "no neuron fired twice", panel, domain, range);
      return PlotTheme.chart(data.title(), panel, false);
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      double factor = 1 / (intervals.get(i).length * bins.width());
      lines.add(bins.of(intervals.get(i)).outline(names.get(i), factor));
    }
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineDrawing.renderer(lines, places, 1.8));
    return PlotTheme.chart(data.title(), panel, true);
  }
}
