package org.hillock.plot;

import java.util.ArrayList;
import java.util.List;
import org.hillock.analysis.CrossCorrelogram;
import org.hillock.analysis.PartOfSpikes;
import org.hillock.analysis.TimeWindow;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * Correlation of the counts of each population with itself and of each pair, over the lag, see
 * {@link CrossCorrelogram}. That of a population with itself at lag 0, which is always 1, is left
 * out.
 */
final class CorrelogramPlot {

  private static final int LAGS = 100; // bins to either side
  private static final double BIN = 1; // [ms]
  private static final int MOST_PANELS = 8;
  private static final int TALL_PANELS = 4;

  private CorrelogramPlot() {}

  static JFreeChart of(PlotData data, PlotOptions options) {
    double bin = options.bin() > 0 ? options.bin() : BIN;
    TimeWindow window = new TimeWindow(data.start(), data.stop());
    List<PlotData.Group> groups =
        data.groups().stream().filter(group -> data.spikesOf(group).isPresent()).toList();
    List<int[]> pairs = pairs(groups);
    NumberAxis lag = PlotTheme.horizontal("");
    List<XYPlot> panels = new ArrayList<>();
    for (int[] pair : pairs.subList(0, Math.min(MOST_PANELS, pairs.size()))) {
      PlotData.Group a = groups.get(pair[0]);
      PlotData.Group b = groups.get(pair[1]);
      CrossCorrelogram found = CrossCorrelogram.of(part(data, a), part(data, b), window, bin, LAGS);
      panels.add(panel(found, a, b, data.place(a.name()), lag, pairs.size() > TALL_PANELS));
    }
    lag.setLabel(
        "lag [ms], above 0 the second follows; bins of "
            + TimeScale.text(bin)
            + (pairs.size() > MOST_PANELS
                ? "; " + MOST_PANELS + " of " + pairs.size() + " pairs"
                : ""));
    lag.setRange(-LAGS * bin, LAGS * bin);
    return panels.isEmpty()
        ? PlotTheme.empty(data, lag, "correlation", "no spikes were recorded")
        : PlotTheme.chart(data, PlotTheme.stack(lag, panels), false);
  }

  /** Each with itself first, then the pairs; none of different runs. */
  private static List<int[]> pairs(List<PlotData.Group> groups) {
    List<int[]> pairs = new ArrayList<>();
    for (int apart = 0; apart < groups.size(); apart++) {
      for (int i = 0; i + apart < groups.size(); i++) {
        String run = SeveralRuns.run(groups.get(i).name());
        if (SeveralRuns.run(groups.get(i + apart).name()).equals(run)) {
          pairs.add(new int[] {i, i + apart});
        }
      }
    }
    return pairs;
  }

  private static Spikes part(PlotData data, PlotData.Group group) {
    return PartOfSpikes.of(data.spikesOf(group).orElseThrow(), group.from(), group.to());
  }

  private static XYPlot panel(
      CrossCorrelogram found,
      PlotData.Group a,
      PlotData.Group b,
      int place,
      NumberAxis lag,
      boolean low) {
    double[] x = new double[2 * LAGS + 1];
    double[] y = found.values().clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - LAGS) * found.bin();
    }
    boolean same = a.equals(b);
    boolean known = !Double.isNaN(y[LAGS]);
    if (same) {
      y[LAGS] = Double.NaN;
    }
    NumberAxis axis = PlotTheme.axis("correlation");
    axis.setAutoRangeIncludesZero(true);
    if (low) {
      PlotTheme.closer(axis);
    }
    XYPlot panel = PlotTheme.panel(lag, axis);
    panel.setDomainZeroBaselineVisible(true);
    panel.setRangeZeroBaselineVisible(true);
    panel.setDomainZeroBaselinePaint(PlotTheme.FRAME);
    panel.setRangeZeroBaselinePaint(PlotTheme.FRAME);
    String name = same ? a.name() + " with itself" : a.name() + ", then " + b.name();
    panel.setDataset(new LineDataset(List.of(new Line(name, x, y))));
    panel.setRenderer(LineRenderer.of(List.of(place), 1.5));
    if (!known) {
      axis.setRange(-1, 1);
      name += ": counts do not change";
    }
    PlotTheme.name(name, PlotTheme.color(place), panel);
    return panel;
  }
}
