package org.hillock.engine.grid.table;

/**
 * Reads an element of each cache line of some segments before they are delivered: segments lie all
 * over gigabytes, Java has no prefetch, and reads that do not wait for each other are served at the
 * same time.
 *
 * <p>Most segments are shorter than four lines: those are read without a loop, whose end would be
 * guessed wrong every time, and a line that is not there is the last once more. What is returned
 * has no meaning, but must be kept, so that the reads are not optimised away.
 */
final class TouchAhead {

  /**
   * So many segments are touched before they are delivered. Together they are about as long as the
   * innermost cache.
   */
  static final int BATCH = 64;

  private static final int LINE = 64;
  private static final int INTS = LINE / Integer.BYTES;
  private static final int CHARS = LINE / Character.BYTES;
  private static final int DOUBLES = LINE / Double.BYTES;

  private TouchAhead() {}

  static long segments(int[] values, DueSegments due, int from, int end) {
    int sum = 0;
    for (int i = from; i < end; i++) {
      int first = due.from(i);
      int last = due.to(i) - 1;
      sum +=
          values[first]
              + values[Math.min(first + INTS, last)]
              + values[Math.min(first + 2 * INTS, last)]
              + values[Math.min(first + 3 * INTS, last)]
              + values[last];
      for (int k = first + 4 * INTS; k < last; k += INTS) {
        sum += values[k];
      }
    }
    return sum;
  }

  static long segments(char[] values, DueSegments due, int from, int end) {
    int sum = 0;
    for (int i = from; i < end; i++) {
      int first = due.from(i);
      int last = due.to(i) - 1;
      sum += values[first] + values[Math.min(first + CHARS, last)] + values[last];
      for (int k = first + 2 * CHARS; k < last; k += CHARS) {
        sum += values[k];
      }
    }
    return sum;
  }

  static long segments(double[] values, DueSegments due, int from, int end) {
    double sum = 0;
    for (int i = from; i < end; i++) {
      int last = due.to(i) - 1;
      for (int k = due.from(i); k < last; k += DOUBLES) {
        sum += values[k];
      }
      sum += values[last];
    }
    return (long) sum;
  }
}
