package org.hillock.engine.grid;

import java.util.Arrays;
import java.util.Objects;
import org.hillock.engine.GridTime;
import org.hillock.engine.SpikeBuffer;
import org.hillock.model.PairRule;
import org.jspecify.annotations.Nullable;

/**
 * Synapses whose weights change by a {@link PairRule}.
 *
 * <p>Delays are split into an axonal part a and a dendritic part b, d = a + b. A presynaptic spike
 * of step s reaches the synapse at s + a, a postsynaptic one of step p at p + b, so that they meet
 * if p + (b - a) = s. Everything here is told in time <em>relative to the emission of presynaptic
 * spikes</em>: a postsynaptic spike counts at p + shift, shift = b - a = 2 b - d. If the delay is
 * all dendritic, as in NEST, shift = d.
 *
 * <p>A presynaptic spike that is delivered walks its row once: each synapse first takes in the
 * postsynaptic spikes since the previous presynaptic one (potentiation), then the new one
 * (depression), then passes on its weight. This is the order of events at the synapse, since b is
 * at least a step, so that a postsynaptic spike is known before it can matter. A row whose source
 * is silent is visited only when the history of a target runs full: then all rows are brought up to
 * a horizon before which nothing can happen any more, and older spikes are forgotten. Each change
 * is the same arithmetic on the same numbers whenever it is done, so weights do not depend on it.
 */
final class PlasticSynapses implements Synapses {

  private static final long NEVER = Long.MIN_VALUE / 2;

  /**
   * If histories run full again within so many steps, they grow rather than cost a sweep each time.
   */
  private static final int RARELY = 1000;

  private final BuiltTable table;
  private final SegmentIndex index;
  private final DueCalendar calendar;
  private final PairRule rule;
  private final DecayTable preDecay;
  private final PostSpikeHistory history;
  private final char[] targets;
  private final double[] weights;
  private final int firstTarget;
  private final int maxDelay;
  private final int dendritic;

  /** Last spike of each source and the trace right after it. */
  private final long[] lastStep;

  private final double[] lastTrace;

  /** The spikes of the last steps, in a ring as long as the calendar's. */
  private final SourceCohort[] cohorts;

  private long registered;
  private long settled = NEVER;
  private long lastSweep = NEVER;

  /**
   * @param table the synapses
   * @param rule how weights change
   * @param step grid step [ms]
   * @param dendriticDelay b [ms], at least a step; infinity for all of each delay
   * @param firstTarget index within the partition of the first neuron of the target population
   * @param targetCount neurons of the target population in the partition
   * @param maxDelay longest delay of the table in any partition [steps]
   * @param epoch most steps of an epoch
   */
  PlasticSynapses(
      BuiltTable table,
      PairRule rule,
      double step,
      double dendriticDelay,
      int firstTarget,
      int targetCount,
      int maxDelay,
      int epoch) {
    this.table = table;
    this.index = table.index();
    this.calendar = new DueCalendar(index, maxDelay, epoch, true);
    this.rule = rule;
    this.preDecay = new DecayTable(step, rule.tauPlus());
    this.history = new PostSpikeHistory(targetCount, new DecayTable(step, rule.tauMinus()));
    this.targets = table.targets();
    this.weights = Objects.requireNonNull(table.exact());
    this.firstTarget = firstTarget;
    this.maxDelay = maxDelay;
    this.dendritic =
        dendriticDelay == Double.POSITIVE_INFINITY
            ? Integer.MAX_VALUE
            : (int) GridTime.index(dendriticDelay, step);
    this.lastStep = new long[index.sources()];
    this.lastTrace = new double[index.sources()];
    Arrays.fill(lastStep, NEVER);
    this.cohorts = new SourceCohort[DueCalendar.length(maxDelay, epoch)];
    Arrays.setAll(cohorts, i -> new SourceCohort());
  }

  @Override
  public int sourcePopulation() {
    return table.plan().sourcePopulation();
  }

  @Override
  public int size() {
    return index.synapses();
  }

  /** The projection whose synapses these are. */
  int projection() {
    return table.plan().projections().get(0);
  }

  /** Rows of synapses by source. */
  SegmentIndex index() {
    return index;
  }

  /** Target of a synapse: index within the partition's slice of the target population. */
  int target(int synapse) {
    return targets[synapse] - firstTarget;
  }

  @Override
  public void beginStep(long step) {
    registered = step;
    cohort(step).clear();
  }

  @Override
  public void add(SpikeBuffer spikes, int from, int to) {
    int[] neurons = spikes.neurons();
    for (int i = from; i < to; i++) {
      int source = neurons[i];
      long last = lastStep[source];
      double trace = lastTrace[source];
      SourceCohort cohort = cohort(registered);
      calendar.add(registered, source, cohort.size());
      cohort.add(source, last, trace);
      lastTrace[source] = last == NEVER ? 1 : trace * preDecay.at(registered - last) + 1;
      lastStep[source] = registered;
    }
  }

  /** The spikes emitted in a step. */
  private SourceCohort cohort(long step) {
    return cohorts[(int) step & cohorts.length - 1];
  }

  /**
   * Takes note of a postsynaptic spike, after the deliveries of its step.
   *
   * @param target index within the partition's slice of the target population
   */
  void addPostSpike(int target, long step) {
    if (history.full(target)) {
      if (step - lastSweep < RARELY) {
        history.grow();
      } else {
        lastSweep = step;
        settle(step);
      }
    }
    history.add(target, step);
  }

  @Override
  public long deliver(long step, double[][] rows, @Nullable Arrivals arrivals) {
    DueSegments due = calendar.due(step);
    long delivered = 0;
    for (int i = 0; i < due.size(); i++) {
      int delay = due.delay(i);
      long emitted = step - delay;
      SourceCohort cohort = cohort(emitted);
      long since = cohort.previousStep(due.spike(i));
      double trace = cohort.previousTrace(due.spike(i));
      double[] row = rows[due.receptor(i)];
      int shift = shift(delay);
      for (int synapse = due.from(i); synapse < due.to(i); synapse++) {
        int target = targets[synapse];
        int neuron = target - firstTarget;
        double weight = potentiate(weights[synapse], neuron, shift, since, trace, emitted);
        weight = rule.atPresynapticSpike(weight, history.traceBefore(neuron, emitted - shift));
        weights[synapse] = weight;
        row[target] += weight;
      }
      if (arrivals != null) {
        arrivals.note(targets, due.from(i), due.to(i));
      }
      delivered += due.to(i) - due.from(i);
    }
    due.clear();
    return delivered;
  }

  /**
   * The weight of every synapse after a step: all presynaptic spikes delivered by then are taken
   * in, and all postsynaptic ones up to the horizon.
   */
  double[] weightsAfter(long step) {
    settle(step);
    return weights.clone();
  }

  /** b - a for synapses of one delay. */
  private int shift(int delay) {
    return dendritic >= delay ? delay : 2 * dendritic - delay;
  }

  /** Takes in postsynaptic spikes that count in (max(since, settled), upTo]. */
  private double potentiate(
      double weight, int neuron, int shift, long since, double trace, long upTo) {
    if (since == NEVER) {
      return weight;
    }
    long after = Math.max(since, settled);
    int end = history.end(neuron);
    int first = end;
    while (first > history.oldest(neuron) && history.step(neuron, first - 1) + shift > after) {
      first--;
    }
    double changed = weight;
    for (int spike = first; spike < end; spike++) {
      long counted = history.step(neuron, spike) + shift;
      if (counted > upTo) {
        break;
      }
      changed = rule.atPostsynapticSpike(changed, trace * preDecay.at(counted - since));
    }
    return changed;
  }

  /** Brings all synapses up to the horizon: all spikes emitted by then have been delivered. */
  private void settle(long step) {
    long horizon = step - maxDelay;
    if (horizon > settled) {
      long[] nextStep = new long[index.sources()];
      long[] since = lastStep.clone();
      double[] trace = lastTrace.clone();
      restoreHorizon(horizon, nextStep, since, trace);
      for (int source = 0; source < index.sources(); source++) {
        if (since[source] != NEVER) {
          settleRow(source, step, horizon, nextStep[source], since[source], trace[source]);
        }
      }
      settled = horizon;
    }
    history.forgetUpTo(settled - maxDelay);
  }

  /** Finds, for each source, its state as of the horizon and its first spike after it (0: none). */
  private void restoreHorizon(long horizon, long[] nextStep, long[] since, double[] trace) {
    for (long emitted = Math.max(1, horizon + 1); emitted <= registered; emitted++) {
      SourceCohort cohort = cohort(emitted);
      for (int i = 0; i < cohort.size(); i++) {
        int source = cohort.source(i);
        if (nextStep[source] == 0) {
          nextStep[source] = emitted;
          since[source] = cohort.previousStep(i);
          trace[source] = cohort.previousTrace(i);
        }
      }
    }
  }

  private void settleRow(
      int source, long step, long horizon, long nextStep, long since, double trace) {
    int synapse = index.synapseStart[source];
    int slot = 0;
    for (int segment = index.segmentStart[source];
        segment < index.segmentStart[source + 1];
        segment++) {
      slot += index.slotStep(segment);
      int delay = index.delay(slot);
      int end = synapse + index.length(segment);
      boolean passed = nextStep > 0 && nextStep + delay <= step;
      for (; synapse < end; synapse++) {
        if (!passed) {
          weights[synapse] =
              potentiate(
                  weights[synapse],
                  targets[synapse] - firstTarget,
                  shift(delay),
                  since,
                  trace,
                  horizon);
        }
      }
    }
  }
}
