package org.hillock.engine.event;

import org.hillock.model.InputList;
import org.hillock.model.StateCarrier;
import org.hillock.random.ExponentialStream;

/**
 * Poisson spikes, an independent train for each neuron of a range: the intervals between them are
 * exponential and come from the neuron's own stream.
 */
final class PoissonInput implements SpikeInput {

  /**
   * More words of a stream than the intervals of a millisecond take at the highest rate, a million
   * spikes: most numbers take one, one in fifty another two.
   */
  private static final long MOST_WORDS = 1 << 22;

  private static final int MOST_AT_ONCE = ExponentialStream.MOST_AT_ONCE;

  private final int first;
  private final int firstEntity;
  private final double[] weights;
  private final int receptor;
  private final double rate;
  private final double interval;
  private final double start;
  private final double stop;
  private final double period;
  private final ExponentialStream stream;
  private final Thinning thinning;

  /** When the next spike of each neuron arrives [ms]. */
  private final double[] next;

  /** Place in the stream of each neuron. */
  private final long[] places;

  /** In which period each neuron is. */
  private final long[] periods;

  private final InputMerge merge = new InputMerge();

  /** Arrivals within a window, from index 1 on. */
  private double[] times = new double[64];

  /**
   * @param first first neuron of the group that receives them
   * @param firstEntity number of that neuron among all targets of the input
   * @param weights weight for each neuron [mV or pA]
   * @param receptor at which they arrive
   * @param rate expected spikes [1/ms], above 0
   * @param start spikes arrive after this time [ms]
   * @param stop and up to this one [ms]
   * @param period after which they repeat themselves [ms]; infinity if they never do
   * @param stream of the input, for the calling thread
   * @param thinning leaves some of the spikes out
   */
  PoissonInput(
      int first,
      int firstEntity,
      double[] weights,
      int receptor,
      double rate,
      double start,
      double stop,
      double period,
      ExponentialStream stream,
      Thinning thinning) {
    this.first = first;
    this.firstEntity = firstEntity;
    this.weights = weights;
    this.receptor = receptor;
    this.rate = rate;
    this.interval = 1 / rate;
    this.start = start;
    this.stop = stop;
    this.period = period;
    this.stream = stream;
    this.thinning = thinning;
    this.next = new double[weights.length];
    this.places = new long[weights.length];
    this.periods = new long[weights.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = inPeriod(i, arrival(i, start));
    }
  }

  /** The first arrival after a moment at which the stream of a target begins, or goes on. */
  private double arrival(int target, double moment) {
    double time = moment + at(target, 1).next(1)[0] * interval;
    places[target] = stream.placeAfter(1);
    return time;
  }

  /** When a period ends [ms]. */
  private double end(int target) {
    return periodic() ? start + (periods[target] + 1) * period : Double.POSITIVE_INFINITY;
  }

  private boolean periodic() {
    return period < Double.POSITIVE_INFINITY;
  }

  /** An arrival, or the first of the next period if it comes too late for its own. */
  private double inPeriod(int target, double time) {
    if (time <= end(target)) {
      return time;
    }
    double begin = end(target);
    periods[target]++;
    places[target] = 0;
    double earliest = arrival(target, begin);
    return earliest <= end(target) ? earliest : Double.POSITIVE_INFINITY; // there is none in any
  }

  /**
   * The process has no memory, so that it may begin anywhere; its numbers are not those of before.
   * One that repeats itself is what it would have been.
   */
  @Override
  public void begin(double time) {
    if (time <= start) {
      return;
    }
    if (periodic()) {
      for (int i = 0; i < next.length; i++) {
        periods[i] = (long) Math.ceil((time - start) / period) - 2;
        next[i] = inPeriod(i, Double.POSITIVE_INFINITY);
        draw(i, time);
      }
      return;
    }
    long place = (long) Math.ceil(time) * MOST_WORDS;
    for (int i = 0; i < next.length; i++) {
      places[i] = place;
      next[i] = arrival(i, time);
    }
  }

  /** The intervals of one target from where they were left. */
  private ExponentialStream at(int target, int likely) {
    return stream.at(firstEntity + target, places[target], likely);
  }

  @Override
  public void add(int neuron, double after, double until, InputList into) {
    int count = draw(neuron - first, until);
    if (count > 0) {
      merge.merge(times, count, weights[neuron - first], receptor, into);
    }
  }

  @Override
  public void append(int neuron, double after, double until, InputList into) {
    int count = draw(neuron - first, until);
    if (count > 0) {
      into.addAll(times, 1, count, weights[neuron - first], receptor);
    }
  }

  /** Draws the arrivals of a target up to a moment; returns how many there are. */
  private int draw(int target, double until) {
    if (target < 0 || target >= next.length) {
      return 0;
    }
    double time = next[target];
    double end = Math.min(until, stop);
    int count = 0;
    while (time <= end) {
      double bound = Math.min(end, end(target));
      double mean = (bound - time) * rate;
      int likely = (int) Math.min(MOST_AT_ONCE, mean + Math.sqrt(mean) + 1);
      ExponentialStream intervals = at(target, likely);
      double[] drawn = intervals.next(likely);
      if (times.length < count + likely + 2) {
        times = TimeOrder.grow(times, count + likely + 2);
      }
      int used = 0;
      while (used < likely && time <= bound) {
        times[++count] = time;
        time += drawn[used++] * interval;
      }
      places[target] = intervals.placeAfter(used);
      time = inPeriod(target, time);
    }
    next[target] = time;
    return thinning.keep(target, times, count);
  }

  @Override
  public long remembered() {
    return (periodic() ? 3L : 2L) * next.length;
  }

  @Override
  public void carry(int neuron, StateCarrier carrier) {
    int target = neuron - first;
    if (target >= 0 && target < next.length) {
      next[target] = carrier.carry(next[target]);
      places[target] = carrier.carry(places[target]);
      if (periodic()) {
        periods[target] = carrier.carry(periods[target]);
      }
    }
  }

  @Override
  public double next(int neuron, double after) {
    int target = neuron - first;
    return target < 0 || target >= next.length || next[target] > stop
        ? Double.POSITIVE_INFINITY
        : next[target];
  }
}
