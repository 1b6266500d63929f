package org.hillock.scenario.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.scenario.quantity.Dimension;

/** What an expectation can measure in the results of a run, besides a state variable at a time. */
enum Measure {
  RATE("rate", Dimension.RATE, "spikes per second and neuron", Argument.RANGE),
  SPIKES("spikes", Dimension.NONE, "number of spikes", Argument.RANGE),
  CV("cv", Dimension.NONE, "mean coefficient of variation of interspike intervals", Argument.RANGE),
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
  MEAN_WEIGHT("mean_weight", Dimension.NONE, "mean of the final weights", Argument.PROJECTION),
  SD_WEIGHT(
      "sd_weight", Dimension.NONE, "standard deviation of the final weights", Argument.PROJECTION);

  /** What an argument must be. */
  enum Argument {
    RANGE("neurons"),
    NEURON("neuron"),
    COUNT("k"),
    TIME("time"),
    BIN("bin"),
    VARIABLE("variable"),
    PROJECTION("projection"),
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

  /** Whether so many arguments will do; only the width of a bin may be left out. */
  boolean accepts(int count) {
    boolean lastOptional = arguments.get(arguments.size() - 1) == Argument.BIN;
    return count == arguments.size() || (lastOptional && count == arguments.size() - 1);
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
