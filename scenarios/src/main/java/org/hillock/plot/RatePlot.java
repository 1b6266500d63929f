package org.hillock.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hillock.analysis.TimeBins;
import org.hillock.record.RateTable;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** Firing rates of the populations over time: a panel each if they are few, else one for all. */
final class RatePlot {

  private static final int MOST_PANELS = 8;
  private static final int TALL_PANELS = 4;

  private final PlotData data;
  private final PlotOptions options;
  private final List<Line> lines = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final TreeSet<Double> widths = new TreeSet<>();

  private RatePlot(PlotData data, PlotOptions options) {
    this.data = data;
    this.options = options;
    double width = options.bin() > 0 ? options.bin() : chosen();
    for (int place = 0; place < data.groups().size(); place++) {
      PlotData.Group group = data.groups().get(place);
      RateTable table = data.ratesOf(group).orElse(null);
      Spikes spikes = data.spikesOf(group).orElse(null);
      if (table != null) {
        add(place, ofTable(table));
      } else if (spikes != null) {
        TimeBins bins = TimeBins.within(data.start(), data.stop(), width);
        widths.add(width);
        int[] counts = bins.count(spikes);
        add(place, RateCurve.of(group.name(), bins, counts, group.size(), options.smooth()));
      }
    }
  }

  private void add(int place, Line line) {
    lines.add(line);
    places.add(place);
  }

  private double chosen() {
    List<Spikes> spikes = new ArrayList<>();
    for (PlotData.Group group : data.groups()) {
      if (data.ratesOf(group).isEmpty()) {
        data.spikesOf(group).ifPresent(spikes::add);
      }
    }
    return RateBins.width(spikes, data.start(), data.stop(), data.details().step());
  }

  /** Bins that are finer than wanted, or than a picture shows, are joined. */
  private Line ofTable(RateTable table) {
    double wanted =
        options.bin() > 0 ? options.bin() : RateBins.finest(data.start(), data.stop(), 0);
    int join = (int) Math.max(1, Math.min(1 << 20, Math.rint(wanted / table.bin())));
    widths.add(table.bin() * join);
    return RateCurve.of(table, join, options.smooth());
  }

  static JFreeChart of(PlotData data, PlotOptions options) {
    RatePlot rates = new RatePlot(data, options);
    NumberAxis time = PlotTheme.timeAxis(data.start(), data.stop());
    time.setLabel(rates.timeLabel());
    int count = rates.lines.size();
    if (count < 2 || count > MOST_PANELS) {
      return PlotTheme.chart(data, rates.panel(time), count > 0);
    }
    List<XYPlot> panels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      XYPlot panel = panel(List.of(rates.lines.get(i)), List.of(rates.places.get(i)), time);
      if (count > TALL_PANELS) {
        PlotTheme.closer((NumberAxis) panel.getRangeAxis());
      }
      PlotTheme.name(rates.lines.get(i).name(), PlotTheme.color(rates.places.get(i)), panel);
      panels.add(panel);
    }
    rates.compare(panels);
    return PlotTheme.chart(data, PhaseLines.in(PlotTheme.stack(time, panels), data), false);
  }

  /** One scale for the panels of a population of several runs. */
  private void compare(List<XYPlot> panels) {
    Map<String, List<ValueAxis>> axes = new LinkedHashMap<>();
    for (int i = 0; i < panels.size(); i++) {
      String population = SeveralRuns.own(lines.get(i).name());
      axes.computeIfAbsent(population, name -> new ArrayList<>()).add(panels.get(i).getRangeAxis());
    }
    for (List<ValueAxis> same : axes.values()) {
      double most =
          same.stream().mapToDouble(axis -> axis.getRange().getUpperBound()).max().orElse(1);
      if (same.size() > 1) {
        same.forEach(axis -> axis.setRange(0, most));
      }
    }
  }

  /** The panel of the rates of all, which is also the lower part of a raster. */
  static XYPlot below(PlotData data, PlotOptions options, NumberAxis time) {
    RatePlot rates = new RatePlot(data, options);
    time.setLabel(rates.timeLabel());
    return rates.panel(time);
  }

  /** What the time axis says, which tells how the rates came about. */
  private String timeLabel() {
    String time = PlotTheme.timeLabel(data.start(), data.stop());
    if (widths.isEmpty()) {
      return time;
    }
    String bins = widths.stream().map(TimeScale::text).collect(Collectors.joining(" and "));
    String smoothed =
        options.smooth() > 0
            ? ", smoothed backwards in time with a constant of " + TimeScale.text(options.smooth())
            : "";
    return time + "; rates in bins of " + bins + smoothed;
  }

  private XYPlot panel(NumberAxis time) {
    return panel(lines, places, time);
  }

  private static XYPlot panel(List<Line> lines, List<Integer> places, NumberAxis time) {
    NumberAxis axis = PlotTheme.axisFromZero("rate [Hz]");
    XYPlot panel = PlotTheme.panel(time, axis);
    boolean silent = true;
    for (Line line : lines) {
      for (double rate : line.y()) {
        silent &= !(rate > 0);
      }
    }
    if (silent) {
      axis.setRange(0, 1);
      PlotTheme.say("no spikes", panel, time, axis);
    }
    panel.setDataset(new LineDataset(lines));
    panel.setRenderer(LineRenderer.of(places, lines.size() > 2 ? 1.2 : 1.5));
    return panel;
  }
}
