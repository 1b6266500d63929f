package org.hillock.engine.grid;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SparsityTest {

  private static final int NEURONS = 64_000;

  @Test
  void staysSparseWhileFewNeuronsAreVisited() {
    Sparsity sparsity = new Sparsity(NEURONS, true);
    for (int epoch = 0; epoch < 10_000; epoch++) {
      sparsity.epochEnded(15, 15 * 900);
      assertTrue(sparsity.sparse());
    }
  }

  @Test
  void goesOverToFullUpdatesWhenManyAreVisitedAndTriesAgainLater() {
    Sparsity sparsity = new Sparsity(NEURONS, true);
    sparsity.epochEnded(10, 10 * 2000);
    assertTrue(sparsity.sparse(), "before a window has passed");
    sparsity.epochEnded(10, 10 * 2000);
    assertFalse(sparsity.sparse());
    for (int steps = 0; steps < 1 << 16; steps += 64) {
      assertFalse(sparsity.sparse());
      sparsity.epochEnded(64, 0);
    }
    assertTrue(sparsity.sparse());
  }

  @Test
  void isNeverSparseWhereThatIsImpossibleOrNotWorthIt() {
    Sparsity impossible = new Sparsity(NEURONS, false);
    Sparsity small = new Sparsity(Sparsity.SMALLEST - 1, true);
    for (int epoch = 0; epoch < 3000; epoch++) {
      impossible.epochEnded(64, 0);
      small.epochEnded(64, 0);
      assertFalse(impossible.sparse() || small.sparse());
    }
  }
}
