package org.hillock.engine.event;

import java.util.Arrays;
import org.hillock.model.InputList;

/** The same recorded spikes for all neurons of a range. */
final class TrainSource implements ArrivalSource {

  private final double[] arrivals;
  private final int first;
  private final double[] weights;
  private final InputMerge merge = new InputMerge();

  /**
   * @param arrivals when each spike arrives, ascending [ms]
   * @param first first neuron of the group that receives them
   * @param weights weight for each neuron [mV or pA]
   */
  TrainSource(double[] arrivals, int first, double[] weights) {
    this.arrivals = arrivals;
    this.first = first;
    this.weights = weights;
  }

  /** Number of spikes that have arrived by a moment. */
  private int by(double time) {
    int at = Arrays.binarySearch(arrivals, Math.nextUp(time));
    int found = at >= 0 ? at : -at - 1;
    while (found > 0 && arrivals[found - 1] > time) {
      found--;
    }
    return found;
  }

  @Override
  public void add(int neuron, double after, double until, InputList into) {
    int target = neuron - first;
    if (target < 0 || target >= weights.length) {
      return;
    }
    int from = by(after);
    int to = by(until);
    if (from < to) {
      double[] times = new double[to - from + 2];
      System.arraycopy(arrivals, from, times, 1, to - from);
      merge.merge(times, to - from, weights[target], into);
    }
  }

  @Override
  public double next(int neuron, double after) {
    int target = neuron - first;
    int at = by(after);
    return target < 0 || target >= weights.length || at == arrivals.length
        ? Double.POSITIVE_INFINITY
        : arrivals[at];
  }
}
