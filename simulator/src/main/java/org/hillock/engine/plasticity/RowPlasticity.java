package org.hillock.engine.plasticity;

import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import org.hillock.model.SpikeGradient;
import org.hillock.model.StateCarrier;
import org.hillock.model.SynapseRule;
import org.jspecify.annotations.Nullable;

/**
 * Lets a {@link SynapseRule} change the synapses of a table, in any engine.
 *
 * <p>Delays are split into an axonal part a and a dendritic part b, d = a + b. A presynaptic spike
 * of time s reaches the synapse at s + a, a postsynaptic one of time p at p + b, so that they meet
 * if p + (b - a) = s. Everything here is told in time <em>relative to the emission of presynaptic
 * spikes</em>: a postsynaptic spike counts at p + shift, shift = b - a = 2 b - d. If the delay is
 * all dendritic, as in NEST, shift = d.
 *
 * <p>When a presynaptic spike is delivered, a synapse first takes in the postsynaptic spikes (and
 * signals, which count like spikes at the end of their step) since the previous presynaptic one,
 * then the new one, then passes on its weight. A synapse whose source is silent is brought up to a
 * horizon now and then, before which nothing can happen any more, so that older spikes can be
 * forgotten. Each change is the same arithmetic on the same numbers whenever it is done, so weights
 * do not depend on it.
 *
 * <p>Times are in one unit throughout: steps on the grid, ms in continuous time, where sums of
 * times are rounded: those that lie within a tolerance of each other are the same moment. Not
 * thread-safe.
 */
public final class RowPlasticity {

  /** The time of a spike that never was. */
  public static final double NEVER = Double.NEGATIVE_INFINITY;

  private final SynapseRule rule;
  private final TraceDecay[] preDecays;
  private final int[] postTraces;
  private final TraceDecay[] postDecays;
  private final PostSpikes posts;
  private final @Nullable Modulator modulator;
  private final int[] modulatorTraces;
  private final double modulatorDelay;
  private final double dendritic;
  private final double unit;
  private final double tolerance;
  private double settled = NEVER;
  private @Nullable SourceIntervals intervals;

  /** Where a {@link WeightView} that is open was settled: what it needs must not be forgotten. */
  private double held = Double.POSITIVE_INFINITY;

  /**
   * @param rule how synapses change
   * @param decay how a trace decays whose time constant is given [ms]
   * @param posts spikes of the targets
   * @param modulator spikes of modulating neurons, for rules with a third factor
   * @param modulatorDelay how long they take to the synapses
   * @param dendritic b; infinity for all of each delay
   * @param unit of times [ms]
   * @param tolerance times that differ by no more than this are the same but for rounding: 0 where
   *     they are whole numbers
   */
  public RowPlasticity(
      SynapseRule rule,
      DoubleFunction<TraceDecay> decay,
      PostSpikes posts,
      @Nullable Modulator modulator,
      double modulatorDelay,
      double dendritic,
      double unit,
      double tolerance) {
    this.rule = rule;
    this.preDecays = rule.presynapticTraces().stream().map(decay::apply).toArray(TraceDecay[]::new);
    this.postDecays =
        rule.postsynapticTraces().stream().map(decay::apply).toArray(TraceDecay[]::new);
    this.postTraces = new int[postDecays.length];
    for (int k = 0; k < postDecays.length; k++) {
      postTraces[k] = posts.trace(rule.postsynapticTraces().get(k), postDecays[k]);
    }
    this.posts = posts;
    this.modulator = modulator;
    this.modulatorDelay = modulatorDelay;
    this.modulatorTraces = new int[modulator == null ? 0 : rule.modulatorTraces().size()];
    for (int k = 0; k < modulatorTraces.length; k++) {
      double tau = rule.modulatorTraces().get(k).tau();
      modulatorTraces[k] = Objects.requireNonNull(modulator).trace(tau, decay.apply(tau));
    }
    this.dendritic = dendritic;
    this.unit = unit;
    this.tolerance = tolerance;
  }

  /**
   * Memory that plasticity takes besides the weights [bytes].
   *
   * @param rule how synapses change
   * @param synapses how many
   * @param sources number of source neurons
   * @param targets number of target neurons in all partitions
   * @param partitions number of partitions, each of which knows all sources
   */
  public static double bytes(
      SynapseRule rule, double synapses, double sources, double targets, int partitions) {
    int pre = rule.presynapticTraces().size() + kept(rule);
    int repetition = rule.drawsNumbers() ? Integer.BYTES : 0;
    double intervals = rule.descendsGradient() ? SourceIntervals.bytes() * partitions : 0;
    return synapses * (rule.states().size() * Double.BYTES + repetition)
        + intervals * sources
        + (1.0 + pre) * Double.BYTES * sources * partitions
        + PostSpikes.bytes(rule.postsynapticTraces().size()) * targets
        + PostSignals.bytes(rule.postsynapticSignals().size()) * targets;
  }

  /** What the synapses keep besides their weights. */
  public double[][] newStates(int synapses) {
    return new double[rule.states().size()][synapses];
  }

  /**
   * How many numbers each source has: its traces, what else the rule keeps, and how often it has
   * fired if synapses draw random numbers.
   */
  public int width() {
    return preDecays.length + kept(rule);
  }

  private static int kept(SynapseRule rule) {
    return rule.sourceStates() + (rule.drawsNumbers() ? 1 : 0);
  }

  /** The numbers of sources that have never fired. */
  public double[] newSources(int sources) {
    double[] all = new double[sources * width()];
    for (int source = 0; source < sources; source++) {
      rule.startSource(all, source * width() + preDecays.length);
    }
    SpikeGradient gradient = posts.gradient();
    if (rule.descendsGradient() && gradient != null) {
      intervals = new SourceIntervals(gradient, sources);
    }
    return all;
  }

  /** Whether it matters what targets do. */
  public boolean heedsTargets() {
    return rule.heedsPostsynapticSpikes() || !rule.postsynapticSignals().isEmpty();
  }

  /** Lets the synapses of a table know what their targets do, as far as that matters. */
  public void listen(PlasticTable table) {
    if (rule.heedsPostsynapticSpikes()) {
      posts.addTable(table);
    }
    if (!rule.postsynapticSignals().isEmpty()) {
      posts.signals().addTable(table);
    }
  }

  /** Whether what synapses transmit is not their weight. */
  public boolean transmitsOther() {
    return !rule.transmitsWeight();
  }

  /** Whether synapses whose source has never fired may change. */
  public boolean changesWithoutSource() {
    return rule.heedsLonelyPostsynapticSpikes();
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
   * Moves the numbers of a source on to right after a spike.
   *
   * @param numbers right after the previous one
   * @param at where they begin
   * @param previous when that was, or {@link #NEVER}
   * @param time when the spike is
   */
  public void afterSpike(double[] numbers, int at, double previous, double time) {
    for (int k = 0; k < preDecays.length; k++) {
      numbers[at + k] =
          previous == NEVER ? 1 : numbers[at + k] * preDecays[k].over(time - previous) + 1;
    }
    rule.atSourceSpike(numbers, at + preDecays.length, (time - previous) * unit, time * unit);
    if (rule.drawsNumbers()) {
      numbers[at + width() - 1] += 1;
    }
  }

  /**
   * Takes note of a spike on a grid, after {@link #afterSpike}.
   *
   * @param source who fired
   * @param step in which
   */
  public void fired(int source, long step) {
    if (intervals != null) {
      intervals.add(source, step + 1);
    }
  }

  /** Carries what is known of a source besides its numbers. */
  public void carry(int source, StateCarrier carrier) {
    if (intervals != null) {
      intervals.carry(source, carrier);
    }
  }

  /** Carries up to when all synapses have been settled. */
  public void carry(StateCarrier carrier) {
    settled = carrier.carry(settled);
  }

  /** Before the deliveries of a step: takes in what is known now of an update interval. */
  public void beginStep(PlasticTable table, RowCursor cursor, long step) {
    SourceIntervals known = intervals;
    long interval = known == null ? -1 : known.known(step);
    if (known == null || interval < 0) {
      return;
    }
    for (int source = 0; source < table.sources(); source++) {
      if (known.waits(source, interval)) {
        cursor.takeIn(source, interval, step);
        known.takenIn(source);
      }
    }
  }

  /** The spikes of sources by update intervals; null if the rule descends no gradient. */
  @Nullable SourceIntervals intervals() {
    return intervals;
  }

  /** A cursor over some weights and states of the synapses of a table. */
  public RowCursor cursor(PlasticTable table, double[] weights, double[][] states) {
    return new RowCursor(this, table, weights, states);
  }

  SynapseRule rule() {
    return rule;
  }

  TraceDecay[] preDecays() {
    return preDecays;
  }

  int[] postTraces() {
    return postTraces;
  }

  TraceDecay[] postDecays() {
    return postDecays;
  }

  /** Spikes of modulating neurons; null without a third factor. */
  public @Nullable Modulator modulator() {
    return modulator;
  }

  int[] modulatorTraces() {
    return modulatorTraces;
  }

  /** The unit of times [ms]. */
  double unit() {
    return unit;
  }

  /** When a spike of a modulating neuron counts, less when it was, for synapses of one delay. */
  double modulatorShift(double delay) {
    return modulatorDelay - axonal(delay);
  }

  /** A trace of the modulating neurons as of the spikes that have reached synapses by a moment. */
  double modulator(int trace, double moment) {
    double reached = moment - modulatorDelay;
    int after = modulator == null ? 0 : modulator.firstAfter(reached + tolerance);
    if (modulator == null || after == 0) {
      return 0;
    }
    double elapsed = Math.max(0, reached - modulator.time(after - 1));
    int its = modulatorTraces[trace];
    return modulator.trace(its, after - 1) * modulator.decay(its, elapsed);
  }

  /**
   * Lets spikes of modulating neurons be forgotten only when one more does not need them.
   *
   * @param moment those that have reached synapses up to it are not needed, but the last
   */
  void keepModulatorAfter(DoubleSupplier moment) {
    if (modulator != null) {
      modulator.addReader(() -> moment.getAsDouble() - modulatorDelay);
    }
  }

  /** How many numbers each source and each synapse has, in a number. */
  public long kept() {
    return (long) width() << 32 | rule.states().size();
  }

  /** Whether synapses have not been settled up to a horizon yet. */
  public boolean unsettled(double horizon) {
    return horizon > settled;
  }

  /** Says that all synapses have been brought up to a horizon. */
  public void settledUpTo(double horizon) {
    settled = horizon;
  }

  /** Up to when all synapses have been settled. */
  public double settled() {
    return settled;
  }

  /** Spikes that count up to this are not needed any more. */
  public double needsAfter() {
    return Math.min(settled, held);
  }

  /** Spikes of modulating neurons up to this are not needed any more. */
  public double needsModulatorAfter() {
    return needsAfter() - modulatorDelay;
  }

  /** The spikes of the targets. */
  public PostSpikes posts() {
    return posts;
  }

  /** How far apart times may be that are the same but for rounding. */
  double tolerance() {
    return tolerance;
  }

  /** Keeps what a view needs of weights that are settled up to now, until {@link #release}. */
  void hold() {
    held = settled;
  }

  /** Lets spikes be forgotten again. */
  void release() {
    held = Double.POSITIVE_INFINITY;
  }
}
