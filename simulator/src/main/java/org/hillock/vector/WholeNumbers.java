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

  /**
   * Multiplies some elements of two rows by their units, adds the products up and clears the
   * elements.
   *
   * @param row the whole numbers
   * @param unit what 1 stands for
   * @param other more of them
   * @param otherUnit what 1 stands for there
   * @param from first element
   * @param to one past the last
   * @param into receives the sums from element 0 on
   */
  public static void take(
      int[] row, double unit, int[] other, double otherUnit, int from, int to, double[] into) {
    int at = from;
    if (Vectors.available()) {
      at = WholeNumbersVectors.move(row, unit, other, otherUnit, from, to, into);
    }
    for (; at < to; at++) {
      into[at - from] = row[at] * unit + other[at] * otherUnit;
      row[at] = 0;
      other[at] = 0;
    }
  }
}
