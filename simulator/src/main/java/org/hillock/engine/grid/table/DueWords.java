package org.hillock.engine.grid.table;

import java.util.Arrays;

/** Words that wait for the step in which they are due, in bins, a bin a step and receptor. */
final class DueWords {

  private final BlockChains chains;
  private int[] words;

  DueWords(int bins) {
    this.chains = new BlockChains(bins);
    this.words = new int[chains.capacity()];
  }

  /** Adds a word to a bin. */
  void add(int bin, int word) {
    int at = chains.append(bin);
    if (at >= words.length) {
      words = Arrays.copyOf(words, chains.capacity());
    }
    words[at] = word;
  }

  /**
   * Adds the synapses of a source, each a segment of its own, to the bins of their slots.
   *
   * @param index where they lie
   * @param source the source
   * @param now slot of the present step; the number of bins is a power of two
   * @param from their words
   */
  void addEach(SegmentIndex index, int source, int now, int[] from) {
    int slot = now;
    int end = index.synapseStart(source + 1);
    for (int k = index.synapseStart(source); k < end; k++) {
      slot += index.slotStep(k);
      add(slot & chains.bins() - 1, from[k]);
    }
  }

  /** All words; {@link #chains} says which belong to a bin. */
  int[] words() {
    return words;
  }

  /** Which words belong to which bin. */
  BlockChains chains() {
    return chains;
  }
}
