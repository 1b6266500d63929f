package org.hillock.scenario.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.scenario.quantity.Dimension;

/** What an expectation can measure in the results of a run, besides a state variable at a time. */
enum Measure {
  RATE(
      "rate",
      Dimension.RATE,
      "spikes per second and neuron, of the whole run or between two times",
      Argument.RANGE,
      Argument.SINCE,
      Argument.UNTIL),
  SPIKES(
      "spikes",
      Dimension.NONE,
      "number of spikes, of the whole run or between two times",
      Argument.RANGE,
      Argument.SINCE,
      Argument.UNTIL),
  CV("cv", Dimension.NONE, "mean coefficient of variation of interspike intervals", Argument.RANGE),
  CV2(
      "cv2",
      Dimension.NONE,
      "mean over neurons of CV2, the variation of successive intervals",
      Argument.RANGE),
  LV("lv", Dimension.NONE, "mean over neurons of the local variation of intervals", Argument.RANGE),
  FANO_FACTOR(
      "fano_factor",
      Dimension.NONE,
      "mean over neurons of variance over mean of the spike count in bins of 100 ms, or of trials",
      Argument.RANGE,
      Argument.BIN),
  ISI("isi", Dimension.TIME, "mean interspike interval", Argument.RANGE),
  FIRST_SPIKE("first_spike", Dimension.TIME, "time of the first spike", Argument.RANGE),
  SPIKE_TIME(
      "spike_time",
      Dimension.TIME,
      "time of the k-th spike, from 0",
      Argument.NEURON,
      Argument.COUNT),
  SYNCHRONY(
      "synchrony",
      Dimension.NONE,
      "variance over mean of the population's spike count in bins of 3 ms",
      Argument.RANGE,
      Argument.BIN),
  CORRELATION(
      "correlation",
      Dimension.NONE,
      "mean correlation of the spike counts of pairs of neurons in bins of 5 ms",
      Argument.RANGE,
      Argument.BIN),
  SPECTRUM(
      "spectrum",
      Dimension.NONE,
      "power of the population rate at a frequency, over that of a Poisson process (Welch 1967)",
      Argument.RANGE,
      Argument.FREQUENCY),
  PEAK_FREQUENCY(
      "peak_frequency",
      Dimension.RATE,
      "frequency at which the population rate has most power, of all or between two",
      Argument.RANGE,
      Argument.LOWEST,
      Argument.HIGHEST),
  CROSS_CORRELATION(
      "cross_correlation",
      Dimension.NONE,
      "correlation of the counts of some neurons and, a lag later, of others, in bins of 1 ms",
      Argument.RANGE,
      Argument.OTHERS,
      Argument.LAG,
      Argument.BIN),
  LAG(
      "lag",
      Dimension.TIME,
      "by how much others follow some neurons: where their cross-correlation is largest, up to"
          + " 100 ms, in bins of 1 ms",
      Argument.RANGE,
      Argument.OTHERS,
      Argument.LARGEST_LAG,
      Argument.BIN),
  ACTIVE(
      "active",
      Dimension.NONE,
      "which part of the neurons fire at all, in the whole run or between two times; over the"
          + " trials of a phase the mean",
      Argument.RANGE,
      Argument.SINCE,
      Argument.UNTIL),
  POPULATION_VECTOR(
      "population_vector",
      Dimension.NONE,
      "the direction, in degrees, to which the neurons' spikes point together, the neurons lying on"
          + " a circle in their order; over the trials of a phase the mean",
      Argument.RANGE,
      Argument.SINCE,
      Argument.UNTIL),
  PSTH(
      "psth",
      Dimension.RATE,
      "rate between two times after the beginnings of a phase, the mean over its trials",
      Argument.RANGE,
      Argument.AFTER,
      Argument.BEFORE),
  ORDER_CORRELATION(
      "order_correlation",
      Dimension.NONE,
      "rank correlation of the numbers of neurons and the times of their first spikes",
      Argument.RANGE,
      Argument.SINCE,
      Argument.UNTIL),
  PATTERN_CORRELATION(
      "pattern_correlation",
      Dimension.NONE,
      "correlation over neurons of their mean rates in one phase, or under one label, and another",
      Argument.RANGE,
      Argument.ONE,
      Argument.OTHER,
      Argument.SHOWN),
  SELECTIVITY(
      "selectivity",
      Dimension.NONE,
      "mean over neurons of lifetime sparseness over what is shown, or over phases",
      Argument.RANGE,
      Argument.SHOWN),
  ORIENTATION_SELECTIVITY(
      "orientation_selectivity",
      Dimension.NONE,
      "the same of one less the circular variance over orientations, by the numbers that labels"
          + " or phases end with, in degrees",
      Argument.RANGE,
      Argument.SHOWN),
  DIRECTION_SELECTIVITY(
      "direction_selectivity",
      Dimension.NONE,
      "the same over directions",
      Argument.RANGE,
      Argument.SHOWN),
  DECODING(
      "decoding",
      Dimension.NONE,
      "part of the images told rightly from spike counts by the nearest mean counts of a class; of"
          + " one lot each from all others, of two the second from the first",
      Argument.RANGE,
      Argument.LEARNT,
      Argument.ASKED),
  LINEAR_DECODING(
      "linear_decoding",
      Dimension.NONE,
      "the same by a weighted sum for each class, by ridge regression",
      Argument.RANGE,
      Argument.LEARNT,
      Argument.ASKED),
  LIKELIHOOD_DECODING(
      "likelihood_decoding",
      Dimension.NONE,
      "the same by the class under which the counts are likeliest, if Poisson and of any total",
      Argument.RANGE,
      Argument.LEARNT,
      Argument.ASKED),
  ACCURACY(
      "accuracy",
      Dimension.NONE,
      "the same by a vote of neurons, each for the class to which it answered most",
      Argument.RANGE,
      Argument.LEARNT,
      Argument.ASKED),
  MAXIMUM(
      "maximum",
      Dimension.NONE,
      "largest sample of a state variable between two times",
      Argument.VARIABLE,
      Argument.NEURON,
      Argument.TIME,
      Argument.TIME),
  MINIMUM(
      "minimum",
      Dimension.NONE,
      "smallest sample of a state variable between two times",
      Argument.VARIABLE,
      Argument.NEURON,
      Argument.TIME,
      Argument.TIME),
  MEAN(
      "mean",
      Dimension.NONE,
      "mean of the samples of a state variable between two times",
      Argument.VARIABLE,
      Argument.NEURON,
      Argument.TIME,
      Argument.TIME),
  FIT_TAU(
      "fit_tau",
      Dimension.TIME,
      "time constant of the exponential that fits the samples between two times best",
      Argument.VARIABLE,
      Argument.NEURON,
      Argument.TIME,
      Argument.TIME),
  WEIGHT("weight", Dimension.NONE, "final weight of the k-th synapse", Argument.SYNAPSE),
  MEAN_WEIGHT(
      "mean_weight",
      Dimension.NONE,
      "mean of the final weights of all synapses or some",
      Argument.SYNAPSES),
  SD_WEIGHT(
      "sd_weight",
      Dimension.NONE,
      "standard deviation of the final weights of all synapses or some",
      Argument.SYNAPSES),
  FRACTION_WEIGHTS(
      "fraction_weights",
      Dimension.NONE,
      "which part of the final weights, of all synapses or some, lies between two",
      Argument.SYNAPSES,
      Argument.LEAST,
      Argument.MOST),
  BIMODALITY(
      "bimodality",
      Dimension.NONE,
      "Sarle's coefficient of the final weights, of all synapses or some; 5/9 if uniform",
      Argument.SYNAPSES),
  MODULATOR(
      "modulator",
      Dimension.NONE,
      "what spikes of the modulator have left at a time, in 1/ms, by its name in the equations",
      Argument.PROJECTION,
      Argument.TRACE,
      Argument.TIME),
  SYNAPSES(
      "synapses",
      Dimension.NONE,
      "number of synapses of a projection whose wiring changes, at the end or at a time",
      Argument.PROJECTION,
      Argument.MOMENT);

  /** What an argument must be. */
  enum Argument {
    RANGE("neurons"),
    NEURON("neuron"),
    COUNT("k"),
    TIME("time"),
    SINCE("from"),
    UNTIL("to"),
    BIN("bin"),
    OTHERS("others"),
    FREQUENCY("frequency"),
    LOWEST("from"),
    HIGHEST("to"),
    LAG("lag"),
    LARGEST_LAG("largest"),
    AFTER("from"),
    BEFORE("to"),
    SHOWN("shown"),
    ONE("one"),
    OTHER("other"),
    LEAST("from"),
    MOST("to"),
    LEARNT("learnt"),
    ASKED("asked"),
    VARIABLE("variable"),
    TRACE("trace"),
    SYNAPSES("projection"),
    PROJECTION("projection"),
    MOMENT("time"),
    SYNAPSE("projection[k]");

    private final String label;

    Argument(String label) {
      this.label = label;
    }
  }

  private final String function;
  private final Dimension dimension;
  private final String description;
  private final List<Argument> arguments;

  Measure(String function, Dimension dimension, String description, Argument... arguments) {
    this.function = function;
    this.dimension = dimension;
    this.description = description;
    this.arguments = List.of(arguments);
  }

  /** Its name in expectations. */
  String function() {
    return function;
  }

  /** What it measures; for state variables and weights, their unit says. */
  Dimension dimension() {
    return dimension;
  }

  String description() {
    return description;
  }

  List<Argument> arguments() {
    return arguments;
  }

  /**
   * Whether so many arguments will do; the width of a bin, a window or the end of the run may be
   * left out.
   */
  boolean accepts(int count) {
    return this != PSTH && enough(count);
  }

  private boolean enough(int count) {
    Argument last = arguments.get(arguments.size() - 1);
    boolean half =
        (last == Argument.UNTIL || last == Argument.HIGHEST) && count == arguments.size() - 1;
    return count >= needed() && count <= arguments.size() && !half;
  }

  /** How many arguments there must be. */
  private int needed() {
    int needed = 0;
    for (Argument argument : arguments) {
      boolean mayMiss =
          switch (argument) {
            case BIN, MOMENT, ASKED, SHOWN, SINCE, UNTIL, LOWEST, HIGHEST, LARGEST_LAG -> true;
            default -> false;
          };
      needed += mayMiss ? 0 : 1;
    }
    return needed;
  }

  /** How many arguments there must be before the name of a phase. */
  int neededBeforePhase() {
    return between() ? arguments.size() - 2 : needed();
  }

  /**
   * Whether its last two arguments are times between which it is taken, for which a phase will do.
   */
  boolean between() {
    int last = arguments.size() - 1;
    Argument end = arguments.get(last);
    return end == Argument.UNTIL
        || last > 0 && end == Argument.TIME && arguments.get(last - 1) == Argument.TIME;
  }

  /**
   * Whether it is of the spikes of the whole run, or, with a phase after all else, of the phase.
   */
  boolean ofPhases() {
    return this == CV
        || this == CV2
        || this == LV
        || this == FANO_FACTOR
        || this == ISI
        || this == FIRST_SPIKE
        || this == SYNCHRONY
        || this == CORRELATION
        || this == SPECTRUM
        || this == PEAK_FREQUENCY
        || this == CROSS_CORRELATION
        || this == LAG
        || this == PSTH;
  }

  /** Whether so many arguments will do before the name of a phase. */
  boolean acceptsWithPhase(int count) {
    return between() ? count == arguments.size() - 2 : enough(count);
  }

  /** How it is written, such as {@code spike_time(neuron, k)}. */
  String signature() {
    String all = String.join(", ", arguments.stream().map(a -> a.label).toList());
    return function + "(" + all + (this == PSTH ? ", phase)" : ")");
  }

  /** The measure of this name. */
  static Optional<Measure> of(String function) {
    return Arrays.stream(values()).filter(m -> m.function.equals(function)).findFirst();
  }

  /** The names of all measures. */
  static List<String> names() {
    return Arrays.stream(values()).map(Measure::function).toList();
  }
}
