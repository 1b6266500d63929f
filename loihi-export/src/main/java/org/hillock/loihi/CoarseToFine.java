package org.hillock.loihi;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * The whole number at which a function is least, found with few calls: first every doubling, until
 * the function has risen twice in a row; then around the best one, in ever smaller steps,
 *
 * <pre>
 *   n/√2, n√2;  then n/⁴√2, n⁴√2;  then n/⁸√2, n⁸√2
 * </pre>
 *
 * <p>so that the result is within 5 % of the place of the least value where the function falls and
 * then rises. Twice, since a function may have one dent: a barrier that is cheap up to a few tiles,
 * for one.
 */
final class CoarseToFine {

  private static final double[] FACTORS = {Math.pow(2, 0.5), Math.pow(2, 0.25), Math.pow(2, 0.125)};

  private final int from;
  private final int to;
  private final IntToDoubleFunction cost;
  private final IntToDoubleFunction bound;
  private final Map<Integer, Double> known = new HashMap<>();
  private int best;

  private CoarseToFine(int from, int to, IntToDoubleFunction cost, IntToDoubleFunction bound) {
    this.from = from;
    this.to = to;
    this.cost = cost;
    this.bound = bound;
    this.best = from;
  }

  /**
   * Where a function is least.
   *
   * @param from the least number, always tried
   * @param to the greatest number
   * @param cost the function
   * @param bound no more than the function; where it is not below the best value found so far the
   *     function is not called
   */
  static int least(int from, int to, IntToDoubleFunction cost, IntToDoubleFunction bound) {
    CoarseToFine search = new CoarseToFine(from, to, cost, bound);
    search.coarse();
    for (double factor : FACTORS) {
      int middle = search.best;
      search.at((int) Math.round(middle / factor));
      search.at((int) Math.round(middle * factor));
    }
    return search.best;
  }

  private void coarse() {
    double last = at(from);
    int rises = 0;
    for (long n = 2L * from; n < 2L * to && rises < 2; n *= 2) {
      double next = at((int) Math.min(n, to));
      rises = next >= last ? rises + 1 : 0;
      last = next;
    }
  }

  private double at(int wanted) {
    int number = Math.max(from, Math.min(to, wanted));
    Double before = known.get(number);
    if (before != null) {
      return before;
    }
    double least = known.isEmpty() ? Double.POSITIVE_INFINITY : known.get(best);
    double floor = known.isEmpty() ? Double.NEGATIVE_INFINITY : bound.applyAsDouble(number);
    double value = floor < least ? cost.applyAsDouble(number) : floor;
    known.put(number, value);
    if (known.size() == 1 || value < least) {
      best = number;
    }
    return value;
  }
}
