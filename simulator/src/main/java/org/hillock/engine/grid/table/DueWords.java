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

  /** All words; {@link #chains} says which belong to a bin. */
  int[] words() {
    return words;
  }

  /** Which words belong to which bin. */
  BlockChains chains() {
    return chains;
  }
}
