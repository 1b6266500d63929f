package org.hillock.random;

import org.hillock.vector.Vectors;

/**
 * Poisson counts of many entities in one step.
 *
 * <p>Entities are taken in groups of 32, which share eight streams, so that neighbours' numbers are
 * made of the same words by vectors of any width: the count of entity n in step k comes from word 2
 * (n/16 mod 2) + (n mod 2) of block k of stream 8 (n/32) + (n/2 mod 8).
 *
 * <p>Not thread-safe.
 */
public interface PoissonCounts {

  /** Entities that share streams. */
  int GROUP = 32;

  /** Streams of a group. */
  int STREAMS = 8;

  /**
   * Draws one step for whole groups.
   *
   * @param firstGroup number of the first group: its first entity divided by {@link #GROUP}
   * @param groups how many groups
   * @param step which step, 0 or more
   * @param counts receives {@code groups} times {@link #GROUP} counts
   */
  void draw(int firstGroup, int groups, long step, int[] counts);

  /**
   * The counts of one input.
   *
   * @param seed the run's seed
   * @param purpose what the numbers are for
   * @param object number of the input
   * @param mean expected count, 0 to {@link PoissonTable#MAX_MEAN}
   */
  static PoissonCounts of(long seed, Purpose purpose, int object, double mean) {
    PoissonTable table = new PoissonTable(mean);
    return Vectors.available()
        ? new VectorPoissonCounts(seed, purpose, object, table)
        : new ScalarPoissonCounts(seed, purpose, object, table);
  }
}
