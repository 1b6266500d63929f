package org.hillock.engine.grid.table;

import java.util.Arrays;

/**
 * Where in one array the entries of several bins lie: a bin is a chain of blocks of the array.
 * Blocks of a bin that has been emptied serve other bins, so the array is no longer than the most
 * that ever waited at once. What the entries are is known to the owner of the array alone.
 */
final class BlockChains {

  private static final int BLOCK_BITS = 7;

  /** Entries of a block: a multiple of what is touched ahead at once. */
  static final int BLOCK = 1 << BLOCK_BITS;

  private static final int IN_BLOCK = BLOCK - 1;

  private static final int FEW_BLOCKS = 8;

  /** For each block, the one that follows it in its bin. No block has number 0. */
  private int[] next = new int[FEW_BLOCKS];

  private final int[] first;

  /** Where the next entry of each bin goes; at the end of a block there is no room. */
  private final int[] end;

  private int free;
  private int blocks = 1;

  BlockChains(int bins) {
    this.first = new int[bins];
    this.end = new int[bins];
  }

  /** Number of bins. */
  int bins() {
    return first.length;
  }

  /** How long the array must be. */
  int capacity() {
    return next.length << BLOCK_BITS;
  }

  /**
   * Adds an entry to a bin.
   *
   * @return where it goes in the array, which must have been brought to {@link #capacity}
   */
  int append(int bin) {
    int at = end[bin];
    if ((at & IN_BLOCK) == 0) {
      at = open(bin);
    }
    end[bin] = at + 1;
    return at;
  }

  /** Adds a block to a bin and returns its first place. */
  private int open(int bin) {
    int block = free;
    if (block == 0) {
      block = blocks++;
      if (block == next.length) {
        int room = Math.multiplyExact(2, next.length);
        Math.multiplyExact(room, BLOCK);
        next = Arrays.copyOf(next, room);
      }
    } else {
      free = next[block];
    }
    next[block] = 0;
    if (first[bin] == 0) {
      first[bin] = block;
    } else {
      next[end[bin] - 1 >> BLOCK_BITS] = block;
    }
    return block << BLOCK_BITS;
  }

  /** The first block of a bin; 0 if it is empty. */
  int firstBlock(int bin) {
    return first[bin];
  }

  /** The block after one of a bin; 0 if there is none. */
  int following(int block) {
    return next[block];
  }

  /** Place of the first entry of a block. */
  static int from(int block) {
    return block << BLOCK_BITS;
  }

  /** One past the place of the last entry of a block of a bin. */
  int to(int bin, int block) {
    return next[block] == 0 ? end[bin] : block + 1 << BLOCK_BITS;
  }

  /** Empties a bin. */
  void clear(int bin) {
    if (first[bin] != 0) {
      next[end[bin] - 1 >> BLOCK_BITS] = free;
      free = first[bin];
      first[bin] = 0;
      end[bin] = 0;
    }
  }
}
