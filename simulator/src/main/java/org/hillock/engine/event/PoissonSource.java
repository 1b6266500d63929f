package org.hillock.engine.event;

import org.hillock.model.InputList;
import org.hillock.random.ExponentialStream;
import org.hillock.random.Purpose;

/**
 * Poisson spikes, an independent train for each neuron of a range: the intervals between them are
 * exponential and come from the neuron's own stream.
 */
final class PoissonSource implements ArrivalSource {

  private final int first;
  private final int object;
  private final int firstEntity;
  private final double[] weights;
  private final double rate;
  private final double interval;
  private final double stop;
  private final ExponentialStream stream;

  /** When the next spike of each neuron arrives [ms]. */
  private final double[] next;

  /** Place in the stream of each neuron. */
  private final long[] places;

  private double[] times = new double[64];

  /**
   * @param object number of the input
   * @param first first neuron of the group that receives them
   * @param firstEntity number of that neuron among all targets of the input
   * @param weights weight for each neuron [mV or pA]
   * @param rate expected spikes [1/ms], above 0
   * @param start spikes arrive after this time [ms]
   * @param stop and up to this one [ms]
   * @param stream a stream of the calling thread
   */
  PoissonSource(
      int object,
      int first,
      int firstEntity,
      double[] weights,
      double rate,
      double start,
      double stop,
      ExponentialStream stream) {
    this.object = object;
    this.first = first;
    this.firstEntity = firstEntity;
    this.weights = weights;
    this.rate = rate;
    this.interval = 1 / rate;
    this.stop = stop;
    this.stream = stream;
    this.next = new double[weights.length];
    this.places = new long[weights.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = start + at(i, 1).next() * interval;
      places[i] = stream.place();
    }
  }

  /** The intervals of one target from where they were left. */
  private ExponentialStream at(int target, int likely) {
    return stream.at(Purpose.POISSON_INPUT, object, firstEntity + target, places[target], likely);
  }

  @Override
  public void add(int neuron, double after, double until, InputList into) {
    int target = neuron - first;
    if (target < 0 || target >= next.length) {
      return;
    }
    double time = next[target];
    double end = Math.min(until, stop);
    if (time > end) {
      return;
    }
    ExponentialStream intervals = at(target, (int) ((end - time) * rate) + 1);
    int count = 0;
    while (time <= end) {
      if (count == times.length) {
        times = TimeOrder.grow(times, count + 1);
      }
      times[count++] = time;
      time += intervals.next() * interval;
    }
    next[target] = time;
    places[target] = intervals.place();
    ArrivalSource.merge(times, count, weights[target], into);
  }

  @Override
  public double next(int neuron, double after) {
    int target = neuron - first;
    return target < 0 || target >= next.length || next[target] > stop
        ? Double.POSITIVE_INFINITY
        : next[target];
  }
}
