package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import org.hillock.analysis.PartOfSpikes;
import org.hillock.analysis.SpikeTrainIndex;
import org.hillock.analysis.TimeWindow;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Histograms of the intervals between successive spikes of a neuron, for each population, as
 * densities: the area under each is 1. Up to 8 populations get a panel each, more are outlines in
 * one panel. The axis ends where 98 of 100 intervals of each population do; its label says how many
 * lie beyond.
 */
final class IntervalPlot {

  private static final int MOST_BINS = 60;
  private static final int MOST_PANELS = 8;
  private static final int TALL_PANELS = 4;
  private static final String DENSITY = "density [1/ms]";

  /** Of a population with more spikes than this only some neurons are looked at. */
  private static final long MOST_SPIKES = 10_000_000;

  private IntervalPlot() {}

  private static double[] intervals(Spikes spikes, PlotData.Group group, int every) {
    Spikes some =
        every == 1
            ? spikes
            : new PartOfSpikes(spikes, TimeWindow.ALWAYS, group.from(), group.to(), every);
    return SpikeTrainIndex.of(some, group.from(), group.to()).intervals();
  }

  static JFreeChart of(PlotData data) {
    List<double[]> intervals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < data.groups().size(); place++) {
      PlotData.Group group = data.groups().get(place);
      Spikes spikes = data.spikesOf(group).orElse(null);
      if (spikes == null) {
        continue;
      }
      int every = (int) Math.max(1, (spikes.count() + MOST_SPIKES - 1) / MOST_SPIKES);
      double[] ofGroup = intervals(spikes, group, every);
      if (ofGroup.length == 0) {
        continue;
      }
      intervals.add(ofGroup);
      names.add(group.name() + (every > 1 ? ", one neuron in " + every : ""));
      places.add(place);
    }
    NumberAxis domain = PlotTheme.horizontal("interval between spikes [ms]");
    domain.setAutoRangeIncludesZero(true);
    if (intervals.isEmpty()) {
      NumberAxis range = PlotTheme.axisFromZero(DENSITY);
      XYPlot panel = PlotTheme.panel(domain, range);
      boolean none = data.spikes().stream().allMatch(list -> list.count() == 0);
      PlotTheme.say(none ? "no spikes" : "no neuron fired twice", panel, domain, range);
      return PlotTheme.chart(data, panel, false);
    }
    IntervalBins bins = IntervalBins.of(MOST_BINS, data.details().step(), intervals);
    long beyond = intervals.stream().mapToLong(bins::beyond).sum();
    if (beyond > 0) {
      long all = intervals.stream().mapToLong(list -> list.length).sum();
      domain.setLabel(domain.getLabel() + "; " + beyond + " of " + all + " lie beyond");
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < intervals.size(); i++) {
      double factor = 1 / (intervals.get(i).length * bins.width());
      lines.add(bins.counts(intervals.get(i)).outline(names.get(i), factor));
    }
    if (lines.size() > 1 && lines.size() <= MOST_PANELS) {
      List<XYPlot> panels = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        XYPlot panel = PlotTheme.panel(domain, PlotTheme.axisFromZero(DENSITY));
        if (lines.size() > TALL_PANELS) {
          PlotTheme.closer((NumberAxis) panel.getRangeAxis());
        }
        long outside = bins.beyond(intervals.get(i));
        String name = names.get(i) + (outside > 0 ? ", " + outside + " beyond" : "");
        PlotTheme.name(name, PlotTheme.color(places.get(i)), panel);
        panel.setDataset(new LineDataset(List.of(lines.get(i))));
        panel.setRenderer(LineRenderer.filled(List.of(places.get(i)), 0.7));
        panels.add(panel);
      }
      return PlotTheme.chart(data, PlotTheme.stack(domain, panels), false);
    }
    XYPlot panel = PlotTheme.panel(domain, PlotTheme.axisFromZero(DENSITY));
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(
        lines.size() == 1 ? LineRenderer.filled(places, 0.7) : LineRenderer.of(places, 1.8));
    return PlotTheme.chart(data, panel, true);
  }
}
