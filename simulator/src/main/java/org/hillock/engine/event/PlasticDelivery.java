package org.hillock.engine.event;

import java.util.Arrays;
import java.util.Objects;
import org.hillock.engine.memory.InFlight;
import org.hillock.engine.plasticity.PairPlasticity;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.TraceDecay;
import org.hillock.model.GridTime;
import org.hillock.model.PlasticRule;

/**
 * Spikes in flight through synapses that change; {@link PairPlasticity} says how.
 *
 * <p>A spike is delivered at the start of the window in which it arrives. It must then know every
 * postsynaptic spike that reaches the synapse before it, thus up to its arrival less twice the
 * dendritic delay: so windows are no longer than that, see {@link EventSimulation}.
 */
final class PlasticDelivery implements Delivery, PlasticTable {

  /** If histories run full again within this time, they grow rather than cost a sweep [ms]. */
  private static final double RARELY = 100;

  private final SynapseRows rows;
  private final double[] weights;
  private final PairPlasticity pairs;
  private final int firstTarget;
  private final double longestDelay;
  private final SpikeQueue queue = new SpikeQueue();

  private final double[] lastTime;
  private final double[] lastTrace;
  private double nextArrival = Double.POSITIVE_INFINITY;

  /**
   * @param rows the synapses
   * @param plastic how weights change
   * @param firstTarget index within the partition of the first neuron of the target population
   * @param targetCount neurons of the target population in the partition
   * @param longestDelay longest delay of the table in any partition [ms]
   */
  PlasticDelivery(
      SynapseRows rows,
      PlasticRule plastic,
      int firstTarget,
      int targetCount,
      double longestDelay) {
    this.rows = rows;
    this.weights = Objects.requireNonNull(rows.exact());
    this.pairs =
        new PairPlasticity(
            plastic.rule(),
            TraceDecay.exponential(plastic.rule().tauPlus()),
            TraceDecay.exponential(plastic.rule().tauMinus()),
            targetCount,
            plastic.dendriticDelay(),
            RARELY,
            GridTime.SAME_MOMENT);
    this.firstTarget = firstTarget;
    this.longestDelay = longestDelay;
    this.lastTime = new double[rows.sources()];
    this.lastTrace = new double[rows.sources()];
    Arrays.fill(lastTime, PairPlasticity.NEVER);
  }

  @Override
  public SynapseRows rows() {
    return rows;
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
    int cursor = rows.start()[source];
    if (cursor == rows.start()[source + 1]) {
      return;
    }
    queue.add(time, source, cursor, lastTime[source], lastTrace[source]);
    lastTrace[source] = pairs.preTrace(lastTrace[source], time - lastTime[source]);
    lastTime[source] = time;
    nextArrival = Math.min(nextArrival, time + rows.delay(cursor));
  }

  @Override
  public long deliver(double until, Inbox inbox, DueRows due) {
    if (nextArrival > until) {
      return 0;
    }
    long delivered = 0;
    nextArrival = Double.POSITIVE_INFINITY;
    for (int place = queue.head(); place < queue.end(); place++) {
      int end = rows.start()[queue.source(place) + 1];
      int at = queue.cursor(place);
      double emitted = queue.time(place);
      double since = queue.previousTime(place);
      double trace = queue.previousTrace(place);
      while (at < end && emitted + rows.delay(at) <= until) {
        double delay = rows.delay(at);
        double weight =
            pairs.deliver(weights[at], target(at), pairs.shift(delay), since, trace, emitted);
        weights[at] = weight;
        inbox.tell(
            rows.targets()[at], inbox.arrival(emitted + delay, weight, rows.plan().receptor()));
        delivered++;
        at++;
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

  /**
   * Takes note of a postsynaptic spike.
   *
   * @param target index within the partition's slice of the target population
   * @param time when [ms]
   * @param deliveredUntil all deliveries up to this time have been made [ms]
   */
  void addPostSpike(int target, double time, double deliveredUntil) {
    if (pairs.mustSettle(target, time)) {
      settle(deliveredUntil);
    }
    pairs.addPostSpike(target, time);
  }

  @Override
  public double[] weights() {
    return weights;
  }

  @Override
  public PairPlasticity pairs() {
    return pairs;
  }

  @Override
  public double lastSpike(int source) {
    return lastTime[source];
  }

  @Override
  public double lastTrace(int source) {
    return lastTrace[source];
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
            queue.previousTrace(place));
      }
    }
  }

  /** Brings all synapses up to the horizon: all spikes emitted by then have been delivered. */
  @Override
  public void settle(double time) {
    double horizon = time - longestDelay;
    if (pairs.unsettled(horizon)) {
      double[] nextTime = new double[rows.sources()];
      double[] since = lastTime.clone();
      double[] trace = lastTrace.clone();
      Arrays.fill(nextTime, Double.POSITIVE_INFINITY);
      for (int place = queue.head(); place < queue.end(); place++) {
        int source = queue.source(place);
        if (queue.time(place) > horizon && nextTime[source] == Double.POSITIVE_INFINITY) {
          nextTime[source] = queue.time(place);
          since[source] = queue.previousTime(place);
          trace[source] = queue.previousTrace(place);
        }
      }
      for (int source = 0; source < rows.sources(); source++) {
        if (since[source] != PairPlasticity.NEVER) {
          settleRow(source, time, horizon, nextTime[source], since[source], trace[source]);
        }
      }
      pairs.settledUpTo(horizon);
    }
    pairs.forget(longestDelay);
  }

  private void settleRow(
      int source, double time, double horizon, double nextTime, double since, double trace) {
    for (int synapse = rows.start()[source]; synapse < rows.start()[source + 1]; synapse++) {
      double delay = rows.delay(synapse);
      if (nextTime + delay > time) {
        weights[synapse] =
            pairs.potentiate(
                weights[synapse], target(synapse), pairs.shift(delay), since, trace, horizon);
      }
    }
  }
}
