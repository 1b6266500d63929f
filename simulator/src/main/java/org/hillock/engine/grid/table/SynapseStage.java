package org.hillock.engine.grid.table;

import java.util.Arrays;
import java.util.Objects;

/**
 * Synapses on their way from the order in which they are drawn to their rows.
 *
 * <p>Drawn target by target, consecutive synapses belong to rows all over the table: placing each
 * at once costs a cache miss an array. Here some hundred thousand are collected, brought into an
 * order of narrow bands of sources, and then placed: all rows of a band together fit into the
 * innermost cache. The synapses of one source stay in the order of drawing.
 */
final class SynapseStage {

  /** Synapses that are collected: about as many as the second cache holds. */
  static final int CAPACITY = 1 << 16;

  /** Bands of sources, at most. */
  private static final int BANDS = 1 << 12;

  final int[] sources = new int[CAPACITY];
  final char[] targets = new char[CAPACITY];
  final char[] slots = new char[CAPACITY];
  private final float[] single = new float[CAPACITY];
  private double[] exact = new double[0];
  private final int[] order = new int[CAPACITY];
  private final int[] band = new int[BANDS + 1];
  private TableRows rows = new TableRows(new char[0], new char[0], null, null);
  private int[] next = new int[0];
  private int shift;
  private int size;

  /**
   * Begins a table.
   *
   * @param table where the synapses go
   * @param firstPlace where the next synapse of each source goes; advanced as they go there
   */
  void begin(TableRows table, int[] firstPlace) {
    rows = table;
    next = firstPlace;
    size = 0;
    shift = 0;
    while (firstPlace.length >> shift >= BANDS) {
      shift++;
    }
    if (table.exact() != null && exact.length == 0) {
      exact = new double[CAPACITY];
    }
  }

  /** How many synapses have been collected: the next is to be written here. */
  int size() {
    return size;
  }

  /** How many more there is room for, at least one. */
  int room() {
    if (size == CAPACITY) {
      flush();
    }
    return CAPACITY - size;
  }

  /**
   * Takes in synapses whose source, target and slot have been written from {@link #size} on.
   *
   * @param weights their weights
   * @param from the first of them
   * @param count how many
   */
  void add(double[] weights, int from, int count) {
    if (rows.single() != null) {
      for (int i = 0; i < count; i++) {
        single[size + i] = (float) weights[from + i];
      }
    } else if (rows.exact() != null) {
      System.arraycopy(weights, from, exact, size, count);
    }
    size += count;
  }

  /** Places all that has been collected. */
  void flush() {
    sort();
    if (rows.single() != null) {
      placeSingle(Objects.requireNonNull(rows.single()));
    } else if (rows.exact() != null) {
      placeExact(Objects.requireNonNull(rows.exact()));
    } else {
      placeConstant();
    }
    size = 0;
  }

  private void sort() {
    Arrays.fill(band, 0);
    for (int i = 0; i < size; i++) {
      band[(sources[i] >>> shift) + 1]++;
    }
    for (int i = 1; i < BANDS; i++) {
      band[i] += band[i - 1];
    }
    for (int i = 0; i < size; i++) {
      order[band[sources[i] >>> shift]++] = i;
    }
  }

  private void placeSingle(float[] weights) {
    char[] toTargets = rows.targets();
    char[] toSlots = rows.slots();
    for (int i = 0; i < size; i++) {
      int from = order[i];
      int place = next[sources[from]]++;
      toTargets[place] = targets[from];
      toSlots[place] = slots[from];
      weights[place] = single[from];
    }
  }

  private void placeExact(double[] weights) {
    char[] toTargets = rows.targets();
    char[] toSlots = rows.slots();
    for (int i = 0; i < size; i++) {
      int from = order[i];
      int place = next[sources[from]]++;
      toTargets[place] = targets[from];
      toSlots[place] = slots[from];
      weights[place] = exact[from];
    }
  }

  private void placeConstant() {
    char[] toTargets = rows.targets();
    char[] toSlots = rows.slots();
    for (int i = 0; i < size; i++) {
      int from = order[i];
      int place = next[sources[from]]++;
      toTargets[place] = targets[from];
      toSlots[place] = slots[from];
    }
  }
}
