package org.hillock.engine.grid.table;

import java.util.Arrays;
import org.hillock.engine.wiring.WeightQuanta.Rounding;
import org.jspecify.annotations.Nullable;

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
  private final int[] words = new int[CAPACITY];
  private double[] exact = new double[0];

  /** Which synapse comes next, and its place in the table. */
  private final int[] order = new int[CAPACITY];

  private final int[] places = new int[CAPACITY];
  private final int[] band = new int[BANDS + 1];
  private TableRows rows = TableRows.NONE;
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
    if (table.exact().length > 0 && exact.length == 0) {
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
   * @param rounding to whole quanta, where words have them, else null
   * @param from the first of them
   * @param count how many
   */
  void add(double[] weights, @Nullable Rounding rounding, int from, int count) {
    if (rounding != null) {
      for (int i = 0; i < count; i++) {
        int quanta = rounding.quanta(weights[from + i]);
        words[size + i] = QuantaAddition.word(targets[size + i], quanta);
      }
    } else if (rows.words().length > 0) {
      for (int i = 0; i < count; i++) {
        words[size + i] = Float.floatToRawIntBits((float) weights[from + i]);
      }
    } else if (rows.exact().length > 0) {
      System.arraycopy(weights, from, exact, size, count);
    }
    size += count;
  }

  /** Places all that has been collected. */
  void flush() {
    sort();
    for (int i = 0; i < size; i++) {
      places[i] = next[sources[order[i]]]++;
    }
    place(slots, rows.slots());
    if (rows.targets().length > 0) {
      place(targets, rows.targets());
    }
    if (rows.words().length > 0) {
      place(words, rows.words());
    }
    if (rows.exact().length > 0) {
      place(exact, rows.exact());
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

  private void place(char[] staged, char[] into) {
    for (int i = 0; i < size; i++) {
      into[places[i]] = staged[order[i]];
    }
  }

  private void place(int[] staged, int[] into) {
    for (int i = 0; i < size; i++) {
      into[places[i]] = staged[order[i]];
    }
  }

  private void place(double[] staged, double[] into) {
    for (int i = 0; i < size; i++) {
      into[places[i]] = staged[order[i]];
    }
  }
}
