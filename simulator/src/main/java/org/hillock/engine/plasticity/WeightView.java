package org.hillock.engine.plasticity;

import java.util.Arrays;

/**
 * The weights of a plastic table at any moment of a stretch of time, which the engine need not have
 * looked at.
 *
 * <p>A weight at a moment contains those spikes that have reached the synapse by then, and no
 * other: presynaptic ones of time s if s + a is not after it, postsynaptic ones of time p if p + b
 * is not (see {@link RowPlasticity} for a and b). An engine takes presynaptic spikes in when they
 * are delivered, at s + a + b, and postsynaptic ones when the next presynaptic one is. So a view
 * keeps the weights of the beginning of the stretch and, once all of its spikes are known, goes
 * through what has reached each synapse since, beside the run, which it does not change.
 */
final class WeightView {

  private final PlasticTable table;
  private final RowPlasticity plasticity;
  private final double begin;
  private final double settled;
  private final double[] weights;
  private final double[][] states;
  private double[] delays = new double[0];

  /**
   * Opens a view; {@link #close} must be called before the next one is opened.
   *
   * @param table the synapses
   * @param begin all deliveries up to it have been made, and no others
   */
  WeightView(PlasticTable table, double begin) {
    this.table = table;
    this.plasticity = table.plasticity();
    this.begin = begin;
    table.settle(begin);
    this.settled = plasticity.settled();
    this.weights = table.weights().clone();
    this.states = new double[table.states().length][];
    Arrays.setAll(states, k -> table.states()[k].clone());
    plasticity.hold();
  }

  /** Lets the history of postsynaptic spikes go. */
  void close() {
    plasticity.release();
  }

  /**
   * The weights and states at a moment.
   *
   * @param moment not before the beginning; all spikes up to it must be known
   */
  Values at(double moment) {
    Pending pending = new Pending(table, begin, plasticity.width());
    double[] result = weights.clone();
    double[][] itsStates = new double[states.length][];
    Arrays.setAll(itsStates, k -> states[k].clone());
    RowCursor cursor = plasticity.cursor(table, result, itsStates);
    for (int source = 0; source < table.sources(); source++) {
      if (pending.has(source)
          || table.lastSpike(source) != RowPlasticity.NEVER
          || plasticity.changesWithoutSource()) {
        row(source, moment, pending, cursor);
      }
    }
    return new Values(result, itsStates);
  }

  /**
   * What synapses are at a moment.
   *
   * @param weights their weights
   * @param states what else they keep, an array a number
   */
  record Values(double[] weights, double[][] states) {}

  private void row(int source, double moment, Pending pending, RowCursor cursor) {
    int from = table.rowStart(source);
    int to = table.rowStart(source + 1);
    if (delays.length < to - from) {
      delays = new double[to - from];
    }
    table.delays(source, delays);
    int synapse = from;
    while (synapse < to) {
      double delay = delays[synapse - from];
      int end = synapse + 1;
      while (end < to && delays[end - from] == delay) {
        end++;
      }
      part(source, synapse, end, delay, moment, pending, cursor);
      synapse = end;
    }
  }

  /** The same for some synapses of one delay. */
  private void part(
      int source,
      int from,
      int to,
      double delay,
      double moment,
      Pending pending,
      RowCursor cursor) {
    double axonal = plasticity.axonal(delay);
    int next = pending.first(source);
    int end = pending.end(source);
    while (next < end && pending.emitted[next] + delay <= begin) {
      next++;
    }
    pending.before(next, source, cursor, settled);
    while (next < end && pending.emitted[next] + axonal <= moment + plasticity.tolerance()) {
      cursor.deliver(from, to, delay, pending.emitted[next++]);
      pending.before(next, source, cursor, settled);
    }
    cursor.settle(from, to, delay, moment - axonal);
  }

  /** Spikes in flight, by source, then time. */
  private static final class Pending {
    private final PlasticTable table;
    private final int traces;
    private final int[] end;
    private final double[] emitted;
    private final double[] previous;
    private final double[] previousTraces;

    Pending(PlasticTable table, double begin, int traces) {
      this.table = table;
      this.traces = traces;
      int[] place = new int[table.sources() + 1];
      table.inFlight(begin, (source, time, before, its, at) -> place[source + 1]++);
      for (int i = 1; i < place.length; i++) {
        place[i] += place[i - 1];
      }
      int total = place[place.length - 1];
      this.emitted = new double[total];
      this.previous = new double[total];
      this.previousTraces = new double[total * traces];
      table.inFlight(
          begin,
          (source, time, before, its, at) -> {
            int to = place[source]++;
            emitted[to] = time;
            previous[to] = before;
            System.arraycopy(its, at, previousTraces, to * traces, traces);
          });
      // Each source's place has moved on to the end of its part, which is where the next begins.
      this.end = Arrays.copyOf(place, table.sources());
    }

    /** Tells a cursor what a source did before one of its spikes in flight, or before none. */
    void before(int spike, int source, RowCursor cursor, double settled) {
      if (spike < end[source]) {
        cursor.source(source, previous[spike], previousTraces, spike * traces, settled);
      } else {
        cursor.source(
            source, table.lastSpike(source), table.lastTraces(), source * traces, settled);
      }
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
