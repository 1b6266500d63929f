package org.hillock.engine.event;

import java.util.Arrays;
import java.util.Objects;
import org.hillock.engine.memory.InFlight;
import org.hillock.engine.plasticity.FollowedTarget;
import org.hillock.engine.plasticity.Modulator;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.PostSpikes;
import org.hillock.engine.plasticity.RowCursor;
import org.hillock.engine.plasticity.RowPlasticity;
import org.hillock.engine.plasticity.SynapseKey;
import org.hillock.engine.plasticity.TraceDecay;
import org.hillock.model.GridTime;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateCarrier;
import org.jspecify.annotations.Nullable;

/**
 * Spikes in flight through synapses that change; {@link RowPlasticity} says how.
 *
 * <p>A spike is delivered at the start of the window in which it arrives. It must then know every
 * postsynaptic spike that reaches the synapse before it, thus up to its arrival less twice the
 * dendritic delay: so windows are no longer than that, see {@link EventSimulation}.
 */
final class PlasticDelivery implements Delivery, PlasticTable {

  private final SynapseRows rows;
  private final double[] weights;
  private final double[][] states;
  private final RowPlasticity plasticity;
  private final RowCursor cursor;
  private final int firstTarget;
  private final SynapseKey key;
  private final double longestDelay;
  private final SpikeQueue queue;

  private final double[] lastTime;
  private final double[] lastTraces;
  private double nextArrival = Double.POSITIVE_INFINITY;

  /** A target of which somebody hears, or null. */
  private @Nullable FollowedTarget followed;

  /**
   * @param rows the synapses
   * @param plastic how weights change
   * @param firstTarget index within the partition of the first neuron of the target population
   * @param posts their spikes
   * @param modulator spikes of modulating neurons, if the rule has a third factor
   * @param key of random numbers
   * @param longestDelay longest delay of the table in any partition [ms]
   */
  PlasticDelivery(
      SynapseRows rows,
      PlasticRule plastic,
      int firstTarget,
      PostSpikes posts,
      @Nullable Modulator modulator,
      SynapseKey key,
      double longestDelay) {
    this.rows = rows;
    this.weights = Objects.requireNonNull(rows.exact());
    this.plasticity =
        new RowPlasticity(
            plastic.rule(),
            TraceDecay::exponential,
            posts,
            modulator,
            plastic.modulatorDelay(),
            plastic.dendriticDelay(),
            1,
            GridTime.SAME_MOMENT);
    this.queue = new SpikeQueue(plasticity.width());
    this.states = plasticity.newStates(weights.length);
    this.cursor = plasticity.cursor(this, weights, states);
    plasticity.listen(this);
    if (modulator != null) {
      modulator.addTable(this);
    }
    this.firstTarget = firstTarget;
    this.key = key;
    this.longestDelay = longestDelay;
    this.lastTime = new double[rows.sources()];
    this.lastTraces = plasticity.newSources(rows.sources());
    Arrays.fill(lastTime, RowPlasticity.NEVER);
  }

  @Override
  public SynapseRows rows() {
    return rows;
  }

  @Override
  public SynapseKey key() {
    return key;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public int sources() {
    return rows.sources();
  }

  @Override
  public int rowStart(int source) {
    return rows.start()[source];
  }

  @Override
  public int target(int synapse) {
    return rows.targets()[synapse] - firstTarget;
  }

  @Override
  public double nextArrival() {
    return nextArrival;
  }

  @Override
  public void add(int source, double time) {
    int first = rows.start()[source];
    int traces = source * plasticity.width();
    queue.add(time, source, first, lastTime[source], lastTraces, traces);
    plasticity.afterSpike(lastTraces, traces, lastTime[source], time);
    lastTime[source] = time;
    if (first < rows.start()[source + 1]) {
      nextArrival = Math.min(nextArrival, time + rows.delay(first));
    }
  }

  /** Spikes come back with what their sources had done before: {@link #carryFlight}. */
  @Override
  public void addAgain(int source, double time, double delivered) {}

  /** Carries what is known of a source, which every partition knows alike. */
  void carrySource(int source, StateCarrier carrier) {
    lastTime[source] = carrier.carry(lastTime[source]);
    int width = plasticity.width();
    carrier.carry(lastTraces, source * width, (source + 1) * width);
    plasticity.carry(source, carrier);
  }

  /** Carries the weight of a synapse and what else it keeps. */
  void carrySynapse(int synapse, StateCarrier carrier) {
    weights[synapse] = carrier.carry(weights[synapse]);
    for (double[] state : states) {
      state[synapse] = carrier.carry(state[synapse]);
    }
  }

  /**
   * Carries the spikes that are on their way, which every partition knows alike, and up to when
   * synapses are settled.
   *
   * @param delivered all arrivals up to this moment have been delivered [ms]
   */
  void carryFlight(double delivered, StateCarrier carrier) {
    plasticity.carry(carrier);
    int count = carrier.carry(queue.end() - queue.head());
    double[] traces = new double[plasticity.width()];
    for (int i = 0; i < count; i++) {
      if (carrier.restores()) {
        double time = carrier.carry(0.0);
        int source = carrier.carry(0);
        double previous = carrier.carry(0.0);
        carrier.carry(traces, 0, traces.length);
        queue.add(time, source, undelivered(source, time, delivered), previous, traces, 0);
      } else {
        int place = queue.head() + i;
        carrier.carry(queue.time(place));
        carrier.carry(queue.source(place));
        carrier.carry(queue.previousTime(place));
        int at = queue.tracesAt(place);
        carrier.carry(queue.previousTraces(), at, at + traces.length);
      }
    }
  }

  /** Lets somebody hear what one of the targets gets. */
  void follow(FollowedTarget target) {
    followed = target;
  }

  /** The first synapse that a spike has not reached. */
  private int undelivered(int source, double time, double delivered) {
    int end = rows.start()[source + 1];
    int at = rows.start()[source];
    while (at < end && time + rows.delay(at) <= delivered) {
      at++;
    }
    if (at < end) {
      nextArrival = Math.min(nextArrival, time + rows.delay(at));
    }
    return at;
  }

  @Override
  public long deliver(double until, Span counted, Inbox inbox, DueRows due) {
    if (nextArrival > until) {
      return 0;
    }
    long delivered = 0;
    nextArrival = Double.POSITIVE_INFINITY;
    for (int place = queue.head(); place < queue.end(); place++) {
      int end = rows.start()[queue.source(place) + 1];
      int at = queue.cursor(place);
      double emitted = queue.time(place);
      cursor.source(
          queue.source(place),
          queue.previousTime(place),
          queue.previousTraces(),
          queue.tracesAt(place),
          plasticity.settled());
      while (at < end && emitted + rows.delay(at) <= until) {
        int next = sameDelay(at, end);
        double delay = rows.delay(at);
        cursor.deliver(at, next, delay, emitted);
        double[] values = plasticity.transmitsOther() ? cursor.transmitted() : weights;
        int from = plasticity.transmitsOther() ? at : 0;
        if (followed != null) {
          followed.tell(this, queue.source(place), emitted, delay, at, next, values, at - from);
        }
        delivered += counted.holds(emitted + delay) ? next - at : 0;
        for (; at < next; at++) {
          inbox.tell(
              rows.targets()[at],
              inbox.arrival(emitted + delay, values[at - from], rows.plan().receptor()));
        }
      }
      queue.setCursor(place, at);
      if (at < end) {
        nextArrival = Math.min(nextArrival, emitted + rows.delay(at));
      }
    }
    return delivered;
  }

  /**
   * Forgets spikes that had reached every target by a moment: those in flight then are still asked
   * for by samples of weights after it, and by settling.
   */
  void forget(double moment) {
    while (queue.head() < queue.end() && queue.time(queue.head()) + longestDelay < moment) {
      queue.remove();
    }
  }

  /** One past the last of the synapses from one on that have its delay. */
  private int sameDelay(int first, int end) {
    if (rows.oneDelay()) {
      return end;
    }
    int next = first + 1;
    while (next < end && rows.delay(next) == rows.delay(first)) {
      next++;
    }
    return next;
  }

  @Override
  public double[] weights() {
    return weights;
  }

  @Override
  public double[][] states() {
    return states;
  }

  @Override
  public RowPlasticity plasticity() {
    return plasticity;
  }

  @Override
  public double needsAfter() {
    return plasticity.needsAfter() - longestDelay;
  }

  @Override
  public double needsModulatorAfter() {
    return plasticity.needsModulatorAfter();
  }

  @Override
  public double lastSpike(int source) {
    return lastTime[source];
  }

  @Override
  public double[] lastTraces() {
    return lastTraces;
  }

  @Override
  public void delays(int source, double[] into) {
    int from = rows.start()[source];
    for (int synapse = from; synapse < rows.start()[source + 1]; synapse++) {
      into[synapse - from] = rows.delay(synapse);
    }
  }

  @Override
  public void inFlight(double time, InFlight into) {
    for (int place = queue.head(); place < queue.end(); place++) {
      if (queue.time(place) + longestDelay > time) {
        into.spike(
            queue.source(place),
            queue.time(place),
            queue.previousTime(place),
            queue.previousTraces(),
            queue.tracesAt(place));
      }
    }
  }

  /** Brings all synapses up to the horizon: all spikes emitted by then have been delivered. */
  @Override
  public void settle(double time) {
    double horizon = time - longestDelay;
    if (plasticity.heedsTargets() && plasticity.unsettled(horizon)) {
      int[] next = new int[rows.sources()];
      Arrays.fill(next, -1);
      for (int place = queue.end() - 1; place >= queue.head(); place--) {
        if (queue.time(place) > horizon) {
          next[queue.source(place)] = place;
        }
      }
      for (int source = 0; source < rows.sources(); source++) {
        settleRow(source, next[source], time, horizon);
      }
      plasticity.settledUpTo(horizon);
    }
    plasticity.posts().forget();
  }

  /**
   * Brings the synapses of a source up to the horizon.
   *
   * @param next place of its first spike after that; -1 if there is none
   */
  private void settleRow(int source, int next, double time, double horizon) {
    boolean last = next < 0;
    double since = last ? lastTime[source] : queue.previousTime(next);
    if (since == RowPlasticity.NEVER && !plasticity.changesWithoutSource()) {
      return;
    }
    cursor.source(
        source,
        since,
        last ? lastTraces : queue.previousTraces(),
        last ? source * plasticity.width() : queue.tracesAt(next),
        plasticity.settled());
    double nextTime = last ? Double.POSITIVE_INFINITY : queue.time(next);
    int end = rows.start()[source + 1];
    int at = rows.start()[source];
    while (at < end) {
      int same = sameDelay(at, end);
      double delay = rows.delay(at);
      if (nextTime + delay > time) {
        cursor.settle(at, same, delay, horizon);
      }
      at = same;
    }
  }
}
