package org.hillock.engine.plasticity;

import java.util.Arrays;

/**
 * Goes through the spikes of a row in rounds: the next one of each synapse at once, and so on. What
 * must be looked up for one synapse does not wait for another, and rules can calculate by vectors.
 */
final class RowRounds {

  private final RowPlasticity plasticity;
  private final PlasticTable table;
  private final TraceDecay[] preDecays;
  private final TraceDecay[] postDecays;
  private final int[] postTraces;

  /**
   * Postsynaptic traces of each target as of a moment, which rows of one delay that are delivered
   * together share, and the number of that moment.
   */
  private final double[][] traceThen;

  private final int[][] thenOf;
  private int moments;
  private double shiftThen = Double.NaN;
  private double upToThen = Double.NaN;

  /** Synapses that have a spike in this round, which one, and when it counts. */
  private int[] which = {};

  private int[] spike = {};
  private double[] moment = {};
  private final double[][] pres;
  private final double[][] posts;
  private final double[][] work = new double[2][0];
  private int count;

  private int from;
  private int to;
  private double shift;
  private double upTo;
  private double after;
  private boolean begun;

  RowRounds(RowPlasticity plasticity, PlasticTable table) {
    this.plasticity = plasticity;
    this.table = table;
    this.preDecays = plasticity.preDecays();
    this.postDecays = plasticity.postDecays();
    this.postTraces = plasticity.postTraces();
    this.traceThen = new double[postTraces.length][];
    this.thenOf = new int[postTraces.length][];
    this.pres = new double[preDecays.length][];
    this.posts = new double[postTraces.length][];
  }

  /**
   * Begins with a row.
   *
   * @param first synapse
   * @param last one past the last synapse
   * @param dendrite when postsynaptic spikes count, after they were
   * @param end up to when they count
   * @param begin and after when
   */
  void begin(int first, int last, double dendrite, double end, double begin) {
    from = first;
    to = last;
    shift = dendrite;
    upTo = end;
    after = begin;
    begun = false;
  }

  /** Goes on to the next round; returns how many synapses have a spike in it. */
  int next() {
    PostSpikes spikes = plasticity.posts();
    double[] times = spikes.times();
    int[] ends = spikes.ends();
    int mask = spikes.capacity() - 1;
    count = begun ? nextRound(times, ends, mask) : firstRound(times, ends, mask);
    begun = true;
    return count;
  }

  /**
   * Finds the first spike of each synapse. How many it has is counted without branches, which would
   * be guessed wrong at every other synapse, among the latest few.
   */
  private int firstRound(double[] times, int[] ends, int mask) {
    PostSpikes spikes = plasticity.posts();
    double[] latest = spikes.latest();
    int neurons = spikes.neurons();
    // Not infinite, so that a difference from it always has a sign.
    double begin = Math.max(-Double.MAX_VALUE, after);
    double limit = upTo + plasticity.tolerance();
    makeRoom();
    int found = 0;
    for (int synapse = from; synapse < to; synapse++) {
      int target = table.target(synapse);
      int unseen =
          below(begin - (latest[target] + shift))
              + below(begin - (latest[neurons + target] + shift))
              + below(begin - (latest[2 * neurons + target] + shift));
      int any = Math.min(1, unseen);
      int next = ends[target] - unseen;
      double then = latest[(unseen - any) * neurons + target] + shift;
      if (unseen == PostSpikes.LATEST) {
        next = firstUnseen(times, mask, target, next);
        then = times[target * (mask + 1) + (next & mask)] + shift;
      }
      which[found] = synapse;
      spike[found] = next;
      moment[found] = then;
      found += any & 1 - below(limit - then);
    }
    return found;
  }

  /** 1 for numbers below 0, else 0. */
  private static int below(double number) {
    return (int) (Double.doubleToRawLongBits(number) >>> 63);
  }

  private int firstUnseen(double[] times, int mask, int target, int from) {
    int ring = target * (mask + 1);
    int oldest = plasticity.posts().oldest()[target];
    int next = from;
    while (next > oldest && times[ring + (next - 1 & mask)] + shift > after) {
      next--;
    }
    return next;
  }

  private int nextRound(double[] times, int[] ends, int mask) {
    double limit = upTo + plasticity.tolerance();
    int found = 0;
    for (int i = 0; i < count; i++) {
      int synapse = which[i];
      int target = table.target(synapse);
      int next = spike[i] + 1;
      if (next < ends[target]) {
        double then = times[target * (mask + 1) + (next & mask)] + shift;
        which[found] = synapse;
        spike[found] = next;
        moment[found] = then;
        found += then <= limit ? 1 : 0;
      }
    }
    return found;
  }

  private void makeRoom() {
    int size = to - from;
    if (which.length < size) {
      int room = Math.max(size, 2 * which.length);
      which = new int[room];
      spike = new int[room];
      moment = new double[room];
      for (int k = 0; k < pres.length; k++) {
        pres[k] = new double[room];
      }
      for (int k = 0; k < posts.length; k++) {
        posts[k] = new double[room];
      }
    }
  }

  /** The synapses of the round. */
  int[] which() {
    return which;
  }

  /**
   * A presynaptic trace at the spikes of the round.
   *
   * @param since the presynaptic spike before, or {@link RowPlasticity#NEVER}
   * @param then the trace right after that
   */
  double[] pres(int trace, double since, double then) {
    double[] into = pres[trace];
    if (since == RowPlasticity.NEVER) {
      Arrays.fill(into, 0, count, 0);
      return into;
    }
    preDecays[trace].over(moment, since, count, into);
    for (int i = 0; i < count; i++) {
      into[i] = then * into[i];
    }
    return into;
  }

  /** A postsynaptic trace of all synapses when all rounds are over, the first synapse first. */
  double[] posts(int trace) {
    makeRoom();
    double[] into = posts[trace];
    for (int synapse = from; synapse < to; synapse++) {
      into[synapse - from] = post(trace, table.target(synapse));
    }
    return into;
  }

  /** A postsynaptic trace of a target as of the presynaptic spike. */
  double post(int trace, int target) {
    if (upTo != upToThen || shift != shiftThen) {
      upToThen = upTo;
      shiftThen = shift;
      moments++;
    }
    if (traceThen[trace] == null) {
      traceThen[trace] = new double[plasticity.posts().neurons()];
      thenOf[trace] = new int[traceThen[trace].length];
    }
    double[] known = traceThen[trace];
    if (thenOf[trace][target] != moments) {
      thenOf[trace][target] = moments;
      known[target] = traceBefore(trace, target);
    }
    return known[target];
  }

  /** Room for numbers of the rule, one for each synapse of the row. */
  double[] work(int which) {
    if (work[which].length < this.which.length) {
      work[which] = new double[this.which.length];
    }
    return work[which];
  }

  /** A trace of a target just before a moment. */
  private double traceBefore(int trace, int target) {
    PostSpikes spikes = plasticity.posts();
    double[] times = spikes.times();
    int mask = spikes.capacity() - 1;
    int ring = target * (mask + 1);
    int oldest = spikes.oldest()[target];
    int before = spikes.ends()[target] - 1;
    double limit = upTo - plasticity.tolerance();
    while (before >= oldest && !(times[ring + (before & mask)] + shift < limit)) {
      before--;
    }
    if (before < oldest) {
      return 0;
    }
    int place = ring + (before & mask);
    double counted = times[place] + shift;
    return spikes.traces(postTraces[trace])[place] * postDecays[trace].over(upTo - counted);
  }
}
