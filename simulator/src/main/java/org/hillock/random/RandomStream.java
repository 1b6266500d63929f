package org.hillock.random;

import org.jspecify.annotations.Nullable;

/**
 * A stream of random numbers for one (seed, purpose, object, entity).
 *
 * <p>The 128-bit counter of {@link Philox} is laid out as (block, purpose and object, entity, high
 * part of the block); the key is the seed. An object is a projection, input or population; an
 * entity is a neuron within it. Pointing the stream at another entity costs nothing.
 *
 * <p>Numbers can be drawn one by one or many at once; the numbers are the same.
 *
 * <p>Not thread-safe.
 */
public final class RandomStream {

  /** Largest number of an object: 24 bits of the counter hold it. */
  public static final int MAX_OBJECT = (1 << 24) - 1;

  private static final double DOUBLE_UNIT = 0x1.0p-53;

  /** With fewer blocks than this, one at a time is faster. */
  private static final int FEW_BLOCKS = 8;

  private final int key0;
  private final int key1;
  private final int[] words = new int[4];
  private int object;
  private int entity;
  private long block;
  private int used = 4;

  /** Room for drawing many at once, made when it is first needed. */
  private @Nullable StreamBatch batch;

  /**
   * @param seed the run's seed
   */
  public RandomStream(long seed) {
    key0 = (int) seed;
    key1 = (int) (seed >>> 32);
  }

  /**
   * Points the stream at the start of another entity's numbers.
   *
   * @param purpose what the numbers are for
   * @param objectIndex number of the projection, input or population, 0 to {@link #MAX_OBJECT}
   * @param entityIndex number of the neuron within it
   * @return this
   */
  public RandomStream at(Purpose purpose, int objectIndex, int entityIndex) {
    if (objectIndex < 0 || objectIndex > MAX_OBJECT) {
      throw new IllegalArgumentException("object " + objectIndex + " outside 0 to " + MAX_OBJECT);
    }
    object = purpose.ordinal() << 24 | objectIndex;
    entity = entityIndex;
    block = 0;
    used = 4;
    return this;
  }

  /** Jumps to a word: the next {@link #nextInt} gives the word of this index. */
  public RandomStream skipTo(long word) {
    block = word >>> 2;
    used = 4;
    int within = (int) (word & 3);
    if (within != 0) {
      refill();
      used = within;
    }
    return this;
  }

  /** 32 random bits. */
  public int nextInt() {
    if (used == 4) {
      refill();
    }
    return words[used++];
  }

  /** 64 random bits. */
  public long nextLong() {
    long low = nextInt() & 0xFFFFFFFFL;
    return (long) nextInt() << 32 | low;
  }

  /**
   * Uniform over 0 to {@code bound - 1}, exactly: multiply-shift with rejection (Lemire 2019, ACM
   * TOMACS 29:3, algorithm 5).
   *
   * @param bound 1 or more
   */
  public int nextInt(int bound) {
    long product = (nextInt() & 0xFFFFFFFFL) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (0x100000000L - bound) % bound;
      while (low < threshold) {
        product = (nextInt() & 0xFFFFFFFFL) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /** Uniform in (0, 1): the midpoints of 2^53 equal cells, less the rounded last. */
  public double nextOpenDouble() {
    return ((nextLong() >>> 12) + 0.5) * 0x1.0p-52;
  }

  /** The next {@code count} words, as {@link #nextInt()} gives them. */
  public void nextInts(int[] into, int from, int count) {
    int at = from;
    int end = from + count;
    while (at < end && used < 4) {
      into[at++] = words[used++];
    }
    while (end - at >= 4 * FEW_BLOCKS) {
      int blocks = Math.min((end - at) >>> 2, StreamBatch.BLOCKS);
      batch().blocks(block, object, entity, key0, key1, blocks, into, at);
      block += blocks;
      at += 4 * blocks;
    }
    while (at < end) {
      into[at++] = nextInt();
    }
  }

  /**
   * The next {@code count} numbers uniform over 0 to {@code bound - 1}, as {@link #nextInt(int)}
   * gives them.
   */
  public void nextInts(int bound, int[] into, int from, int count) {
    int[] drawn = batch().words;
    long threshold = (0x100000000L - bound) % bound;
    int at = from;
    int end = from + count;
    while (at < end) {
      int n = Math.min(end - at, drawn.length);
      nextInts(drawn, 0, n);
      for (int i = 0; i < n; i++) {
        long product = (drawn[i] & 0xFFFFFFFFL) * bound;
        into[at] = (int) (product >>> 32);
        at += (product & 0xFFFFFFFFL) >= threshold ? 1 : 0;
      }
    }
  }

  /** The next {@code count} numbers in [0, 1), as {@link #nextDouble} gives them. */
  public void nextDoubles(double[] into, int from, int count) {
    int end = from + count;
    for (int at = from; at < end; at += StreamBatch.WORDS / 2) {
      int n = Math.min(end - at, StreamBatch.WORDS / 2);
      long[] pairs = nextPairs(n);
      for (int i = 0; i < n; i++) {
        into[at + i] = (pairs[i] >>> 11) * DOUBLE_UNIT;
      }
    }
  }

  /** The next {@code count} numbers in (0, 1), as {@link #nextOpenDouble} gives them. */
  public void nextOpenDoubles(double[] into, int from, int count) {
    int end = from + count;
    for (int at = from; at < end; at += StreamBatch.WORDS / 2) {
      int n = Math.min(end - at, StreamBatch.WORDS / 2);
      long[] pairs = nextPairs(n);
      for (int i = 0; i < n; i++) {
        into[at + i] = ((pairs[i] >>> 12) + 0.5) * 0x1.0p-52;
      }
    }
  }

  /**
   * The next {@code count} standard normal numbers: the {@link NormalQuantile}s of what {@link
   * #nextOpenDouble} gives.
   */
  public void nextNormals(double[] into, int from, int count) {
    int end = from + count;
    for (int at = from; at < end; at += StreamBatch.WORDS / 2) {
      int n = Math.min(end - at, StreamBatch.WORDS / 2);
      nextOpenDoubles(into, at, n);
      batch().quantiles(into, at, n);
    }
  }

  /** The next {@code count} words of 64 bits, as {@link #nextLong} gives them. */
  public void nextLongs(long[] into, int count) {
    for (int at = 0; at < count; at += StreamBatch.WORDS / 2) {
      int n = Math.min(count - at, StreamBatch.WORDS / 2);
      System.arraycopy(nextPairs(n), 0, into, at, n);
    }
  }

  /** The next {@link #nextLong}s, up to {@link StreamBatch#WORDS} / 2. */
  private long[] nextPairs(int count) {
    StreamBatch made = batch();
    int done = 0;
    if (used == 4 && count >= 2 * FEW_BLOCKS) {
      made.pairs(block, object, entity, key0, key1, count / 2);
      block += count / 2;
      done = count / 2 * 2;
    }
    for (; done < count; done++) {
      made.pairs[done] = nextLong();
    }
    return made.pairs;
  }

  private StreamBatch batch() {
    StreamBatch made = batch;
    if (made == null) {
      made = new StreamBatch();
      batch = made;
    }
    return made;
  }

  private void refill() {
    Philox.block((int) block, object, entity, (int) (block >>> 32), key0, key1, words);
    block++;
    used = 0;
  }
}
