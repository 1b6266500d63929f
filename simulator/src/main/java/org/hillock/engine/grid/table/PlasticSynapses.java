package org.hillock.engine.grid.table;

import java.util.Arrays;
import org.hillock.engine.memory.InFlight;
import org.hillock.engine.plasticity.FollowedTarget;
import org.hillock.engine.plasticity.Modulator;
import org.hillock.engine.plasticity.PlasticTable;
import org.hillock.engine.plasticity.PostSpikes;
import org.hillock.engine.plasticity.RowCursor;
import org.hillock.engine.plasticity.RowPlasticity;
import org.hillock.engine.plasticity.SynapseKey;
import org.hillock.model.GridTime;
import org.hillock.model.PlasticRule;
import org.hillock.model.StateCarrier;
import org.jspecify.annotations.Nullable;

/**
 * Synapses whose weights change by a rule for pairs of spikes. {@link RowPlasticity} says how;
 * times are in steps.
 *
 * <p>A presynaptic spike that is delivered walks its row once. That the weight then knows every
 * postsynaptic spike that matters follows from the dendritic delay being at least a step. A row
 * whose source is silent is visited only when the history of a target runs full.
 */
public final class PlasticSynapses implements Synapses, PlasticTable {

  private static final double NEVER = RowPlasticity.NEVER;

  private final BuiltTable table;
  private final SegmentIndex index;
  private final DueCalendar calendar;
  private final RowPlasticity plasticity;
  private final char[] targets;
  private final double[] weights;
  private final double[][] states;
  private final RowCursor cursor;
  private final int firstTarget;
  private final SynapseKey key;
  private final int maxDelay;
  private final boolean counted;
  private final double[][] rows;

  /** Last spike of each source and the traces right after it. */
  private final double[] lastStep;

  private final double[] lastTraces;

  /** The spikes of the last steps, in a ring as long as the calendar's. */
  private final SourceCohort[] cohorts;

  private long registered;

  /** A target of which somebody hears, or null. */
  private @Nullable FollowedTarget followed;

  /**
   * @param table the synapses
   * @param rows where they add to
   * @param plastic how weights change
   * @param step grid step [ms]
   * @param decays of traces on this grid
   * @param firstTarget index within the partition of the first neuron of the target population
   * @param posts their spikes
   * @param modulator spikes of modulating neurons, if the rule has a third factor
   * @param key of random numbers
   * @param counted whether targets count spikes, whatever their weights
   * @param maxDelay longest delay of the table in any partition [steps]
   * @param epoch most steps of an epoch
   */
  public PlasticSynapses(
      BuiltTable table,
      InputRows rows,
      PlasticRule plastic,
      double step,
      DecayTables decays,
      int firstTarget,
      PostSpikes posts,
      @Nullable Modulator modulator,
      SynapseKey key,
      boolean counted,
      int maxDelay,
      int epoch) {
    this.table = table;
    this.rows = rows.sums();
    this.index = table.index();
    this.calendar = new DueCalendar(index, maxDelay, epoch, true);
    this.plasticity =
        new RowPlasticity(
            plastic.rule(),
            decays::of,
            posts,
            modulator,
            steps(plastic.modulatorDelay(), step),
            steps(plastic.dendriticDelay(), step),
            step,
            0);
    this.targets = table.targets();
    this.weights = table.exact();
    this.firstTarget = firstTarget;
    this.key = key;
    this.counted = counted;
    this.maxDelay = maxDelay;
    this.lastStep = new double[index.sources()];
    this.lastTraces = plasticity.newSources(index.sources());
    Arrays.fill(lastStep, NEVER);
    this.cohorts = new SourceCohort[DueCalendar.length(maxDelay, epoch)];
    Arrays.setAll(cohorts, i -> new SourceCohort(plasticity.width()));
    this.states = plasticity.newStates(weights.length);
    this.cursor = plasticity.cursor(this, weights, states);
    plasticity.listen(this);
    if (modulator != null) {
      modulator.addTable(this);
    }
  }

  private static double steps(double time, double step) {
    return time == Double.POSITIVE_INFINITY ? time : GridTime.index(time, step);
  }

  @Override
  public int sourcePopulation() {
    return table.plan().sourcePopulation();
  }

  @Override
  public SynapseKey key() {
    return key;
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
    return index.synapseStart(source);
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
      int traces = source * plasticity.width();
      SourceCohort cohort = cohort(registered);
      calendar.add(registered, source, cohort.size());
      cohort.add(source, last, lastTraces, traces);
      plasticity.afterSpike(lastTraces, traces, last, registered);
      lastStep[source] = registered;
      plasticity.fired(source, registered);
    }
  }

  /** Lets somebody hear what one of the targets gets. */
  public void follow(FollowedTarget target) {
    followed = target;
  }

  /** The spikes emitted in a step. */
  private SourceCohort cohort(long step) {
    return cohorts[(int) step & cohorts.length - 1];
  }

  @Override
  public long deliver(long step, @Nullable Arrivals arrivals) {
    long delivered = 0;
    plasticity.beginStep(this, cursor, step);
    DueSegments due = calendar.segments();
    for (int block = calendar.due(step); block != 0; block = calendar.following(block)) {
      int end = calendar.to(step, block);
      for (int i = BlockChains.from(block); i < end; i++) {
        deliver(due, i, step);
        if (arrivals != null) {
          arrivals.note(targets, due.from(i), due.to(i));
        }
        delivered += due.to(i) - due.from(i);
      }
    }
    calendar.delivered(step);
    return delivered;
  }

  private void deliver(DueSegments due, int segment, long step) {
    int delay = due.delay(segment);
    long emitted = step - delay;
    SourceCohort cohort = cohort(emitted);
    int spike = due.spike(segment);
    int from = due.from(segment);
    int to = due.to(segment);
    cursor.source(
        cohort.source(spike),
        cohort.previousStep(spike),
        cohort.previousTraces(),
        cohort.tracesAt(spike),
        plasticity.settled());
    cursor.deliver(from, to, delay, emitted);
    double[] values = plasticity.transmitsOther() ? cursor.transmitted() : weights;
    int at = plasticity.transmitsOther() ? 0 : from;
    if (followed != null) {
      followed.tell(this, cohort.source(spike), emitted, delay, from, to, values, at);
    }
    double[] row = rows[due.receptor(segment)];
    if (counted) {
      for (int synapse = from; synapse < to; synapse++) {
        row[targets[synapse]] += 1;
      }
    } else {
      add(values, at, from, to, row);
    }
  }

  private void add(double[] values, int at, int from, int to, double[] row) {
    for (int synapse = from; synapse < to; synapse++) {
      row[targets[synapse]] += values[at + synapse - from];
    }
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
    return plasticity.needsAfter() - maxDelay;
  }

  @Override
  public double needsModulatorAfter() {
    return plasticity.needsModulatorAfter();
  }

  @Override
  public double lastSpike(int source) {
    return lastStep[source];
  }

  @Override
  public double[] lastTraces() {
    return lastTraces;
  }

  @Override
  public void delays(int source, double[] into) {
    int at = 0;
    int slot = 0;
    for (int segment = index.segmentStart(source);
        segment < index.segmentStart(source + 1);
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
        into.spike(
            cohort.source(i),
            emitted,
            cohort.previousStep(i),
            cohort.previousTraces(),
            cohort.tracesAt(i));
      }
    }
  }

  @Override
  public void skip(long step) {
    calendar.delivered(step);
  }

  /** Carries what is known of a source, which every partition knows alike. */
  public void carrySource(int source, StateCarrier carrier) {
    lastStep[source] = carrier.carry(lastStep[source]);
    int width = plasticity.width();
    carrier.carry(lastTraces, source * width, (source + 1) * width);
    plasticity.carry(source, carrier);
  }

  /** Carries the weight of a synapse and what else it keeps. */
  public void carrySynapse(int synapse, StateCarrier carrier) {
    weights[synapse] = carrier.carry(weights[synapse]);
    for (double[] state : states) {
      state[synapse] = carrier.carry(state[synapse]);
    }
  }

  /**
   * Carries the spikes that are on their way, which every partition knows alike, and up to when
   * synapses are settled.
   *
   * @param step up to which all has been delivered
   */
  public void carryFlight(long step, StateCarrier carrier) {
    plasticity.carry(carrier);
    for (long emitted = Math.max(1, step - maxDelay + 1); emitted <= step; emitted++) {
      SourceCohort cohort = cohort(emitted);
      int size = carrier.carry(cohort.size());
      if (carrier.restores()) {
        beginStep(emitted);
      }
      double[] traces = new double[plasticity.width()];
      for (int i = 0; i < size; i++) {
        if (carrier.restores()) {
          int source = carrier.carry(0);
          double previous = carrier.carry(0.0);
          carrier.carry(traces, 0, traces.length);
          calendar.add(emitted, source, cohort.size());
          cohort.add(source, previous, traces, 0);
        } else {
          carrier.carry(cohort.source(i));
          carrier.carry(cohort.previousStep(i));
          int at = cohort.tracesAt(i);
          carrier.carry(cohort.previousTraces(), at, at + traces.length);
        }
      }
      if (carrier.restores()) {
        skip(emitted);
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
    if (plasticity.heedsTargets() && plasticity.unsettled(horizon)) {
      long[] nextStep = new long[index.sources()];
      SourceCohort[] next = new SourceCohort[index.sources()];
      int[] place = new int[index.sources()];
      findFirstAfter(horizon, nextStep, next, place);
      for (int source = 0; source < index.sources(); source++) {
        SourceCohort its = next[source];
        double since = its == null ? lastStep[source] : its.previousStep(place[source]);
        if (since != NEVER || plasticity.changesWithoutSource()) {
          if (its == null) {
            cursor.source(
                source, since, lastTraces, source * plasticity.width(), plasticity.settled());
          } else {
            cursor.source(
                source,
                since,
                its.previousTraces(),
                its.tracesAt(place[source]),
                plasticity.settled());
          }
          settleRow(source, step, horizon, nextStep[source]);
        }
      }
      plasticity.settledUpTo(horizon);
    }
    plasticity.posts().forget();
  }

  /** Finds, for each source, its first spike after the horizon (0 and null: none). */
  private void findFirstAfter(
      long horizon, long[] nextStep, @Nullable SourceCohort[] next, int[] place) {
    for (long emitted = Math.max(1, horizon + 1); emitted <= registered; emitted++) {
      SourceCohort cohort = cohort(emitted);
      for (int i = 0; i < cohort.size(); i++) {
        int source = cohort.source(i);
        if (nextStep[source] == 0) {
          nextStep[source] = emitted;
          next[source] = cohort;
          place[source] = i;
        }
      }
    }
  }

  private void settleRow(int source, long step, long horizon, long nextStep) {
    int synapse = index.synapseStart(source);
    int slot = 0;
    for (int segment = index.segmentStart(source);
        segment < index.segmentStart(source + 1);
        segment++) {
      slot += index.slotStep(segment);
      int delay = index.delay(slot);
      int end = synapse + index.length(segment);
      boolean passed = nextStep > 0 && nextStep + delay <= step;
      if (!passed) {
        cursor.settle(synapse, end, delay, horizon);
      }
      synapse = end;
    }
  }
}
