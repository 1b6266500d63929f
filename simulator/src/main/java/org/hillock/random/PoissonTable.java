package org.hillock.random;

/**
 * Turns one 32-bit random number into a Poisson count, by comparison with the cumulative
 * distribution rounded to 32 bits. A guide table of 256 entries (Chen and Asau 1974) makes the
 * search start at most a few counts below the answer.
 */
public final class PoissonTable {

  /** Largest mean: the table then has some 20,000 entries. */
  public static final double MAX_MEAN = 1e6;

  private static final double TWO_32 = 0x1p32;

  private final int lowest;
  private final long[] upTo;
  private final int[] guide = new int[256];

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
    for (int top = 0; top < guide.length; top++) {
      while (upTo[count] <= (long) top << 24) {
        count++;
      }
      guide[top] = count;
    }
  }

  /** The count for 32 random bits. */
  public int count(int bits) {
    long value = bits & 0xFFFFFFFFL;
    int count = guide[bits >>> 24];
    while (upTo[count] <= value) {
      count++;
    }
    return lowest + count;
  }
}
