package org.hillock.plot;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.hillock.analysis.TimeWindow;
import org.jfree.chart.JFreeChart;

/** The plots there are. */
public enum PlotKind {
  /** Spikes of all populations over their rates. */
  RASTER(
      "raster",
      "spikes of all populations, one band each, over the population rates",
      data -> !data.spikes().isEmpty(),
      "spikes",
      RasterPlot::of),
  /** Population rates. */
  RATE(
      "rate",
      "firing rate of each population over time",
      data -> !data.spikes().isEmpty() || !data.rates().isEmpty(),
      "spikes or rates",
      RatePlot::of),
  /** State variables. */
  TRACES(
      "traces",
      "recorded state variables over time, one panel each, with spikes on the potential",
      data -> !data.traces().isEmpty(),
      "state variables",
      (data, options) -> TracePlot.of(data)),
  /** State variables against each other. */
  PHASE_PLANE(
      "phase_plane",
      "recorded state variables against each other, the potential to the right",
      PhasePlanePlot::appliesTo,
      "two state variables of a neuron",
      (data, options) -> PhasePlanePlot.of(data)),
  /** Intervals. */
  ISI(
      "isi",
      "histogram of the intervals between the spikes of a neuron, for each population",
      data -> !data.spikes().isEmpty(),
      "spikes",
      (data, options) -> IntervalPlot.of(data)),
  /** Weights at the end. */
  WEIGHTS(
      "weights",
      "histogram of the recorded weights at the end, with those at the start as an outline",
      data -> !data.weights().isEmpty(),
      "weights",
      (data, options) -> WeightPlot.of(data)),
  /** Weights over time. */
  WEIGHT_TIME(
      "weight_time",
      "recorded weights over time: each synapse if few, else their mean and quantiles",
      data -> !data.weights().isEmpty(),
      "weights",
      (data, options) -> WeightTimePlot.of(data)),

  /** The window of learning. */
  STDP_WINDOW(
      "stdp_window",
      "change of each recorded weight against the time between pre- and postsynaptic spike",
      StdpWindowPlot::appliesTo,
      "weights at two times with the spikes of both sides",
      (data, options) -> StdpWindowPlot.of(data)),

  /** What modulators left behind. */
  MODULATORS(
      "modulators",
      "what the spikes of modulating neurons left behind over time, a panel for each projection",
      data -> !data.details().modulators().isEmpty(),
      "modulators",
      (data, options) -> ModulatorPlot.of(data)),

  /** How the wiring changed. */
  STRUCTURE(
      "structure",
      "calcium, synapses and synaptic elements over time, of wiring that changes",
      data -> !data.details().structure().isEmpty(),
      "changes of the wiring",
      (data, options) -> StructurePlot.of(data)),

  /** Neurons in their places. */
  MAP(
      "map",
      "each neuron in its place, coloured by its firing rate, a panel for each population",
      MapPlot::appliesTo,
      "spikes of neurons that have positions",
      (data, options) -> MapPlot.of(data)),

  /** Rates from the beginnings of trials on. */
  PSTH(
      "psth",
      "rates over the time since phases or images begin, mean and deviation over trials",
      data -> !data.spikes().isEmpty() && Trials.any(data),
      "spikes in phases of a protocol or while images are shown",
      PsthPlot::of),

  /** Power over frequency. */
  SPECTRUM(
      "spectrum",
      "power of the rate of each population over frequency; 1 for a Poisson process",
      data -> !data.spikes().isEmpty(),
      "spikes",
      SpectrumPlot::of),

  /** Power over time and frequency. */
  SPECTROGRAM(
      "spectrogram",
      "power of the rate of each population over time and frequency, in dB above Poisson",
      data -> !data.spikes().isEmpty(),
      "spikes",
      SpectrogramPlot::of),

  /** Correlation over lag. */
  CORRELOGRAM(
      "correlogram",
      "correlation of the spike counts of each population with itself and others over the lag",
      data -> !data.spikes().isEmpty(),
      "spikes",
      CorrelogramPlot::of),

  /** Rates over what is shown. */
  TUNING(
      "tuning",
      "rate of each population over labels or phases, mean and deviation over trials",
      data -> !data.spikes().isEmpty() && Trials.any(data),
      "spikes in phases of a protocol or while images are shown",
      (data, options) -> TuningPlot.of(data)),

  /** How alike answers to what is shown are. */
  SIMILARITY(
      "similarity",
      "correlation over neurons of their rates under each label or phase and each other",
      data -> !data.spikes().isEmpty() && Trials.any(data),
      "spikes in phases of a protocol or while images are shown",
      (data, options) -> SimilarityPlot.of(data)),

  /** What is told rightly. */
  DECODING(
      "decoding",
      "part of each lot of what is shown that is told rightly, by what the first lot teaches",
      data -> !data.spikes().isEmpty() && Trials.ofImages(data),
      "spikes while something with a label is shown",
      (data, options) -> DecodingPlot.of(data)),

  /** Weights onto each target as an image. */
  RECEPTIVE_FIELDS(
      "receptive_fields",
      "recorded weights at the end onto each target neuron, as an image of its sources",
      data -> !data.weights().isEmpty(),
      "weights",
      ReceptiveFieldPlot::of),

  /** Weights by source and target. */
  WEIGHT_MATRIX(
      "weight_matrix",
      "recorded weights at the end, as colours over sources and targets",
      data -> !data.weights().isEmpty(),
      "weights",
      (data, options) -> WeightMatrixPlot.of(data));

  private final String plotName;
  private final String description;
  private final Predicate<PlotData> applies;
  private final String needs;
  private final BiFunction<PlotData, PlotOptions, JFreeChart> drawing;

  PlotKind(
      String plotName,
      String description,
      Predicate<PlotData> applies,
      String needs,
      BiFunction<PlotData, PlotOptions, JFreeChart> drawing) {
    this.plotName = plotName;
    this.description = description;
    this.applies = applies;
    this.needs = needs;
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

  /** What must have been recorded for it, a phrase. */
  public String needs() {
    return needs;
  }

  /** The plot of this name, if there is one. */
  public static Optional<PlotKind> named(String plotName) {
    return Arrays.stream(values()).filter(kind -> kind.plotName.equals(plotName)).findFirst();
  }

  /** Whether anything that this plot shows was recorded, be it a list without spikes. */
  public boolean appliesTo(PlotData data) {
    return applies.test(data);
  }

  /** The plot that shows a run at a glance, if anything of it can be drawn. */
  public static Optional<PlotKind> usual(PlotData data) {
    return Arrays.stream(values()).filter(kind -> kind.appliesTo(data)).findFirst();
  }

  private static PlotData part(PlotData data, TimeWindow window) {
    double from = Math.max(data.start(), window.start());
    double to = Math.min(data.stop(), window.stop());
    boolean all = from == data.start() && to == data.stop();
    return all ? data : data.between(from, Math.max(from, to));
  }

  /** Makes the chart, as the data suggest. */
  public JFreeChart draw(PlotData data) {
    return draw(data, PlotOptions.NONE);
  }

  /**
   * Makes the chart. Data that this plot does not apply to give an empty one that says so.
   *
   * @throws PlotException if this machine cannot draw
   */
  public JFreeChart draw(PlotData data, PlotOptions options) {
    Display.prepare(false);
    return Display.guarded(
        () -> {
          JFreeChart chart =
              drawing.apply(part(data.of(options.neurons()), options.window()), options);
          chart.setID(plotName);
          return chart;
        });
  }
}
