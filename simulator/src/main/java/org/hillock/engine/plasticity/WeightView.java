package org.hillock.engine.plasticity;

import java.util.Arrays;

/**
 * The weights of a plastic table at any moment of a stretch of time, which the engine need not have
 * looked at.
 *
 * <p>A weight at a moment contains those spikes that have reached the synapse by then, and no
 * other: presynaptic ones of time s if s + a is not after it, postsynaptic ones of time p if p + b
 * is not (see {@link PairPlasticity} for a and b). An engine takes presynaptic spikes in when they
 * are delivered, at s + a + b, and postsynaptic ones when the next presynaptic one is. So a view
 * keeps the weights of the beginning of the stretch and, once all of its spikes are known, goes
 * through what has reached each synapse since, beside the run, which it does not change.
 */
final class WeightView {

  private final PlasticTable table;
  private final PairPlasticity pairs;
  private final double begin;
  private final double settled;
  private final double[] weights;
  private double[] delays = new double[0];

  /**
   * Opens a view; {@link #close} must be called before the next one is opened.
   *
   * @param table the synapses
   * @param begin all deliveries up to it have been made, and no others
   */
  WeightView(PlasticTable table, double begin) {
    this.table = table;
    this.pairs = table.pairs();
    this.begin = begin;
    table.settle(begin);
    this.settled = pairs.settled();
    this.weights = table.weights().clone();
    pairs.hold();
  }

  /** Lets the history of postsynaptic spikes go. */
  void close() {
    pairs.release();
  }

  /**
   * The weights at a moment.
   *
   * @param moment not before the beginning; all spikes up to it must be known
   */
  double[] at(double moment) {
    Pending pending = new Pending(table, begin);
    double[] result = weights.clone();
    for (int source = 0; source < table.sources(); source++) {
      if (pending.has(source) || table.lastSpike(source) != PairPlasticity.NEVER) {
        row(source, moment, pending, result);
      }
    }
    return result;
  }

  private void row(int source, double moment, Pending pending, double[] result) {
    int from = table.rowStart(source);
    int to = table.rowStart(source + 1);
    if (delays.length < to - from) {
      delays = new double[to - from];
    }
    table.delays(source, delays);
    for (int synapse = from; synapse < to; synapse++) {
      double delay = delays[synapse - from];
      double axonal = pairs.axonal(delay);
      double shift = pairs.shift(delay);
      int target = table.target(synapse);
      int next = pending.first(source);
      int end = pending.end(source);
      while (next < end && pending.emitted[next] + delay <= begin) {
        next++;
      }
      double since = next < end ? pending.previous[next] : table.lastSpike(source);
      double trace = next < end ? pending.previousTrace[next] : table.lastTrace(source);
      double weight = result[synapse];
      while (next < end && pending.emitted[next] + axonal <= moment + pairs.tolerance()) {
        weight = pairs.deliver(weight, target, shift, since, trace, pending.emitted[next], settled);
        since = pending.emitted[next++];
        trace = next < end ? pending.previousTrace[next] : table.lastTrace(source);
      }
      result[synapse] =
          pairs.potentiate(weight, target, shift, since, trace, moment - axonal, settled);
    }
  }

  /** Spikes in flight, by source, then time. */
  private static final class Pending {
    private final int[] end;
    private final double[] emitted;
    private final double[] previous;
    private final double[] previousTrace;

    Pending(PlasticTable table, double begin) {
      int[] place = new int[table.sources() + 1];
      table.inFlight(begin, (source, time, before, trace) -> place[source + 1]++);
      for (int i = 1; i < place.length; i++) {
        place[i] += place[i - 1];
      }
      int total = place[place.length - 1];
      this.emitted = new double[total];
      this.previous = new double[total];
      this.previousTrace = new double[total];
      table.inFlight(
          begin,
          (source, time, before, trace) -> {
            int at = place[source]++;
            emitted[at] = time;
            previous[at] = before;
            previousTrace[at] = trace;
          });
      // Each source's place has moved on to the end of its part, which is where the next begins.
      this.end = Arrays.copyOf(place, table.sources());
    }

    boolean has(int source) {
      return first(source) < end(source);
    }

    int first(int source) {
      return source == 0 ? 0 : end[source - 1];
    }

    int end(int source) {
      return end[source];
    }
  }
}
