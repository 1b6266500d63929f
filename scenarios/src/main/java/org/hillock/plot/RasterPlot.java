package org.hillock.plot;

import java.util.List;
import java.util.Optional;
import org.hillock.record.Spikes;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;

/** Spikes of all populations, one band each, over the population rates. */
final class RasterPlot {

  private static final int RASTER_SHARE = 3; // of the height, to 1 for the rates

  private RasterPlot() {}

  static JFreeChart of(PlotData data, PlotOptions options) {
    List<PlotData.Group> groups =
        data.groups().stream().filter(group -> data.spikesOf(group).isPresent()).toList();
    List<Optional<Spikes>> spikes = groups.stream().map(data::spikesOf).toList();
    int[] places = groups.stream().mapToInt(group -> data.place(group.name())).toArray();
    BandLayout layout = new BandLayout(groups);

    NumberAxis time = PlotTheme.timeAxis(data.start(), data.stop());
    NumberAxis bands = bandAxis(layout, places);
    XYPlot raster = PlotTheme.panel(time, bands);
    raster.setRangeGridlinesVisible(false);
    raster.addAnnotation(new RasterAnnotation(layout, spikes, places));
    if (spikes.stream().allMatch(list -> list.isEmpty() || list.get().count() == 0)) {
      PlotTheme.say("no spikes", raster, time, bands);
    }

    XYPlot rates = RatePlot.below(data, options, time);
    CombinedDomainXYPlot both =
        PlotTheme.stack(time, List.of(raster, rates), List.of(RASTER_SHARE, 1));
    return PlotTheme.chart(data, PhaseLines.in(both, data), false);
  }

  /** Names for several populations, neuron numbers for a single one. */
  private static NumberAxis bandAxis(BandLayout layout, int[] places) {
    if (layout.size() != 1) {
      return new PopulationAxis(layout, places);
    }
    NumberAxis axis =
        PlotTheme.styled(
            new WindowAxis(
                "neuron of " + layout.groups().get(0).name(), layout.lowest(), layout.highest()));
    PlotTheme.countsOnly(axis);
    return axis;
  }
}
