package org.hillock.random;

/**
 * The cumulative distribution of small counts, cut to its upper 16 bits.
 *
 * <p>Sixteen random bits decide nearly every count: the 32-bit number of which they are the upper
 * half lies below or above each limit, whatever the lower half is. Only where they equal the upper
 * half of a limit, some times in 65,536, sixteen more are drawn, from a stream of the entity's own.
 * So the counts are distributed as if all 32 bits had been there.
 */
final class CoarseLimits {

  /** With more limits than this, more bits at once are cheaper. */
  static final int MOST = 40;

  private static final int HALF = 16;

  private final int object;
  private final int[] limits;
  private final int lowest;
  private final RandomStream lower;

  CoarseLimits(long seed, int object, PoissonTable table) {
    this.object = object;
    this.limits = table.limits();
    this.lowest = table.lowest();
    this.lower = new RandomStream(seed);
  }

  /** Number of limits. */
  int size() {
    return limits.length;
  }

  /** The smallest count. */
  int lowest() {
    return lowest;
  }

  /** The upper half of a limit: numbers above it count one more for certain. */
  int upper(int limit) {
    return limits[limit] >>> HALF;
  }

  /** Limits that the upper half lies on or above with a probability of at least this. */
  int likely(double probability) {
    int count = 0;
    while (count < limits.length
        && Integer.toUnsignedLong(limits[count]) < (1 - probability) * 0x1p32) {
      count++;
    }
    return count;
  }

  /**
   * The count, exactly.
   *
   * @param upper the upper 16 bits
   * @param entity whose count
   * @param step of which step
   */
  int count(int upper, int entity, long step) {
    int passed = 0;
    while (passed < limits.length && upper(passed) < upper) {
      passed++;
    }
    if (passed < limits.length && upper(passed) == upper) {
      int bits = lower.at(Purpose.POISSON_DETAIL, object, entity).skipTo(step).nextInt();
      int word = upper << HALF | bits >>> HALF;
      while (passed < limits.length && Integer.compareUnsigned(limits[passed], word) <= 0) {
        passed++;
      }
    }
    return lowest + passed;
  }
}
