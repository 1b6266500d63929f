package org.hillock.random;

import java.util.Arrays;

/**
 * Turns 16 random bits into a Poisson count of small mean, and asks for 16 more only where those do
 * not decide: the distribution as a mixture (Marsaglia 1963, Commun ACM 6:37; Devroye 1986, II.4).
 *
 * <p>Of the 65,536 values of the first bits, each usual count k has floor(65536 p_k), in order of
 * k. The few values that are left, at the top, stand for all that is missing: the fractions and the
 * unusual counts. With 16 more bits they are shared out in units of 2^-32. So a count has exactly
 * the probability that {@link PoissonTable} gives it.
 */
final class CoarsePoissonTable {

  /** With more comparisons than this, more bits at once are cheaper. */
  static final int MOST = 40;

  /** Counts above the usual ones have together at most this probability. */
  private static final double UNUSUAL = 0.0006;

  private static final int HALF = 16;
  private static final int VALUES = 1 << HALF;

  private final int object;

  /** The smallest count that any bits stand for. */
  private final int lowest;

  /** The smallest usual count. */
  private final int first;

  /** From which value on the count is one more, two more, … than the first; ascending. */
  private final int[] limits;

  /** From this value on the first bits do not decide. */
  private final int undecided;

  /**
   * For each count from the lowest on, the end of its share of the undecided values, in units of
   * 2^-32.
   */
  private final long[] rest;

  private final RandomStream detail;

  /**
   * @param seed the run's seed
   * @param object number of the input
   * @param table the distribution
   */
  CoarsePoissonTable(long seed, int object, PoissonTable table) {
    this.object = object;
    this.lowest = table.lowest();
    this.detail = new RandomStream(seed);
    long[] cumulative = table.cumulative();
    int usual = 1;
    while (usual < cumulative.length && 0x1p32 - cumulative[usual - 1] > UNUSUAL * 0x1p32) {
      usual++;
    }
    int[] starts = new int[usual - 1];
    int never = 0;
    this.rest = new long[cumulative.length];
    int taken = 0;
    long left = 0;
    for (int count = 0; count < cumulative.length; count++) {
      long share = cumulative[count] - (count == 0 ? 0 : cumulative[count - 1]);
      if (count < usual) {
        taken += (int) (share >>> HALF);
        share &= VALUES - 1;
        if (count < starts.length) {
          starts[count] = taken;
          never += taken == 0 ? 1 : 0;
        }
      }
      left += share;
      rest[count] = left;
    }
    this.undecided = taken;
    this.first = lowest + never;
    this.limits = Arrays.copyOfRange(starts, never, starts.length);
  }

  /** The smallest usual count: that of bits below all limits. */
  int first() {
    return first;
  }

  /** Values, 1 and above, from which on the count is one more, ascending. */
  int[] limits() {
    return limits.clone();
  }

  /** The first 16 bits decide the count if they are below this, 1 to 65,536. */
  int undecided() {
    return undecided;
  }

  /**
   * The count.
   *
   * @param bits the first 16 bits
   * @param entity whose count
   * @param step of which step
   */
  int count(int bits, int entity, long step) {
    if (bits < undecided) {
      int passed = 0;
      while (passed < limits.length && limits[passed] <= bits) {
        passed++;
      }
      return first + passed;
    }
    int more = detail.at(Purpose.POISSON_DETAIL, object, entity).skipTo(step).nextInt() >>> HALF;
    long value = (long) (bits - undecided) << HALF | more;
    int count = 0;
    while (rest[count] <= value) {
      count++;
    }
    return lowest + count;
  }
}
