package org.hillock.engine.event;

import java.util.Arrays;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.GridTime;

/**
 * Samples of the state of the part of one requested range that lies in one partition, at times
 * first + k interval, k = 1, 2, …
 */
final class TraceSamples {

  private static final double[] NOTHING = {};

  final int group;
  final int firstNeuron;
  private final int[] variables;
  private final double first;
  private final double interval;

  /** values[variable][neuron - firstNeuron][sample]. */
  final double[][][] values;

  /**
   * @param group number of the group
   * @param variables places among the model's state variables
   * @param firstNeuron index of the first neuron within the group
   * @param count neurons
   * @param first when sampling begins [ms]
   * @param interval between samples [ms]
   * @param samples how many
   */
  TraceSamples(
      int group,
      int[] variables,
      int firstNeuron,
      int count,
      double first,
      double interval,
      int samples) {
    this.group = group;
    this.variables = variables;
    this.firstNeuron = firstNeuron;
    this.first = first;
    this.interval = interval;
    this.values = new double[variables.length][count][samples];
  }

  /** Gives away the first samples of a variable of a neuron, so that none stands there twice. */
  double[] take(int variable, int neuron, int samples) {
    double[] own = values[variable][neuron];
    values[variable][neuron] = NOTHING;
    return samples == own.length ? own : Arrays.copyOf(own, samples);
  }

  boolean holds(int neuron) {
    return neuron >= firstNeuron && neuron < firstNeuron + count();
  }

  int count() {
    return values.length == 0 ? 0 : values[0].length;
  }

  private int samples() {
    return count() == 0 ? 0 : values[0][0].length;
  }

  /** The time of a sample, the first being number 1 [ms]. */
  static double time(double first, double interval, int number) {
    return first + GridTime.time(number, interval);
  }

  private int numberAfter(double time) {
    int number = (int) Math.max(1, Math.floor((time - first) / interval) - 1);
    while (number <= samples() && time(first, interval, number) <= time) {
      number++;
    }
    return number;
  }

  /** The first sample strictly after a moment [ms]; infinity if there is none. */
  double next(double after) {
    int number = numberAfter(after);
    return number > samples() ? Double.POSITIVE_INFINITY : time(first, interval, number);
  }

  /**
   * Takes a sample.
   *
   * @param time of the sample [ms]
   * @param moment to which the neuron has been advanced: the time, but for rounding [ms]
   */
  void take(EventKernel kernel, EventBlock block, int neuron, double time, double moment) {
    int number = numberAfter(Math.nextDown(time));
    for (int v = 0; v < variables.length; v++) {
      values[v][neuron - firstNeuron][number - 1] =
          kernel.read(block, neuron, variables[v], moment);
    }
  }
}
