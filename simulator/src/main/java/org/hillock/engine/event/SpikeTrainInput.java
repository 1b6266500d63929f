package org.hillock.engine.event;

import org.hillock.model.InputList;
import org.hillock.network.SpikeTrains;

/** The same recorded spikes for all neurons of a range. */
final class SpikeTrainInput implements SpikeInput {

  private final SpikeTrains train;
  private final double delay;
  private final int first;
  private final double[] weights;
  private final int receptor;
  private final InputMerge merge = new InputMerge();

  /** Arrivals within a window, from index 1 on. */
  private double[] times = new double[16];

  /**
   * @param train one train, which is read in place
   * @param delay how much later each spike arrives [ms]
   * @param first first neuron of the group that receives them
   * @param weights weight for each neuron [mV or pA]
   * @param receptor at which they arrive
   */
  SpikeTrainInput(SpikeTrains train, double delay, int first, double[] weights, int receptor) {
    this.train = train;
    this.delay = delay;
    this.first = first;
    this.weights = weights;
    this.receptor = receptor;
  }

  /** Number of spikes that have arrived by a moment. */
  private int by(double time) {
    int low = 0;
    int high = train.count(0);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (train.time(0, middle) + delay <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public void add(int neuron, double after, double until, InputList into) {
    int count = find(neuron - first, after, until);
    if (count > 0) {
      merge.merge(times, count, weights[neuron - first], receptor, into);
    }
  }

  @Override
  public void append(int neuron, double after, double until, InputList into) {
    int count = find(neuron - first, after, until);
    if (count > 0) {
      into.addAll(times, 1, count, weights[neuron - first], receptor);
    }
  }

  /** Finds the arrivals at a target in a window; returns how many there are. */
  private int find(int target, double after, double until) {
    if (target < 0 || target >= weights.length) {
      return 0;
    }
    int from = by(after);
    int count = by(until) - from;
    if (times.length < count + 2) {
      times = new double[2 * count + 2];
    }
    for (int i = 0; i < count; i++) {
      times[i + 1] = train.time(0, from + i) + delay;
    }
    return count;
  }

  @Override
  public double next(int neuron, double after) {
    int target = neuron - first;
    int at = by(after);
    return target < 0 || target >= weights.length || at == train.count(0)
        ? Double.POSITIVE_INFINITY
        : train.time(0, at) + delay;
  }
}
