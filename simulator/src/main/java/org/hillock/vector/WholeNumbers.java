package org.hillock.vector;

/** Rows of whole numbers that are multiplied by a unit, by vectors where there are any. */
public final class WholeNumbers {

  private WholeNumbers() {}

  /**
   * Multiplies some elements by a unit and clears them.
   *
   * @param row the whole numbers
   * @param from first element
   * @param to one past the last
   * @param unit what 1 stands for
   * @param into receives the products from element 0 on
   * @param first whether they take the place of what is there, or are added to it
   */
  public static void take(int[] row, int from, int to, double unit, double[] into, boolean first) {
    int at = from;
    if (Vectors.available()) {
      at =
          first
              ? WholeNumbersVectors.move(row, from, to, unit, into)
              : WholeNumbersVectors.add(row, from, to, unit, into);
    }
    for (; at < to; at++) {
      double value = row[at] * unit;
      into[at - from] = first ? value : into[at - from] + value;
      row[at] = 0;
    }
  }
}
