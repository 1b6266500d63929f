package org.hillock.engine.event;

import org.hillock.model.InputList;
import org.hillock.random.Logarithm;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * Poisson spikes, an independent train for each neuron of a range: intervals are exponential,
 * -ln(u)/rate, and the n-th of a neuron is made of words 2n and 2n + 1 of its stream.
 */
final class PoissonSource implements ArrivalSource {

  private static final int CHUNK = 64;

  private final int first;
  private final int object;
  private final int firstEntity;
  private final double[] weights;
  private final double interval;
  private final double stop;
  private final RandomStream stream;

  /** When the next spike of each neuron arrives [ms]. */
  private final double[] next;

  /** Number of intervals drawn for each neuron. */
  private final long[] drawn;

  private final double[] uniform = new double[CHUNK];
  private double[] times = new double[CHUNK];

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
      RandomStream stream) {
    this.object = object;
    this.first = first;
    this.firstEntity = firstEntity;
    this.weights = weights;
    this.interval = 1 / rate;
    this.stop = stop;
    this.stream = stream;
    this.next = new double[weights.length];
    this.drawn = new long[weights.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = start - Logarithm.of(draw(i, 0, 1)[0]) * interval;
      drawn[i] = 1;
    }
  }

  /** Uniform numbers of one target, from a given one on. */
  private double[] draw(int target, long from, int count) {
    stream
        .at(Purpose.POISSON_INPUT, object, firstEntity + target)
        .skipTo(2 * from)
        .nextOpenDoubles(uniform, 0, count);
    return uniform;
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
    int count = 0;
    long number = drawn[target];
    while (time <= end) {
      int expected = (int) Math.min(CHUNK, (end - time) / interval + 2);
      double[] u = draw(target, number, expected);
      if (times.length < count + expected) {
        times = TimeOrder.grow(times, count + expected);
      }
      int i = 0;
      while (i < expected && time <= end) {
        times[count++] = time;
        time -= Logarithm.of(u[i++]) * interval;
      }
      number += i;
    }
    next[target] = time;
    drawn[target] = number;
    merge(count, weights[target], into);
  }

  private void merge(int count, double weight, InputList into) {
    ArrivalSource.merge(times, count, weight, into);
  }

  @Override
  public double next(int neuron, double after) {
    int target = neuron - first;
    return target < 0 || target >= next.length || next[target] > stop
        ? Double.POSITIVE_INFINITY
        : next[target];
  }
}
