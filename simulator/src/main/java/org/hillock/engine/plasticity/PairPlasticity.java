package org.hillock.engine.plasticity;

import org.hillock.model.PairRule;

/**
 * Applies a {@link PairRule} to synapses, for any engine.
 *
 * <p>Delays are split into an axonal part a and a dendritic part b, d = a + b. A presynaptic spike
 * of time s reaches the synapse at s + a, a postsynaptic one of time p at p + b, so that they meet
 * if p + (b - a) = s. Everything here is told in time <em>relative to the emission of presynaptic
 * spikes</em>: a postsynaptic spike counts at p + shift, shift = b - a = 2 b - d. If the delay is
 * all dendritic, as in NEST, shift = d.
 *
 * <p>When a presynaptic spike is delivered, a synapse first takes in the postsynaptic spikes since
 * the previous presynaptic one (potentiation), then the new one (depression), then passes on its
 * weight. A synapse whose source is silent is brought up to a horizon now and then, before which
 * nothing can happen any more, so that older spikes can be forgotten. Each change is the same
 * arithmetic on the same numbers whenever it is done, so weights do not depend on it.
 *
 * <p>Times are in one unit throughout: steps on the grid, ms in continuous time, where sums of
 * times are rounded: those that lie within a tolerance of each other are the same moment. Not
 * thread-safe.
 */
public final class PairPlasticity {

  /** A ring of {@link PostSpikeHistory} and what belongs to it. */
  private static final int HISTORY_BYTES = 8 * 16 + 8;

  /** The time of a spike that never was. */
  public static final double NEVER = Double.NEGATIVE_INFINITY;

  private final PairRule rule;
  private final TraceDecay preDecay;
  private final PostSpikeHistory history;
  private final double dendritic;
  private final double rarely;
  private final double tolerance;
  private double settled = NEVER;

  /** Where a {@link WeightView} that is open was settled: what it needs must not be forgotten. */
  private double held = Double.POSITIVE_INFINITY;

  private double lastSweep = NEVER;

  /**
   * @param rule how weights change
   * @param preDecay decay of the presynaptic trace
   * @param postDecay decay of the postsynaptic trace
   * @param targets number of target neurons
   * @param dendritic b; infinity for all of each delay
   * @param rarely if histories run full again within this time, they grow rather than cost a sweep
   *     over all synapses each time
   * @param tolerance times that differ by no more than this are the same but for rounding: 0 where
   *     they are whole numbers
   */
  public PairPlasticity(
      PairRule rule,
      TraceDecay preDecay,
      TraceDecay postDecay,
      int targets,
      double dendritic,
      double rarely,
      double tolerance) {
    this.rule = rule;
    this.preDecay = preDecay;
    this.history = new PostSpikeHistory(targets, postDecay);
    this.dendritic = dendritic;
    this.rarely = rarely;
    this.tolerance = tolerance;
  }

  /**
   * Memory that plasticity takes besides the weights [bytes].
   *
   * @param sources number of source neurons
   * @param targets number of target neurons in all partitions
   * @param partitions number of partitions, each of which knows all sources
   */
  public static double bytes(double sources, double targets, int partitions) {
    return 2.0 * Double.BYTES * sources * partitions + HISTORY_BYTES * targets;
  }

  /** a for synapses of one delay. */
  public double axonal(double delay) {
    return dendritic >= delay ? 0 : delay - dendritic;
  }

  /** b - a for synapses of one delay. */
  public double shift(double delay) {
    return dendritic >= delay ? delay : 2 * dendritic - delay;
  }

  /**
   * The trace of a source right after a spike.
   *
   * @param trace right after the previous one
   * @param since time from it; infinity for a first spike
   */
  public double preTrace(double trace, double since) {
    return since == Double.POSITIVE_INFINITY ? 1 : trace * preDecay.over(since) + 1;
  }

  /**
   * Makes room for a postsynaptic spike.
   *
   * @return whether all synapses must be settled before {@link #addPostSpike}
   */
  public boolean mustSettle(int target, double time) {
    if (!history.full(target)) {
      return false;
    }
    if (time - lastSweep < rarely) {
      history.grow();
      return false;
    }
    lastSweep = time;
    return true;
  }

  /** Takes note of a postsynaptic spike, after the deliveries up to its time. */
  public void addPostSpike(int target, double time) {
    history.add(target, time);
  }

  /**
   * The weight right after a presynaptic spike.
   *
   * @param weight before
   * @param target index of the target
   * @param shift of the synapse's delay
   * @param since emission of the source's previous spike, or {@link #NEVER}
   * @param trace its trace right after that
   * @param emitted emission of the spike
   */
  public double deliver(
      double weight, int target, double shift, double since, double trace, double emitted) {
    return deliver(weight, target, shift, since, trace, emitted, settled);
  }

  /** The same for a weight that has been settled up to some moment. */
  double deliver(
      double weight,
      int target,
      double shift,
      double since,
      double trace,
      double emitted,
      double settledUpTo) {
    double potentiated = potentiate(weight, target, shift, since, trace, emitted, settledUpTo);
    double postTrace = history.traceBefore(target, shift, emitted - tolerance, emitted);
    return rule.atPresynapticSpike(potentiated, postTrace);
  }

  /** Takes in postsynaptic spikes that count in (max(since, settled), upTo]. */
  public double potentiate(
      double weight, int target, double shift, double since, double trace, double upTo) {
    return potentiate(weight, target, shift, since, trace, upTo, settled);
  }

  /** The same for a weight that has been settled up to some moment. */
  double potentiate(
      double weight,
      int target,
      double shift,
      double since,
      double trace,
      double upTo,
      double settledUpTo) {
    if (since == NEVER) {
      return weight;
    }
    double after = Math.max(since, settledUpTo) + tolerance;
    double last = upTo + tolerance;
    int end = history.end(target);
    int first = end;
    while (first > history.oldest(target) && history.time(target, first - 1) + shift > after) {
      first--;
    }
    double changed = weight;
    for (int spike = first; spike < end; spike++) {
      double counted = history.time(target, spike) + shift;
      if (counted > last) {
        break;
      }
      changed = rule.atPostsynapticSpike(changed, trace * preDecay.over(counted - since));
    }
    return changed;
  }

  /** Whether synapses have not been settled up to a horizon yet. */
  public boolean unsettled(double horizon) {
    return horizon > settled;
  }

  /** Says that all synapses have been potentiated up to a horizon. */
  public void settledUpTo(double horizon) {
    settled = horizon;
  }

  /**
   * Forgets postsynaptic spikes that have no effect any more.
   *
   * @param maxDelay the longest delay of the synapses
   */
  public void forget(double maxDelay) {
    history.forgetUpTo(Math.min(settled, held) - maxDelay);
  }

  /** Up to when all synapses have been settled. */
  double settled() {
    return settled;
  }

  /** How far apart times may be that are the same but for rounding. */
  double tolerance() {
    return tolerance;
  }

  /** Keeps what a view needs of weights that are settled up to now, until {@link #release}. */
  void hold() {
    held = settled;
  }

  /** Lets {@link #forget} forget again. */
  void release() {
    held = Double.POSITIVE_INFINITY;
  }
}
