package org.hillock.engine.plasticity;

import java.util.Objects;
import org.hillock.model.GradientRow;
import org.hillock.model.SynapseRow;
import org.hillock.model.SynapseRule;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** The synapses of a row, and a place among the spikes that reach one of them. */
public final class RowCursor implements SynapseRow {

  private static final int MOST_OF_A_SEGMENT = 256;

  /** No postsynaptic spike has been taken in, nor will be: the source has never fired. */
  private static final int UNHEARD = -2;

  /** The spike before the place is found when it is asked for. */
  private static final int NOT_LOOKED_FOR = -3;

  private final RowPlasticity plasticity;
  private final PlasticTable table;
  private final SynapseRule rule;
  private final double[] weights;
  private final double[][] states;
  private final PostSpikes posts;
  private final TraceDecay[] preDecays;
  private final int[] postTraces;
  private final TraceDecay[] postDecays;
  private final double unit;
  private final double tolerance;
  private final double[] sourceStates;
  private final ModulatorCursor modulators;
  private final boolean lonely;

  /** Whether the rule takes in more than spikes of both sides. */
  private final boolean followsMore;

  private final SignalCursor signals;
  private final RowRounds rounds;
  private final @Nullable GradientCursor gradients;
  private double[] transmitted = {};

  /** Made when it is first needed: the table is being built when this is. */
  private @Nullable SynapseStreams streams;

  private int from;
  private int to;
  private int source;
  private double shift;

  /** The presynaptic spike before, its traces right after that, and where those begin. */
  private double since;

  private double[] traces = {};
  private int tracesAt;

  /** When the presynaptic spike was emitted that arrives; else up to when spikes are taken in. */
  private double upTo;

  private boolean arrives;

  /** Postsynaptic spikes count that come after this. */
  private double after;

  private int target;

  /** The rings of postsynaptic spikes, and where that of the target begins. */
  private double[] times = {};

  private int[] ends = {};
  private int[] oldests = {};
  private int mask;
  private int ring;

  /** The oldest spike that is kept of the target. */
  private int oldest;

  /** The spike after the place, and one past the latest. */
  private int next;

  private int end;

  /** Whether the spike of the place is of a modulating neuron. */
  private boolean modulates;

  /** The moment of the place, and the latest postsynaptic spike before it; below oldest if none. */
  private double now;

  private int before;

  /** The postsynaptic spike that has been taken in last; below oldest if none. */
  private int takenIn;

  RowCursor(RowPlasticity plasticity, PlasticTable table, double[] weights, double[][] states) {
    this.plasticity = plasticity;
    this.table = table;
    this.rule = plasticity.rule();
    this.weights = weights;
    this.states = states;
    this.posts = plasticity.posts();
    this.preDecays = plasticity.preDecays();
    this.postTraces = plasticity.postTraces();
    this.postDecays = plasticity.postDecays();
    this.unit = plasticity.unit();
    this.tolerance = plasticity.tolerance();
    this.sourceStates = new double[rule.sourceStates()];
    this.modulators = new ModulatorCursor(plasticity);
    this.lonely = rule.heedsLonelyPostsynapticSpikes();
    this.signals = new SignalCursor(posts.signals(), rule.postsynapticSignals());
    this.rounds = new RowRounds(plasticity, table);
    this.followsMore = signals.any() || plasticity.modulator() != null;
    SourceIntervals intervals = plasticity.intervals();
    this.gradients = intervals == null ? null : new GradientCursor(table, intervals);
  }

  /**
   * Says what the source did before.
   *
   * @param who the source
   * @param time its spike before, or {@link RowPlasticity#NEVER}
   * @param tracesThen an array with its traces right after that
   * @param at where they begin
   * @param settled up to when the synapses have been settled
   */
  public void source(int who, double time, double[] tracesThen, int at, double settled) {
    source = who;
    since = time;
    traces = tracesThen;
    tracesAt = at;
    after = Math.max(time, settled) + tolerance;
  }

  /**
   * Lets a presynaptic spike arrive at synapses of that source.
   *
   * @param first synapse
   * @param last one past the last synapse
   * @param delay their delay
   * @param emitted when it was emitted
   */
  public void deliver(int first, int last, double delay, double emitted) {
    if (sourceStates.length > 0) {
      System.arraycopy(traces, tracesAt + preDecays.length, sourceStates, 0, sourceStates.length);
      rule.atSourceSpike(sourceStates, 0, (emitted - since) * unit, emitted * unit);
    }
    if (!rule.transmitsWeight() && transmitted.length < last - first) {
      transmitted = new double[Math.max(MOST_OF_A_SEGMENT, last - first)];
    }
    if (gradients != null) {
      gradients.arrive(source, (long) emitted + 1, since == emitted);
    }
    update(first, last, delay, emitted, true);
  }

  /** Takes in the spikes of a source in an update interval, of which all is known from now on. */
  void takeIn(int who, long interval, long step) {
    if (gradients != null) {
      gradients.takeIn(who, interval, step);
      update(table.rowStart(who), table.rowStart(who + 1), 1, step - 1.0, false);
    }
  }

  /** Takes in postsynaptic spikes that count up to a moment, the moment included. */
  public void settle(int first, int last, double delay, double moment) {
    if (plasticity.heedsTargets()) {
      update(first, last, delay, moment, false);
    }
  }

  private void update(int first, int last, double delay, double moment, boolean spike) {
    from = first;
    to = last;
    shift = plasticity.shift(delay);
    upTo = moment;
    arrives = spike;
    times = posts.times();
    mask = posts.capacity() - 1;
    ends = posts.ends();
    oldests = posts.oldest();
    if (followsMore) {
      modulators.row(plasticity.modulatorShift(delay), after);
    }
    boolean hears = since != RowPlasticity.NEVER || lonely;
    rounds.begin(first, last, shift, upTo, hears ? after : Double.POSITIVE_INFINITY);
    rule.update(this);
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }

  @Override
  public double[] weights() {
    return weights;
  }

  @Override
  public double[] state(int k) {
    return states[k];
  }

  @Override
  public double source(int k) {
    return sourceStates[k];
  }

  @Override
  public double[] transmitted() {
    return transmitted;
  }

  @Override
  public RandomStream random(int synapse) {
    SynapseStreams made = streams;
    if (made == null) {
      made = new SynapseStreams(table);
      streams = made;
    }
    int count = tracesAt + preDecays.length + sourceStates.length;
    return made.at(synapse, (long) traces[count]);
  }

  @Override
  public boolean arrives() {
    return arrives;
  }

  @Override
  public void at(int synapse) {
    target = table.target(synapse);
    ring = target * (mask + 1);
    end = ends[target];
    oldest = oldests[target];
    next = end;
    takenIn = UNHEARD;
    boolean hears = since != RowPlasticity.NEVER || lonely;
    if (followsMore) {
      modulators.at(hears);
      signals.at(target, hears ? after - shift : Double.POSITIVE_INFINITY);
    }
    if (hears) {
      // Not by a call: one that is rare when this is compiled would stay a call for good.
      while (next > oldest && times[ring + (next - 1 & mask)] + shift > after) {
        next--;
      }
      takenIn = next - 1;
    }
  }

  /** When a postsynaptic spike of the target counts. */
  private double counted(int spike) {
    return times[ring + (spike & mask)] + shift;
  }

  @Override
  public boolean nextPost() {
    if (next < end) {
      double moment = times[ring + (next & mask)] + shift;
      if (moment <= upTo + tolerance) {
        now = moment;
        before = next++ - 1;
        takenIn = before;
        return true;
      }
    }
    if (takenIn != UNHEARD) {
      takenIn = next - 1;
    }
    goTo(upTo);
    return false;
  }

  private void goTo(double moment) {
    now = moment;
    before = NOT_LOOKED_FOR;
  }

  @Override
  public int nextPosts() {
    return rounds.next();
  }

  @Override
  public int[] which() {
    return rounds.which();
  }

  @Override
  public double[] pres(int trace) {
    return rounds.pres(trace, since, traces[tracesAt + trace]);
  }

  @Override
  public double[] posts(int trace) {
    return rounds.posts(trace);
  }

  @Override
  public double[] work(int which) {
    return rounds.work(which);
  }

  @Override
  public boolean nextSignal(int k) {
    double ended = signals.next(k, upTo + tolerance - shift);
    boolean found = ended != SignalCursor.NONE;
    goTo(found ? ended + shift : upTo);
    return found;
  }

  @Override
  public double signal(int k) {
    return signals.value(k, now - shift);
  }

  @Override
  public double step() {
    return unit;
  }

  /** The latest postsynaptic spike before the place, which is looked for when it is asked for. */
  private int before() {
    if (before == NOT_LOOKED_FOR) {
      before = end - 1;
      while (before >= oldest && !(times[ring + (before & mask)] + shift < now - tolerance)) {
        before--;
      }
    }
    return before;
  }

  @Override
  public boolean nextSpike() {
    modulators.takeIn();
    double moment = modulators.nextMoment();
    double post = next < end ? counted(next) : Double.POSITIVE_INFINITY;
    modulates = moment <= Math.min(post, upTo) + tolerance;
    if (modulates) {
      now = moment;
      before = next - 1;
      takenIn = takenIn == UNHEARD ? UNHEARD : before;
      modulators.goOn();
      return true;
    }
    return nextPost();
  }

  @Override
  public boolean modulates() {
    return modulates;
  }

  @Override
  public double modulator(int trace) {
    return modulators.trace(trace, previous());
  }

  /** When the spike before was, of any side, that has been taken in. */
  private double previous() {
    double last = takenIn >= oldest ? Math.max(since, counted(takenIn)) : since;
    last = Math.max(last, modulators.last());
    return last == RowPlasticity.NEVER ? 0 : last;
  }

  @Override
  public GradientRow gradients() {
    return Objects.requireNonNull(gradients, "no gradient");
  }

  @Override
  public double pre(int trace) {
    return since == RowPlasticity.NEVER
        ? 0
        : traces[tracesAt + trace] * preDecays[trace].over(now - since);
  }

  @Override
  public double post(int trace) {
    return before == NOT_LOOKED_FOR && now == upTo ? rounds.post(trace, target) : postNow(trace);
  }

  private double postNow(int trace) {
    return before() < oldest
        ? 0
        : posts.traces(postTraces[trace])[ring + (before & mask)]
            * postDecays[trace].over(now - counted(before));
  }

  @Override
  public double elapsed() {
    // A spike may meet the last one but for rounding, or be at the synapse before the run begins
    // there.
    return Math.max(0, now - previous()) * unit;
  }

  @Override
  public double preDecay(int trace) {
    return preDecays[trace].over(now - Math.max(0, since));
  }

  @Override
  public double postDecay(int trace) {
    return before() < oldest ? 0 : postDecays[trace].over(now - counted(before));
  }

  @Override
  public boolean noPostSincePre() {
    return before() < oldest || counted(before) <= since + tolerance;
  }
}
