package org.hillock.engine.event;

import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.GridTime;
import org.hillock.record.HeldSamples;

/**
 * Samples of the state of the part of one requested range that lies in one partition, at times
 * first + k interval, k = 1, 2, …
 */
final class TraceSamples {

  private final int[] variables;
  private final int firstNeuron;
  private final int count;
  private final double first;
  private final double interval;
  private final long planned;
  private final HeldSamples held;

  /**
   * @param variables places among the model's state variables
   * @param firstNeuron index of the first neuron within the group
   * @param count neurons, 1 or more
   * @param first when sampling begins [ms]
   * @param interval between samples [ms]
   * @param planned how many there are in a whole run
   * @param held takes the samples
   */
  TraceSamples(
      int[] variables,
      int firstNeuron,
      int count,
      double first,
      double interval,
      long planned,
      HeldSamples held) {
    this.variables = variables;
    this.firstNeuron = firstNeuron;
    this.count = count;
    this.first = first;
    this.interval = interval;
    this.planned = planned;
    this.held = held;
  }

  boolean holds(int neuron) {
    return neuron >= firstNeuron && neuron < firstNeuron + count;
  }

  /** The time of a sample, the first being number 1 [ms]. */
  static double time(double first, double interval, long number) {
    return first + GridTime.time(number, interval);
  }

  private long numberAfter(double time) {
    long number = (long) Math.max(1, Math.floor((time - first) / interval) - 1);
    while (number <= planned && time(first, interval, number) <= time) {
      number++;
    }
    return number;
  }

  /** The first sample strictly after a moment [ms]; infinity if there is none. */
  double next(double after) {
    long number = numberAfter(after);
    return number > planned ? Double.POSITIVE_INFINITY : time(first, interval, number);
  }

  /**
   * Takes a sample.
   *
   * @param time of the sample [ms]
   * @param moment to which the neuron has been advanced: the time, but for rounding [ms]
   */
  void take(EventKernel kernel, EventBlock block, int neuron, double time, double moment) {
    long number = numberAfter(Math.nextDown(time));
    for (int v = 0; v < variables.length; v++) {
      held.set(
          v, neuron - firstNeuron, number - 1, kernel.read(block, neuron, variables[v], moment));
    }
  }
}
