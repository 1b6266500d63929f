package org.hillock.engine.grid.table;

import java.util.Arrays;

/** Sorts the synapses of one source by slot, keeping the order of equal slots. */
final class RowSorter {

  /** Rows shorter than this are sorted by insertion, longer ones by counting. */
  private static final int SHORT_ROW = 24;

  private static final int PLACE_BITS = 8;

  private final int[] count = new int[Character.MAX_VALUE + 2];

  /** Which synapse of the row, counted from its beginning, comes next. */
  private int[] order = new int[256];

  private char[] chars = new char[256];
  private int[] ints = new int[256];
  private double[] doubles = new double[256];

  /** Sorts the synapses from one place to another. */
  void sort(TableRows rows, int from, int to) {
    int length = to - from;
    if (length > order.length) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8L, length * 2L);
      order = new int[room];
      chars = new char[room];
      ints = new int[room];
      doubles = new double[room];
    }
    boolean sorted =
        length < SHORT_ROW
            ? orderByInsertion(rows.slots(), from, length)
            : orderByCounting(rows.slots(), from, length);
    if (sorted) {
      return;
    }
    arrange(rows.slots(), from, length);
    if (rows.targets().length > 0) {
      arrange(rows.targets(), from, length);
    }
    if (rows.words().length > 0) {
      arrange(rows.words(), from, length);
    }
    if (rows.exact().length > 0) {
      arrange(rows.exact(), from, length);
    }
  }

  /** Finds the order of a short row; returns whether it is in order already. */
  private boolean orderByInsertion(char[] slots, int from, int length) {
    boolean sorted = true;
    for (int i = 0; i < length; i++) {
      int key = slots[from + i] << PLACE_BITS | i;
      int j = i - 1;
      for (; j >= 0 && order[j] > key; j--) {
        order[j + 1] = order[j];
        sorted = false;
      }
      order[j + 1] = key;
    }
    for (int i = 0; i < length; i++) {
      order[i] &= (1 << PLACE_BITS) - 1;
    }
    return sorted;
  }

  /** The same for any row. */
  private boolean orderByCounting(char[] slots, int from, int length) {
    int min = Character.MAX_VALUE;
    int max = 0;
    for (int i = from; i < from + length; i++) {
      min = Math.min(min, slots[i]);
      max = Math.max(max, slots[i]);
    }
    if (min == max) {
      return true;
    }
    Arrays.fill(count, min, max + 2, 0);
    for (int i = from; i < from + length; i++) {
      count[slots[i] + 1]++;
    }
    for (int slot = min + 1; slot <= max; slot++) {
      count[slot] += count[slot - 1];
    }
    for (int i = 0; i < length; i++) {
      order[count[slots[from + i]]++] = i;
    }
    return false;
  }

  private void arrange(char[] values, int from, int length) {
    for (int i = 0; i < length; i++) {
      chars[i] = values[from + order[i]];
    }
    System.arraycopy(chars, 0, values, from, length);
  }

  private void arrange(int[] values, int from, int length) {
    for (int i = 0; i < length; i++) {
      ints[i] = values[from + order[i]];
    }
    System.arraycopy(ints, 0, values, from, length);
  }

  private void arrange(double[] values, int from, int length) {
    for (int i = 0; i < length; i++) {
      doubles[i] = values[from + order[i]];
    }
    System.arraycopy(doubles, 0, values, from, length);
  }
}
