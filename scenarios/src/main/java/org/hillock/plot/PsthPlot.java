package org.hillock.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.analysis.PeristimulusHistogram;
import org.hillock.analysis.TimeBins;
import org.hillock.analysis.TimeWindow;
import org.hillock.record.SpikeList;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Rates over the time since trials began, a panel for each population, a line for each kind of
 * trial; of few kinds with a band of one standard deviation over trials to either side.
 */
final class PsthPlot {

  private static final int MOST_KINDS = 8;
  private static final int MOST_BANDS = 3;
  private static final double BINS = 60; // in the longest kind of trial, about

  private PsthPlot() {}

  static JFreeChart of(PlotData data, PlotOptions options) {
    Map<String, List<TimeWindow>> kinds = Trials.byName(data);
    if (kinds.isEmpty() || data.groups().isEmpty()) {
      NumberAxis none = PlotTheme.horizontal("time since the beginning [ms]");
      return PlotTheme.empty(data, none, "rate [Hz]", "no trial is whole in this time");
    }
    double longest = 0;
    boolean repeated = false;
    for (List<TimeWindow> trials : kinds.values()) {
      longest = Math.max(longest, shortest(trials));
      repeated |= trials.size() > 1;
    }
    double width = options.bin() > 0 ? options.bin() : width(longest, data.details().step());
    boolean bands = repeated && kinds.size() <= MOST_BANDS;
    NumberAxis time = PlotTheme.timeAxis(0, Math.max(width, longest));
    String left = kinds.size() > MOST_KINDS ? "; the first " + MOST_KINDS + " kinds of trials" : "";
    time.setLabel(
        "time since the beginning ["
            + TimeScale.of(0, longest).symbol()
            + "]; bins of "
            + TimeScale.text(width)
            + (bands ? "; bands: 1 sd over trials" : "")
            + left);
    List<XYPlot> panels = new ArrayList<>();
    for (int place = 0; place < data.groups().size(); place++) {
      PlotData.Group group = data.groups().get(place);
      XYPlot panel = panel(data, group, kinds, width, bands, time);
      PlotTheme.name(group.name(), PlotTheme.color(place), panel);
      panels.add(panel);
    }
    JFreeChart chart = PlotTheme.chart(data, PlotTheme.stack(time, panels), true);
    chart.getLegend().setSources(new LegendItemSource[] {panels.get(0)});
    return chart;
  }

  private static double shortest(List<TimeWindow> trials) {
    return trials.stream().mapToDouble(TimeWindow::duration).min().orElse(0);
  }

  /** A round number, of whole steps. */
  private static double width(double longest, double step) {
    double width = NiceNumber.atLeast(longest / BINS);
    return step > 0 ? Math.max(1, Math.rint(width / step)) * step : width;
  }

  private static XYPlot panel(
      PlotData data,
      PlotData.Group group,
      Map<String, List<TimeWindow>> kinds,
      double width,
      boolean bands,
      NumberAxis time) {
    NumberAxis axis = PlotTheme.axisFromZero("rate [Hz]");
    XYPlot panel = PlotTheme.panel(time, axis);
    Spikes spikes = data.spikesOf(group).orElseGet(() -> SpikeList.none(group.name()));
    List<Line> lines = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    boolean silent = true;
    for (Map.Entry<String, List<TimeWindow>> kind : kinds.entrySet()) {
      List<TimeWindow> trials = kind.getValue();
      if (lines.size() == MOST_KINDS) {
        break;
      }
      TimeBins bins = TimeBins.within(0, shortest(trials), width);
      PeristimulusHistogram found =
          PeristimulusHistogram.of(spikes, group.from(), group.to(), trials, bins);
      int place = lines.size();
      String count = trials.size() == 1 ? "1 trial" : trials.size() + " trials";
      lines.add(steps(kind.getKey() + ", " + count, bins, found.mean(), found.deviation(), 0));
      places.add(place);
      for (double rate : found.mean()) {
        silent &= !(rate > 0);
      }
      if (bands && trials.size() > 1) {
        Line top = steps("", bins, found.mean(), found.deviation(), 1);
        Line bottom = steps("", bins, found.mean(), found.deviation(), -1);
        Color color = PlotTheme.faded(PlotTheme.color(place), 0.25);
        panel.setDataset(place + 1, new LineDataset(List.of(top, bottom)));
        QuantileBandRenderer band = new QuantileBandRenderer(color);
        band.setSeriesVisibleInLegend(0, false);
        band.setSeriesVisibleInLegend(1, false);
        panel.setRenderer(place + 1, band);
      }
    }
    if (silent) {
      axis.setRange(0, 1);
      PlotTheme.say("no spikes", panel, time, axis);
    }
    panel.setDataset(0, new LineDataset(lines));
    panel.setRenderer(0, LineRenderer.of(places, lines.size() > 2 ? 1.5 : 2));
    return panel;
  }

  /** A rate is not below 0, even where the deviation is larger than the mean. */
  private static Line steps(
      String name, TimeBins bins, double[] mean, double[] deviation, int deviations) {
    double[] x = new double[2 * bins.number()];
    double[] y = new double[x.length];
    for (int i = 0; i < bins.number(); i++) {
      x[2 * i] = bins.start() + i * bins.width();
      x[2 * i + 1] = bins.start() + (i + 1) * bins.width();
      y[2 * i] = y[2 * i + 1] = Math.max(0, mean[i] + deviations * deviation[i]);
    }
    return new Line(name, x, y);
  }
}
