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
    int last = arguments.size() - 1;
    int needed =
        switch (arguments.get(last)) {
          case BIN, MOMENT, ASKED -> last;
          case UNTIL -> last - 1;
          default -> last + 1;
        };
    return count == arguments.size() || count == needed;
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
        || this == CORRELATION;
  }

  /** Whether so many arguments will do before the name of a phase. */
  boolean acceptsWithPhase(int count) {
    return between() ? count == arguments.size() - 2 : accepts(count);
  }

  /** How it is written, such as {@code spike_time(neuron, k)}. */
  String signature() {
    return function + "(" + String.join(", ", arguments.stream().map(a -> a.label).toList()) + ")";
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
