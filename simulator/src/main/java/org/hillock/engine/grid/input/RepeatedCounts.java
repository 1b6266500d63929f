package org.hillock.engine.grid.input;

import org.hillock.random.PoissonCounts;
import org.jspecify.annotations.Nullable;

/**
 * Poisson counts that repeat themselves.
 *
 * @param once counts that do not
 * @param start the first step of a period is the one after this
 * @param period after how many steps they repeat themselves
 */
record RepeatedCounts(PoissonCounts once, long start, long period) implements PoissonCounts {

  @Override
  public void draw(int firstGroup, int groups, long step) {
    once.draw(firstGroup, groups, (step - 1 - start) % period);
  }

  @Override
  public int count(int i) {
    return once.count(i);
  }

  @Override
  public short @Nullable [] shorts() {
    return once.shorts();
  }

  @Override
  public void add(int first, int n, double weight, double[] row, int place) {
    once.add(first, n, weight, row, place);
  }
}
