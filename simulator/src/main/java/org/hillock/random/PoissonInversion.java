package org.hillock.random;

/**
 * Turns a uniform number of 53 bits into a Poisson count by inversion of the cumulative
 * distribution. A guide table (Chen and Asau 1974) says where the search for it begins. Immutable.
 */
final class PoissonInversion {

  private static final int CELLS = 1 << 8;

  private final int lowest;

  /** Probability of each count from {@link #lowest} on, accumulated. */
  private final double[] upTo;

  private final int[] guide = new int[CELLS];

  /**
   * @param mean expected count, above 0
   */
  PoissonInversion(double mean) {
    // What is left out lies beyond 9 standard deviations, below the last bit of a uniform number.
    int mode = (int) mean;
    double spread = 9 * Math.sqrt(mean) + 20;
    this.lowest = (int) Math.max(0, mode - spread);
    double[] weight = new double[(int) (mode + spread) - lowest + 1];
    weight[mode - lowest] = 1;
    for (int k = mode; k > lowest; k--) {
      weight[k - 1 - lowest] = weight[k - lowest] * k / mean;
    }
    for (int k = mode + 1; k < lowest + weight.length; k++) {
      weight[k - lowest] = weight[k - 1 - lowest] * mean / k;
    }
    double total = 0;
    for (double term : weight) {
      total += term;
    }
    this.upTo = new double[weight.length];
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i];
      upTo[i] = sum / total;
    }
    upTo[weight.length - 1] = 1;
    int count = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      while (upTo[count] <= (double) cell / CELLS) {
        count++;
      }
      guide[cell] = count;
    }
  }

  /**
   * The count.
   *
   * @param uniform from 0 on, below 1
   */
  int count(double uniform) {
    int count = guide[(int) (uniform * CELLS)];
    while (upTo[count] <= uniform) {
      count++;
    }
    return lowest + count;
  }
}
