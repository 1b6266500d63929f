package org.hillock.engine.event;

import java.util.Arrays;

/**
 * Sorts items by time; items of equal time keep their order, which is how ties are broken by key
 * everywhere in this engine. What is in order already, or nearly, is sorted in one pass.
 *
 * <p>Not thread-safe.
 */
final class TimeOrder {

  /** Runs up to this length are sorted by insertion. */
  private static final int SHORT = 16;

  private int[] order = new int[64];
  private int[] scratch = new int[64];

  /**
   * The order of {@code count} items.
   *
   * @param times when each is
   * @return indices of the items, ascending in time; valid until the next call
   */
  int[] of(double[] times, int count) {
    if (order.length < count) {
      order = new int[Math.max(count, 2 * order.length)];
      scratch = new int[order.length];
    }
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int from = 0; from < count; from += SHORT) {
      insert(times, from, Math.min(count, from + SHORT));
    }
    for (int width = SHORT; width < count; width *= 2) {
      for (int from = 0; from < count; from += 2 * width) {
        merge(times, from, Math.min(count, from + width), Math.min(count, from + 2 * width));
      }
      int[] swap = order;
      order = scratch;
      scratch = swap;
    }
    return order;
  }

  private void insert(double[] times, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int item = order[i];
      double time = times[item];
      int at = i;
      while (at > from && times[order[at - 1]] > time) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = item;
    }
  }

  private void merge(double[] times, int from, int middle, int to) {
    if (middle == to || times[order[middle - 1]] <= times[order[middle]]) {
      System.arraycopy(order, from, scratch, from, to - from);
      return;
    }
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean takeLeft =
          right == to || (left < middle && times[order[left]] <= times[order[right]]);
      scratch[at] = order[takeLeft ? left++ : right++];
    }
  }

  /** Whether items are in order already. */
  static boolean ascending(double[] times, int count) {
    for (int i = 1; i < count; i++) {
      if (times[i] < times[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Room for twice as much, at least. */
  static double[] grow(double[] values, int atLeast) {
    return Arrays.copyOf(values, Math.max(atLeast, 2 * values.length));
  }
}
