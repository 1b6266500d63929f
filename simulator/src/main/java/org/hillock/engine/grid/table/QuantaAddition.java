package org.hillock.engine.grid.table;

/**
 * Adds weights in whole quanta. A synapse is one word: its target in the lower 16 bits, its weight
 * in the upper.
 */
final class QuantaAddition implements Addition {

  private static final int TARGET_BITS = 16;
  private static final int TARGET = (1 << TARGET_BITS) - 1;

  private final int[] words;
  private final int[][] rows;

  /** Sum of what was touched; kept so that the reads are not optimised away. */
  private long touched;

  QuantaAddition(int[] words, int[][] rows) {
    this.words = words;
    this.rows = rows;
  }

  /** The word of a synapse. */
  static int word(char target, int quanta) {
    return quanta << TARGET_BITS | target;
  }

  /** The target of a word. */
  static int target(int word) {
    return word & TARGET;
  }

  /** Adds the synapses of some words. */
  static void add(int[] words, int from, int to, int[] row) {
    for (int k = from; k < to; k++) {
      int word = words[k];
      row[word & TARGET] += word >> TARGET_BITS;
    }
  }

  @Override
  public long add(DueSegments due, int first, int last) {
    long added = 0;
    for (int from = first; from < last; from += TouchAhead.BATCH) {
      int end = Math.min(from + TouchAhead.BATCH, last);
      touched += TouchAhead.segments(words, due, from, end);
      for (int i = from; i < end; i++) {
        add(words, due.from(i), due.to(i), rows[due.receptor(i)]);
        added += due.to(i) - due.from(i);
      }
    }
    return added;
  }

  @Override
  public void note(DueSegments due, int first, int last, Arrivals arrivals) {
    for (int i = first; i < last; i++) {
      for (int k = due.from(i); k < due.to(i); k++) {
        arrivals.note(target(words[k]));
      }
    }
  }
}
