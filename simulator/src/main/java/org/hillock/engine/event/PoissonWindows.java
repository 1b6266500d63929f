package org.hillock.engine.event;

import java.util.Arrays;
import org.hillock.model.InputList;
import org.hillock.random.PoissonPoints;

/**
 * Poisson spikes, an independent train for each neuron of a range, of which several arrive in a
 * window: how many do is drawn, and then when each does, in no order. Windows depend on the network
 * alone, and so do the spikes.
 */
final class PoissonWindows implements SpikeInput {

  /** With fewer spikes in a window than this the intervals between them are drawn. */
  static final double FEWEST = 4;

  private final int first;
  private final int firstEntity;
  private final double[] weights;
  private final int receptor;
  private final double width;
  private final double start;
  private final double stop;
  private final PoissonPoints points;
  private final Thinning thinning;
  private final InputMerge merge = new InputMerge();

  /** Arrivals within a window, from index 1 on. */
  private double[] times = new double[128];

  /**
   * @param first first neuron of the group that receives them
   * @param firstEntity number of that neuron among all targets of the input
   * @param weights weight for each neuron [mV or pA]
   * @param receptor at which they arrive
   * @param width length of a window [ms]
   * @param start spikes arrive after this time [ms]
   * @param stop and up to this one [ms]
   * @param points of the input, for the calling thread
   * @param thinning leaves some of the spikes out
   */
  PoissonWindows(
      int first,
      int firstEntity,
      double[] weights,
      int receptor,
      double width,
      double start,
      double stop,
      PoissonPoints points,
      Thinning thinning) {
    this.first = first;
    this.firstEntity = firstEntity;
    this.weights = weights;
    this.receptor = receptor;
    this.width = width;
    this.start = start;
    this.stop = stop;
    this.points = points;
    this.thinning = thinning;
  }

  private boolean reaches(int neuron) {
    return neuron >= first && neuron < first + weights.length;
  }

  /** Draws the arrivals of a window, in no order; returns how many there are. */
  private int draw(int neuron, double until) {
    long window = Math.round(until / width) - 1;
    double begin = window * width;
    if (until <= start || begin >= stop) {
      return 0;
    }
    int count = points.draw(firstEntity + neuron - first, window);
    if (times.length < count + 2) {
      times = TimeOrder.grow(times, count + 2);
    }
    double[] parts = points.parts();
    for (int i = 0; i < count; i++) {
      times[i + 1] = Math.min(until, begin + parts[i] * width);
    }
    int within = begin < start || until > stop ? within(count) : count;
    return thinning.keep(neuron - first, times, within);
  }

  /** Keeps the arrivals after the start and up to the stop. */
  private int within(int count) {
    int kept = 0;
    for (int i = 1; i <= count; i++) {
      if (times[i] > start && times[i] <= stop) {
        times[++kept] = times[i];
      }
    }
    return kept;
  }

  @Override
  public void add(int neuron, double after, double until, InputList into) {
    if (reaches(neuron)) {
      int count = draw(neuron, until);
      Arrays.sort(times, 1, count + 1);
      merge.merge(times, count, weights[neuron - first], receptor, into);
    }
  }

  @Override
  public void append(int neuron, double after, double until, InputList into) {
    if (reaches(neuron)) {
      into.addAll(times, 1, draw(neuron, until), weights[neuron - first], receptor);
    }
  }

  @Override
  public double next(int neuron, double after) {
    return reaches(neuron) && after < stop
        ? Math.max(start, Math.nextUp(after))
        : Double.POSITIVE_INFINITY;
  }
}
