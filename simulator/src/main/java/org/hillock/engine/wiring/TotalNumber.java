package org.hillock.engine.wiring;

import org.hillock.network.Projection;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;

/**
 * How many of a fixed total number of synapses fall to each target.
 *
 * <p>Drawing each synapse's pair uniformly is the same as drawing its target first and its source
 * later. The targets are drawn here, once for the whole projection; the sources are drawn per
 * target.
 */
final class TotalNumber {

  private TotalNumber() {}

  /** Indegree of every target. */
  static int[] indegrees(
      Projection projection, SourceRule.Pool pool, long total, int index, long seed) {
    RandomStream stream =
        new RandomStream(seed).at(Purpose.CONNECTION, index, SourceRule.WHOLE_PROJECTION);
    int targets = projection.target().size();
    int[] indegrees = new int[targets];
    if (projection.multapses() && !pool.excludeSelf()) {
      for (long synapse = 0; synapse < total; synapse++) {
        indegrees[stream.nextInt(targets)]++;
      }
      return indegrees;
    }
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
}
