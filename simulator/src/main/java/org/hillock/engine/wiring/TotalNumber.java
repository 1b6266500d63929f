package org.hillock.engine.wiring;

import org.hillock.engine.run.Crew;
import org.hillock.network.Projection;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * How many of a fixed total number of synapses fall to each target.
 *
 * <p>Drawing each synapse's pair uniformly is the same as drawing its target first and its source
 * later. The targets are drawn here, once for the whole projection, in the order of one stream; the
 * sources are drawn per target.
 */
final class TotalNumber {

  /** Fewer synapses than this for a thread are not worth starting it. */
  private static final long LEAST_SHARE = 1 << 18;

  private static final int PIECE = 1 << 12;

  private TotalNumber() {}

  /** Indegree of every target. */
  static int[] indegrees(
      Projection projection, SourceRule.Pool pool, long total, int index, long seed, Crew crew) {
    int targets = projection.target().size();
    if (projection.multapses() && !pool.excludeSelf()) {
      return independent(targets, total, index, seed, crew);
    }
    RandomStream stream = stream(index, seed);
    int[] indegrees = new int[targets];
    // A target is taken in proportion to the sources still open to it, by rejection.
    for (long synapse = 0; synapse < total; ) {
      int target = stream.nextInt(targets);
      int open = pool.size() - (pool.self(target) < 0 ? 0 : 1);
      if (!projection.multapses()) {
        open -= indegrees[target];
      }
      if (stream.nextInt(pool.size()) < open) {
        indegrees[target]++;
        synapse++;
      }
    }
    return indegrees;
  }

  /**
   * One word a synapse, but for the few words that {@link RandomStream#nextInt(int)} throws away:
   * the first {@code total} words are shared out, and what they lack is drawn from the words behind
   * them, as one thread would.
   */
  private static int[] independent(int targets, long total, int index, long seed, Crew crew) {
    // The counts of a thread cost 4 bytes a target, so there must be synapses enough.
    long most = Math.min(total / LEAST_SHARE, total / targets) + 1;
    int shares = (int) Math.min(crew.size(), most);
    int[][] counts = new int[shares][];
    long[] drawn = new long[shares];
    crew.share(
        shares,
        share -> {
          counts[share] = new int[targets];
          long from = total / shares * share;
          long to = share == shares - 1 ? total : total / shares * (share + 1);
          drawn[share] = count(targets, from, to, stream(index, seed), counts[share]);
        });
    int[] indegrees = counts[0];
    long missing = total - drawn[0];
    for (int share = 1; share < shares; share++) {
      missing -= drawn[share];
      for (int target = 0; target < targets; target++) {
        indegrees[target] += counts[share][target];
      }
    }
    RandomStream stream = stream(index, seed).skipTo(total);
    for (; missing > 0; missing--) {
      indegrees[stream.nextInt(targets)]++;
    }
    return indegrees;
  }

  /** Counts the targets that words {@code from} to {@code to - 1} give; returns how many do. */
  private static long count(int targets, long from, long to, RandomStream stream, int[] counts) {
    int[] words = new int[PIECE];
    long threshold = (0x100000000L - targets) % targets;
    long drawn = 0;
    stream.skipTo(from);
    for (long at = from; at < to; at += PIECE) {
      int n = (int) Math.min(PIECE, to - at);
      stream.nextInts(words, 0, n);
      for (int i = 0; i < n; i++) {
        long product = (words[i] & 0xFFFFFFFFL) * targets;
        if ((product & 0xFFFFFFFFL) >= threshold) {
          counts[(int) (product >>> 32)]++;
          drawn++;
        }
      }
    }
    return drawn;
  }

  private static RandomStream stream(int index, long seed) {
    return new RandomStream(seed).at(Purpose.CONNECTION, index, SourceRule.WHOLE_PROJECTION);
  }
}
