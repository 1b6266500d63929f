package org.hillock.random;

import java.util.Arrays;
import org.hillock.vector.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * Points of Poisson processes in successive windows of equal length: how many there are is drawn,
 * and then where each is, uniformly and in no order (Kingman 1993, Poisson Processes, section 2.4).
 * That is exact, takes half a block of {@link Threefry} for a point in place of a search, and needs
 * no memory of the window before.
 *
 * <p>Words of an entity and a window come in batches of {@link #BLOCKS} blocks: word 0 of each
 * block, then word 1 of each, then 2 and 3. The first two give the count, each after them a point,
 * to 2^-32 of the window. Not thread-safe.
 */
public final class PoissonPoints {

  /** The largest mean. */
  public static final double MOST = 1e7;

  private static final int BLOCKS = 16;
  private static final int WORDS = 4 * BLOCKS;

  /** Of the two words that give the count, and of one that gives a point. */
  private static final double UNIT_53 = 0x1p-53;

  private static final double UNIT = 0x1p-32;

  /** A word is signed; the middle of its share of the window is taken. */
  private static final double MIDDLE = 0.5 + 0.5 * UNIT;

  /** Numbers of a window above 2^32 stand above the numbers of blocks. */
  private static final int BLOCK_BITS = 24;

  private final int[] key;
  private final @Nullable ThreefryVectors vectors;
  private final PoissonInversion counts;
  private final int[] counter = new int[4];
  private final int[] block = new int[4];
  private int[] words = new int[2 * WORDS];
  private double[] parts = new double[2 * WORDS];

  /** Words that nearly always do. */
  private final int likely;

  /**
   * @param seed the run's seed
   * @param purpose what the numbers are for
   * @param object number of the input
   * @param mean expected number of points in a window, above 0, up to {@link #MOST}
   */
  public PoissonPoints(long seed, Purpose purpose, int object, double mean) {
    if (!(mean > 0 && mean <= MOST)) {
      throw new IllegalArgumentException("mean " + mean + " outside 0 to " + MOST);
    }
    this.key = ThreefryBatch.key(seed, purpose, object);
    this.vectors = Vectors.available() ? new ThreefryVectors(key) : null;
    this.counts = new PoissonInversion(mean);
    this.likely = (int) (mean + Math.sqrt(mean)) + 2;
  }

  /**
   * Draws the points of a window.
   *
   * @param entity number of the neuron
   * @param window number of the window, up to 2^39
   * @return how many there are, the first elements of {@link #parts}
   */
  public int draw(int entity, long window) {
    counter[0] = (int) (window >>> 32) << BLOCK_BITS;
    counter[1] = (int) window;
    counter[2] = entity;
    int filled = fill(0, likely);
    long bits = (long) words[0] << 32 | words[1] & 0xFFFFFFFFL;
    int count = counts.count((bits >>> 11) * UNIT_53);
    if (count + 2 > filled) {
      fill(filled, count + 2);
    }
    if (parts.length < count) {
      parts = new double[words.length];
    }
    for (int i = 0; i < count; i++) {
      parts[i] = words[i + 2] * UNIT + MIDDLE;
    }
    return count;
  }

  /** Where the points are that were drawn last, as parts of the window, between 0 and 1. */
  public double[] parts() {
    return parts;
  }

  /** Fills words from a whole batch on; returns how many there are then. */
  private int fill(int from, int to) {
    int end = (to + WORDS - 1) / WORDS * WORDS;
    if (words.length < end) {
      words = Arrays.copyOf(words, Math.max(end, 2 * words.length));
    }
    for (int at = from; at < end; at += WORDS) {
      int first = counter[0] + at / 4;
      if (vectors != null) {
        vectors.countFirst(first, counter[1], counter[2], BLOCKS);
        System.arraycopy(vectors.words0, 0, words, at, BLOCKS);
        System.arraycopy(vectors.words1, 0, words, at + BLOCKS, BLOCKS);
        System.arraycopy(vectors.words2, 0, words, at + 2 * BLOCKS, BLOCKS);
        System.arraycopy(vectors.words3, 0, words, at + 3 * BLOCKS, BLOCKS);
      } else {
        fillByBlocks(first, at);
      }
    }
    return end;
  }

  private void fillByBlocks(int first, int at) {
    int window = counter[0];
    for (int i = 0; i < BLOCKS; i++) {
      counter[0] = first + i;
      Threefry.block(counter, key, block);
      for (int word = 0; word < 4; word++) {
        words[at + word * BLOCKS + i] = block[word];
      }
    }
    counter[0] = window;
  }
}
