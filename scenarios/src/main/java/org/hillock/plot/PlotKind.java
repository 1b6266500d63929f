package org.hillock.plot;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jfree.chart.JFreeChart;

/** The plots there are. */
public enum PlotKind {
  /** Spikes of all populations over their rates. */
  RASTER(
      "raster",
      "spikes of all populations, one band each, over the population rates",
      data -> !data.spikes().isEmpty(),
      RasterPlot::of),
  /** Population rates. */
  RATE(
      "rate",
      "firing rate of each population over time",
      data -> !data.spikes().isEmpty() || !data.rates().isEmpty(),
      RatePlot::of),
  /** State variables. */
  TRACES(
      "traces",
      "recorded state variables over time, one panel each, with spikes on the potential",
      data -> !data.traces().isEmpty(),
      TracePlot::of),
  /** Intervals. */
  ISI(
      "isi",
      "histogram of the intervals between the spikes of a neuron, for each population",
      data -> !data.spikes().isEmpty(),
      IntervalPlot::of),
  /** Weights at the end. */
  WEIGHTS(
      "weights",
      "histogram of the recorded weights at the end, with those at the start as an outline",
      data -> !data.weights().isEmpty(),
      WeightPlot::of),
  /** Weights over time. */
  WEIGHT_TIME(
      "weight_time",
      "recorded weights over time: each synapse if few, else their mean and quantiles",
      data -> !data.weights().isEmpty(),
      WeightTimePlot::of);

  private final String plotName;
  private final String description;
  private final Predicate<PlotData> applies;
  private final Function<PlotData, JFreeChart> drawing;

  PlotKind(
      String plotName,
      String description,
      Predicate<PlotData> applies,
      Function<PlotData, JFreeChart> drawing) {
    this.plotName = plotName;
    this.description = description;
    this.applies = applies;
    this.drawing = drawing;
  }

  /** The name in scenario files and on the command line, and of the files written. */
  public String plotName() {
    return plotName;
  }

  /** What it shows, a phrase for help texts. */
  public String description() {
    return description;
  }

  /** The plot of this name, if there is one. */
  public static Optional<PlotKind> named(String plotName) {
    return Arrays.stream(values()).filter(kind -> kind.plotName.equals(plotName)).findFirst();
  }

  /** Whether anything that this plot shows was recorded, be it a list without spikes. */
  public boolean appliesTo(PlotData data) {
    return applies.test(data);
  }

  /**
   * Makes the chart. Data that this plot does not apply to give an empty one that says so.
   *
   * @throws PlotException if this machine cannot draw
   */
  public JFreeChart draw(PlotData data) {
    Display.prepare(false);
    return Display.guarded(
        () -> {
          JFreeChart chart = drawing.apply(data);
          chart.setID(plotName);
          return chart;
        });
  }
}
