package org.hillock.random;

/**
 * Random words of one object, 32 from each group of eight streams: of each block of a group, words
 * 0 and 1 of stream 0, of stream 1, …, then words 2 and 3 likewise. The rounds run over whole
 * arrays, which the compiler turns into vector instructions.
 *
 * <p>Not thread-safe.
 */
public final class PhiloxBatch {

  static final long LOW = 0xFFFFFFFFL;

  /** Words of a group. */
  static final int WORDS = 32;

  /** Streams of a group. */
  static final int STREAMS = 8;

  private static final int CHUNK = 16 * STREAMS;

  private final int key0;
  private final int key1;
  private final long objectWord;
  private final long[] x0 = new long[CHUNK];
  private final long[] x1 = new long[CHUNK];
  private final long[] x2 = new long[CHUNK];
  private final long[] x3 = new long[CHUNK];

  /**
   * @param seed the run's seed
   * @param purpose what the numbers are for
   * @param object number of the projection, input or population
   */
  public PhiloxBatch(long seed, Purpose purpose, int object) {
    key0 = (int) seed;
    key1 = (int) (seed >>> 32);
    objectWord = objectWord(purpose, object);
  }

  /** The counter word that says what numbers are for. */
  static long objectWord(Purpose purpose, int object) {
    return (purpose.ordinal() << 24 | object) & LOW;
  }

  /**
   * Computes one block of each stream.
   *
   * @param firstGroup number of the first group
   * @param groups how many groups
   * @param block which block
   * @param words receives {@link #WORDS} words a group
   */
  public void fill(int firstGroup, int groups, long block, int[] words) {
    long c0 = block & LOW;
    long c1 = objectWord;
    long c3 = block >>> 32;
    int streams = groups * STREAMS;
    for (int from = 0; from < streams; from += CHUNK) {
      int n = Math.min(CHUNK, streams - from);
      for (int i = 0; i < n; i++) {
        x0[i] = c0;
        x1[i] = c1;
        x2[i] = (long) firstGroup * STREAMS + from + i & LOW;
        x3[i] = c3;
      }
      int k0 = key0;
      int k1 = key1;
      for (int round = 0; round < Philox.ROUNDS; round++) {
        round(x0, x1, x2, x3, k0 & LOW, k1 & LOW);
        k0 += Philox.W0;
        k1 += Philox.W1;
      }
      for (int i = 0; i < n; i++) {
        int at = (from + i) / STREAMS * WORDS + 2 * ((from + i) % STREAMS);
        words[at] = (int) x0[i];
        words[at + 1] = (int) x1[i];
        words[at + WORDS / 2] = (int) x2[i];
        words[at + WORDS / 2 + 1] = (int) x3[i];
      }
    }
  }

  private static void round(long[] a, long[] b, long[] c, long[] d, long k0, long k1) {
    for (int i = 0; i < CHUNK; i++) {
      long p0 = Philox.M0 * a[i];
      long p1 = Philox.M1 * c[i];
      a[i] = (p1 >>> 32) ^ b[i] ^ k0;
      b[i] = p1 & LOW;
      c[i] = (p0 >>> 32) ^ d[i] ^ k1;
      d[i] = p0 & LOW;
    }
  }
}
