package org.hillock.engine.grid.table;

import java.util.Arrays;

/**
 * Words that wait for the step in which they are due, in bins, a bin a step and receptor. A bin is
 * a chain of blocks of one array; blocks that have been read serve other bins, so memory is that of
 * the most that ever waited at once.
 */
final class DueWords {

  private static final int BLOCK_BITS = 7;

  /** Words of a block. */
  static final int BLOCK = 1 << BLOCK_BITS;

  private static final int IN_BLOCK = BLOCK - 1;

  /** No block has number 0, so that place 0 says that a bin has no block yet. */
  private int[] words = new int[BLOCK];

  /** For each block, the number of the one that follows it in its bin. */
  private int[] next = new int[1];

  private final int[] first;

  /** Where the next word of each bin goes; at the end of a block there is no room. */
  private final int[] end;

  private int free;
  private int blocks = 1;

  DueWords(int bins) {
    this.first = new int[bins];
    this.end = new int[bins];
  }

  /** Adds a word to a bin. */
  void add(int bin, int word) {
    int at = end[bin];
    if ((at & IN_BLOCK) == 0) {
      at = open(bin);
    }
    words[at] = word;
    end[bin] = at + 1;
  }

  /** Adds a block to a bin and returns its first place. */
  private int open(int bin) {
    int block = free;
    if (block == 0) {
      block = blocks++;
      if (block << BLOCK_BITS >= words.length) {
        int room = Math.max(8, Math.multiplyExact(2, next.length));
        words = Arrays.copyOf(words, Math.multiplyExact(room, BLOCK));
        next = Arrays.copyOf(next, room);
      }
    } else {
      free = next[block];
    }
    next[block] = 0;
    if (first[bin] == 0) {
      first[bin] = block;
    } else {
      next[(end[bin] - 1) >> BLOCK_BITS] = block;
    }
    return block << BLOCK_BITS;
  }

  /**
   * All words, as {@link #firstBlock}, {@link #from}, {@link #to} and {@link #following} find them.
   */
  int[] words() {
    return words;
  }

  /** The first block of a bin; 0 if it is empty. */
  int firstBlock(int bin) {
    return first[bin];
  }

  /** The block after one of a bin; 0 if there is none. */
  int following(int block) {
    return next[block];
  }

  /** Place of the first word of a block. */
  static int from(int block) {
    return block << BLOCK_BITS;
  }

  /** One past the place of its last word. */
  int to(int bin, int block) {
    return next[block] == 0 ? end[bin] : (block + 1) << BLOCK_BITS;
  }

  /** Empties a bin. */
  void clear(int bin) {
    if (first[bin] != 0) {
      next[(end[bin] - 1) >> BLOCK_BITS] = free;
      free = first[bin];
      first[bin] = 0;
      end[bin] = 0;
    }
  }
}
