package org.hillock.random;

import org.hillock.vector.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * Poisson counts of many entities in one step.
 *
 * <p>Entities are taken in groups of {@link #GROUP} that share streams, so that neighbours' numbers
 * are made of the same blocks of {@link Threefry} by vectors of any width. Which bits an entity
 * gets in a step depends on its number, the step, and the mean alone.
 *
 * <p>Not thread-safe.
 */
public interface PoissonCounts {

  /** Entities that share streams. */
  int GROUP = 2 * ThreefryBatch.WORDS;

  /**
   * Draws one step for whole groups.
   *
   * @param firstGroup number of the first group: its first entity divided by {@link #GROUP}
   * @param groups how many groups
   * @param step which step, 0 or more
   */
  void draw(int firstGroup, int groups, long step);

  /**
   * A count drawn last.
   *
   * @param i which one: place among the entities of the groups drawn
   */
  int count(int i);

  /** All counts drawn last, if they are kept as such; they stay where they are until the next. */
  default short @Nullable [] shorts() {
    return null;
  }

  /**
   * Adds counts drawn last, times a weight, to a row.
   *
   * @param first the first count to add
   * @param n how many
   * @param weight what a count of 1 adds
   * @param row the row
   * @param place where the first goes
   */
  default void add(int first, int n, double weight, double[] row, int place) {
    for (int i = 0; i < n; i++) {
      row[place + i] += count(first + i) * weight;
    }
  }

  /**
   * The counts of one input.
   *
   * @param seed the run's seed
   * @param object number of the input
   * @param mean expected count, 0 to {@link PoissonTable#MAX_MEAN}
   */
  static PoissonCounts of(long seed, int object, double mean) {
    PoissonTable table = new PoissonTable(mean);
    CoarsePoissonTable coarse = new CoarsePoissonTable(seed, object, table);
    if (coarse.limits().length > CoarsePoissonTable.MOST) {
      return new FinePoissonCounts(seed, object, table);
    }
    return Vectors.available()
        ? new VectorPoissonCounts(seed, object, coarse)
        : new CoarsePoissonCounts(seed, object, coarse);
  }
}
