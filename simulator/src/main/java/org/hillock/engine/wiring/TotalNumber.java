package org.hillock.engine.wiring;

import java.util.Arrays;
import org.hillock.engine.exchange.Agreement;
import org.hillock.network.Projection;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * How many of a fixed total number of synapses fall to each target.
 *
 * <p>Drawing each synapse's pair uniformly is the same as drawing its target first and its source
 * later. The targets are drawn here, once for the whole projection, in the order of one stream; the
 * sources are drawn per target.
 *
 * @param projection the projection
 * @param pool the sources of a target
 * @param total number of synapses
 * @param index the place of the projection in the network
 * @param seed the run's seed
 * @param builders who draws
 */
record TotalNumber(
    Projection projection,
    SourceRule.Pool pool,
    long total,
    int index,
    long seed,
    Builders builders) {

  /** Fewer synapses than this for a thread are not worth starting it. */
  private static final long LEAST_SHARE = 1 << 18;

  private static final int PIECE = 1 << 12;

  /**
   * Indegrees of the targets of this rank.
   *
   * @param first where the targets of each rank begin, and the end of the last
   */
  int[] indegrees(int[] first) {
    if (projection.multapses() && !pool.excludeSelf()) {
      return independent(first);
    }
    int rank = builders.exchange().rank();
    return Arrays.copyOfRange(dependent(), first[rank], first[rank + 1]);
  }

  /**
   * A target is taken in proportion to the sources still open to it, by rejection. Each synapse
   * depends on those before it, so every rank draws all of them.
   */
  private int[] dependent() {
    int targets = projection.target().size();
    RandomStream stream = stream();
    int[] indegrees = new int[targets];
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
   * the first {@code total} words are shared out among ranks and their threads, and what they lack
   * is drawn from the words behind them, as one thread would.
   */
  private int[] independent(int[] first) {
    int targets = projection.target().size();
    int rank = builders.exchange().rank();
    long begin = part(total, rank, builders.exchange().ranks());
    long words = part(total, rank + 1, builders.exchange().ranks()) - begin;
    // The counts of a thread cost 4 bytes a target, so there must be synapses enough.
    long most = Math.min(words / LEAST_SHARE, words / targets) + 1;
    int shares = (int) Math.min(builders.crew().size(), most);
    int[][] counts = new int[shares][];
    long[] drawn = new long[shares];
    builders
        .crew()
        .share(
            shares,
            share -> {
              counts[share] = new int[targets];
              long from = begin + part(words, share, shares);
              long to = begin + part(words, share + 1, shares);
              drawn[share] = count(targets, from, to, stream(), counts[share]);
            });
    for (int share = 1; share < shares; share++) {
      for (int target = 0; target < targets; target++) {
        counts[0][target] += counts[share][target];
      }
    }
    int[] indegrees = Agreement.ownSums(builders.exchange(), counts[0], first);
    long known = Agreement.sum(builders.exchange(), Arrays.stream(drawn).sum());
    RandomStream stream = stream().skipTo(total);
    for (long missing = total - known; missing > 0; missing--) {
      int target = stream.nextInt(targets);
      if (target >= first[rank] && target < first[rank + 1]) {
        indegrees[target - first[rank]]++;
      }
    }
    return indegrees;
  }

  private static long part(long total, int which, int parts) {
    return total / parts * which + total % parts * which / parts;
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

  private RandomStream stream() {
    return new RandomStream(seed).at(Purpose.CONNECTION, index, SourceRule.WHOLE_PROJECTION);
  }
}
