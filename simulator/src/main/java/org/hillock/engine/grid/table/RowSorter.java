package org.hillock.engine.grid.table;

import java.util.Arrays;

/** Sorts the synapses of one source by slot, keeping the order of equal slots. */
final class RowSorter {

  /** Rows shorter than this are sorted by insertion, longer ones by counting. */
  private static final int SHORT_ROW = 24;

  private final int[] count = new int[Character.MAX_VALUE + 2];
  private char[] targets = new char[256];
  private char[] slots = new char[256];
  private float[] single = new float[256];
  private double[] exact = new double[256];

  /** Sorts the synapses from one place to another. */
  void sort(TableRows rows, int from, int to) {
    if (to - from < SHORT_ROW) {
      insertionSort(rows, from, to);
    } else {
      countingSort(rows, from, to);
    }
  }

  private static void insertionSort(TableRows rows, int from, int to) {
    char[] slots = rows.slots();
    char[] targets = rows.targets();
    float[] single = rows.single();
    double[] exact = rows.exact();
    for (int i = from + 1; i < to; i++) {
      char slot = slots[i];
      int j = i - 1;
      if (slots[j] <= slot) {
        continue;
      }
      char target = targets[i];
      float singleWeight = single == null ? 0 : single[i];
      double exactWeight = exact == null ? 0 : exact[i];
      for (; j >= from && slots[j] > slot; j--) {
        slots[j + 1] = slots[j];
        targets[j + 1] = targets[j];
        if (single != null) {
          single[j + 1] = single[j];
        } else if (exact != null) {
          exact[j + 1] = exact[j];
        }
      }
      slots[j + 1] = slot;
      targets[j + 1] = target;
      if (single != null) {
        single[j + 1] = singleWeight;
      } else if (exact != null) {
        exact[j + 1] = exactWeight;
      }
    }
  }

  private void countingSort(TableRows rows, int from, int to) {
    char[] unsorted = rows.slots();
    int min = Character.MAX_VALUE;
    int max = 0;
    for (int i = from; i < to; i++) {
      min = Math.min(min, unsorted[i]);
      max = Math.max(max, unsorted[i]);
    }
    if (min == max) {
      return;
    }
    Arrays.fill(count, min, max + 2, 0);
    for (int i = from; i < to; i++) {
      count[unsorted[i] + 1]++;
    }
    for (int slot = min + 1; slot <= max; slot++) {
      count[slot] += count[slot - 1];
    }
    int length = to - from;
    reserve(length);
    float[] singleRow = rows.single();
    double[] exactRow = rows.exact();
    for (int i = from; i < to; i++) {
      int place = count[unsorted[i]]++;
      slots[place] = unsorted[i];
      targets[place] = rows.targets()[i];
      if (singleRow != null) {
        single[place] = singleRow[i];
      } else if (exactRow != null) {
        exact[place] = exactRow[i];
      }
    }
    System.arraycopy(slots, 0, unsorted, from, length);
    System.arraycopy(targets, 0, rows.targets(), from, length);
    if (singleRow != null) {
      System.arraycopy(single, 0, singleRow, from, length);
    } else if (exactRow != null) {
      System.arraycopy(exact, 0, exactRow, from, length);
    }
  }

  private void reserve(int length) {
    if (length > targets.length) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8L, length * 2L);
      targets = new char[room];
      slots = new char[room];
      single = new float[room];
      exact = new double[room];
    }
  }
}
