package org.hillock.engine.grid.table;

import java.util.Arrays;
import java.util.Objects;
import org.hillock.engine.plasticity.PairPlasticity;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.model.GridTime;
import org.hillock.model.PairRule;
import org.jspecify.annotations.Nullable;

/**
 * Synapses whose weights change by a rule for pairs of spikes. {@link PairPlasticity} says how;
 * times are in steps.
 *
 * <p>A presynaptic spike that is delivered walks its row once. That the weight then knows every
 * postsynaptic spike that matters follows from the dendritic delay being at least a step. A row
 * whose source is silent is visited only when the history of a target runs full.
 */
public final class PlasticSynapses implements Synapses, PlasticTable {

  private static final double NEVER = PairPlasticity.NEVER;

  /**
   * If histories run full again within so many steps, they grow rather than cost a sweep each time.
   */
  private static final int RARELY = 1000;

  private final BuiltTable table;
  private final SegmentIndex index;
  private final DueCalendar calendar;
  private final PairPlasticity pairs;
  private final char[] targets;
  private final double[] weights;
  private final int firstTarget;
  private final int maxDelay;
  private final boolean counted;

  /** Last spike of each source and the trace right after it. */
  private final double[] lastStep;

  private final double[] lastTrace;

  /** The spikes of the last steps, in a ring as long as the calendar's. */
  private final SourceCohort[] cohorts;

  private long registered;

  /**
   * @param table the synapses
   * @param rule how weights change
   * @param step grid step [ms]
   * @param dendriticDelay b [ms], at least a step; infinity for all of each delay
   * @param firstTarget index within the partition of the first neuron of the target population
   * @param targetCount neurons of the target population in the partition
   * @param counted whether targets count spikes, whatever their weights
   * @param maxDelay longest delay of the table in any partition [steps]
   * @param epoch most steps of an epoch
   */
  public PlasticSynapses(
      BuiltTable table,
      PairRule rule,
      double step,
      double dendriticDelay,
      int firstTarget,
      int targetCount,
      boolean counted,
      int maxDelay,
      int epoch) {
    this.table = table;
    this.index = table.index();
    this.calendar = new DueCalendar(index, maxDelay, epoch, true);
    this.pairs =
        new PairPlasticity(
            rule,
            new DecayTable(step, rule.tauPlus()),
            new DecayTable(step, rule.tauMinus()),
            targetCount,
            dendriticDelay == Double.POSITIVE_INFINITY
                ? dendriticDelay
                : GridTime.index(dendriticDelay, step),
            RARELY,
            0);
    this.targets = table.targets();
    this.weights = Objects.requireNonNull(table.exact());
    this.firstTarget = firstTarget;
    this.counted = counted;
    this.maxDelay = maxDelay;
    this.lastStep = new double[index.sources()];
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
  public int projection() {
    return table.plan().projections().get(0);
  }

  @Override
  public int sources() {
    return index.sources();
  }

  @Override
  public int rowStart(int source) {
    return index.synapseStart[source];
  }

  @Override
  public int target(int synapse) {
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
      double last = lastStep[source];
      double trace = lastTrace[source];
      SourceCohort cohort = cohort(registered);
      calendar.add(registered, source, cohort.size());
      cohort.add(source, last, trace);
      lastTrace[source] = pairs.preTrace(trace, registered - last);
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
  public void addPostSpike(int target, long step) {
    if (pairs.mustSettle(target, step)) {
      settle(step);
    }
    pairs.addPostSpike(target, step);
  }

  @Override
  public long deliver(long step, double[][] rows, @Nullable Arrivals arrivals) {
    long delivered = 0;
    for (DueSegments due = calendar.due(step); due != null; due = due.next()) {
      for (int i = 0; i < due.size(); i++) {
        deliver(due, i, step, rows);
        if (arrivals != null) {
          arrivals.note(targets, due.from(i), due.to(i));
        }
        delivered += due.to(i) - due.from(i);
      }
    }
    calendar.delivered(step);
    return delivered;
  }

  private void deliver(DueSegments due, int segment, long step, double[][] rows) {
    int delay = due.delay(segment);
    long emitted = step - delay;
    SourceCohort cohort = cohort(emitted);
    double since = cohort.previousStep(due.spike(segment));
    double trace = cohort.previousTrace(due.spike(segment));
    double[] row = rows[due.receptor(segment)];
    double shift = pairs.shift(delay);
    for (int synapse = due.from(segment); synapse < due.to(segment); synapse++) {
      int target = targets[synapse];
      double weight =
          pairs.deliver(weights[synapse], target - firstTarget, shift, since, trace, emitted);
      weights[synapse] = weight;
      row[target] += counted ? 1 : weight;
    }
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
    return lastStep[source];
  }

  @Override
  public double lastTrace(int source) {
    return lastTrace[source];
  }

  @Override
  public void delays(int source, double[] into) {
    int at = 0;
    int slot = 0;
    for (int segment = index.segmentStart[source];
        segment < index.segmentStart[source + 1];
        segment++) {
      slot += index.slotStep(segment);
      int end = at + index.length(segment);
      Arrays.fill(into, at, end, index.delay(slot));
      at = end;
    }
  }

  @Override
  public void inFlight(double time, InFlight into) {
    for (long emitted = (long) Math.max(1, time - maxDelay + 1); emitted <= registered; emitted++) {
      SourceCohort cohort = cohort(emitted);
      for (int i = 0; i < cohort.size(); i++) {
        into.spike(cohort.source(i), emitted, cohort.previousStep(i), cohort.previousTrace(i));
      }
    }
  }

  @Override
  public void settle(double time) {
    settle((long) time);
  }

  /** Brings all synapses up to the horizon: all spikes emitted by then have been delivered. */
  private void settle(long step) {
    long horizon = step - maxDelay;
    if (pairs.unsettled(horizon)) {
      long[] nextStep = new long[index.sources()];
      double[] since = lastStep.clone();
      double[] trace = lastTrace.clone();
      restoreHorizon(horizon, nextStep, since, trace);
      for (int source = 0; source < index.sources(); source++) {
        if (since[source] != NEVER) {
          settleRow(source, step, horizon, nextStep[source], since[source], trace[source]);
        }
      }
      pairs.settledUpTo(horizon);
    }
    pairs.forget(maxDelay);
  }

  /** Finds, for each source, its state as of the horizon and its first spike after it (0: none). */
  private void restoreHorizon(long horizon, long[] nextStep, double[] since, double[] trace) {
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
      int source, long step, long horizon, long nextStep, double since, double trace) {
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
              pairs.potentiate(
                  weights[synapse],
                  targets[synapse] - firstTarget,
                  pairs.shift(delay),
                  since,
                  trace,
                  horizon);
        }
      }
    }
  }
}
