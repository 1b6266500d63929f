package org.hillock.random;

/**
 * Turns one 32-bit random number into a Poisson count, by comparison with the cumulative
 * distribution rounded to 32 bits.
 *
 * <p>A guide table (Chen and Asau 1974) cuts the numbers into cells. In most cells the count
 * changes at one number or not at all, and one comparison without a branch gives it; in the others
 * the count is searched for from the cell's first.
 */
public final class PoissonTable {

  /** Largest mean: the table then has some 20,000 entries. */
  public static final double MAX_MEAN = 1e6;

  private static final double TWO_32 = 0x1p32;

  private static final int CELL_BITS = 10;
  private static final int CELLS = 1 << CELL_BITS;
  private static final int SHIFT = 32 - CELL_BITS;

  private final int lowest;
  private final long[] upTo;
  private final int[] guide = new int[CELLS];

  /** Largest number of each cell with the count of its beginning; as signed, less 2^31. */
  private final int[] last = new int[CELLS];

  private final boolean[] several = new boolean[CELLS];

  /**
   * @param mean expected count, 0 to {@link #MAX_MEAN}
   */
  public PoissonTable(double mean) {
    if (!(mean >= 0 && mean <= MAX_MEAN)) {
      throw new IllegalArgumentException("mean " + mean + " outside 0 to " + MAX_MEAN);
    }
    // Terms below 1e-18 of the mode's are left out; they lie beyond 9 standard deviations.
    int mode = (int) mean;
    double spread = 9 * Math.sqrt(mean) + 20;
    lowest = (int) Math.max(0, mode - spread);
    int highest = (int) (mode + spread);
    double[] weight = new double[highest - lowest + 1];
    weight[mode - lowest] = 1;
    for (int k = mode; k > lowest; k--) {
      weight[k - 1 - lowest] = weight[k - lowest] * k / mean;
    }
    for (int k = mode; k < highest; k++) {
      weight[k + 1 - lowest] = weight[k - lowest] * mean / (k + 1);
    }
    double total = 0;
    for (double term : weight) {
      total += term;
    }
    upTo = new long[weight.length];
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i];
      upTo[i] = Math.round(sum / total * TWO_32);
    }
    upTo[weight.length - 1] = 1L << 32;
    int count = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      while (upTo[count] <= (long) cell << SHIFT) {
        count++;
      }
      long end = (long) (cell + 1) << SHIFT;
      guide[cell] = lowest + count;
      last[cell] = (int) (Math.min(upTo[count], 1L << 32) - 1) ^ Integer.MIN_VALUE;
      several[cell] = upTo[count] < end && upTo[count + 1] < end;
    }
  }

  /** The count for 32 random bits. */
  public int count(int bits) {
    int cell = bits >>> SHIFT;
    if (several[cell]) {
      return search(bits, guide[cell] - lowest);
    }
    return guide[cell] + ((bits ^ Integer.MIN_VALUE) > last[cell] ? 1 : 0);
  }

  /** The smallest count. */
  int lowest() {
    return lowest;
  }

  /** Probability of each count from the smallest on, accumulated, in units of 2^-32. */
  long[] cumulative() {
    return upTo.clone();
  }

  private int search(int bits, int from) {
    long value = bits & 0xFFFFFFFFL;
    int count = from;
    while (upTo[count] <= value) {
      count++;
    }
    return lowest + count;
  }
}
