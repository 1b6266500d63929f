package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import org.hillock.loihi.chip.ChipProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against a look at every number. */
class CoarseToFineTest {

  private int calls;

  private int least(int from, int to, IntToDoubleFunction cost, IntToDoubleFunction bound) {
    calls = 0;
    return CoarseToFine.least(
        from,
        to,
        n -> {
          calls++;
          return cost.applyAsDouble(n);
        },
        bound);
  }

  private static double exhaustive(int from, int to, IntToDoubleFunction cost) {
    double least = Double.POSITIVE_INFINITY;
    for (int n = from; n <= to; n++) {
      least = Math.min(least, cost.applyAsDouble(n));
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e9})
  void shouldFindTheRootOfTheRatio(double work) {
    IntToDoubleFunction cost = n -> work / n + n; // least at √work
    int found = least(1, 100_000, cost, n -> 0);
    double best = exhaustive(1, 100_000, cost);
    assertTrue(cost.applyAsDouble(found) <= 1.01 * best, found + " for " + Math.sqrt(work));
    assertTrue(calls <= 26, calls + " calls");
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 200, 1024, 2000, 4096, 10_000, 50_000, 100_000, 1_000_000})
  void shouldWeighNeuronsAgainstTheBarrierOfLoihi(int neurons) {
    ChipProfile.Costs costs = Profiles.loihi().costs();
    IntToDoubleFunction cost =
        tiles -> Math.ceil(neurons / (4.0 * tiles)) * costs.neuronNs() + costs.barrier(tiles);
    IntToDoubleFunction bound =
        tiles -> neurons / (4.0 * tiles) * costs.neuronNs() + costs.barrier(tiles);
    int from = (neurons + 4095) / 4096;
    int to = Math.max(from, Math.min(1024, neurons / 4));
    int found = least(from, to, cost, bound);
    double best = exhaustive(from, to, cost);
    assertTrue(cost.applyAsDouble(found) <= 1.02 * best, found + " tiles");
    assertTrue(calls <= 13, calls + " calls");
  }

  @Test
  void shouldStayWhereItBeganIfTheFunctionOnlyRises() {
    assertEquals(7, least(7, 10_000, n -> n, n -> 0));
    assertEquals(5, calls);
  }

  @Test
  void shouldReachTheEndIfTheFunctionOnlyFalls() {
    assertEquals(10_000, least(7, 10_000, n -> 1.0 / n, n -> 0));
  }

  @Test
  void shouldSeeBehindOneDent() {
    IntToDoubleFunction cost = n -> n == 2 ? 15.5 : Math.abs(n - 16);
    assertEquals(16, least(1, 1000, cost, n -> 0));
  }

  @Test
  void shouldNotTryWhatCannotBeBetter() {
    assertEquals(4, least(4, 1 << 20, n -> n, n -> n));
    assertEquals(1, calls);
  }

  @Test
  void shouldTakeTheOnlyNumberThereIs() {
    assertEquals(3, least(3, 3, n -> Double.POSITIVE_INFINITY, n -> 0));
    assertEquals(1, calls);
  }
}
