package org.hillock.random;

/**
 * The same numbers as {@link RandomStream}, for many entities at once: block b of entities {@code
 * first} to {@code first + n - 1}. The rounds run over whole arrays, which the compiler turns into
 * vector instructions.
 *
 * <p>Not thread-safe.
 */
public final class PhiloxBatch {

  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final long LOW = 0xFFFFFFFFL;
  private static final int ROUNDS = 10;
  private static final int CHUNK = 128;

  private final int key0;
  private final int key1;
  private final long[] x0 = new long[CHUNK];
  private final long[] x1 = new long[CHUNK];
  private final long[] x2 = new long[CHUNK];
  private final long[] x3 = new long[CHUNK];

  /**
   * @param seed the run's seed
   */
  public PhiloxBatch(long seed) {
    key0 = (int) seed;
    key1 = (int) (seed >>> 32);
  }

  /**
   * Computes one block of four words for each entity.
   *
   * @param purpose what the numbers are for
   * @param object number of the projection, input or population
   * @param first number of the first entity
   * @param count how many entities
   * @param block which block: words {@code 4 block} to {@code 4 block + 3} of each stream
   * @param words receives word w of entity i at {@code words[w][i]}
   */
  public void fill(Purpose purpose, int object, int first, int count, long block, int[][] words) {
    long c0 = block & LOW;
    long c1 = (purpose.ordinal() << 24 | object) & LOW;
    long c3 = block >>> 32;
    for (int from = 0; from < count; from += CHUNK) {
      int n = Math.min(CHUNK, count - from);
      for (int i = 0; i < n; i++) {
        x0[i] = c0;
        x1[i] = c1;
        x2[i] = (first + from + i) & LOW;
        x3[i] = c3;
      }
      int k0 = key0;
      int k1 = key1;
      for (int round = 0; round < ROUNDS; round++) {
        round(x0, x1, x2, x3, k0 & LOW, k1 & LOW);
        k0 += W0;
        k1 += W1;
      }
      for (int i = 0; i < n; i++) {
        words[0][from + i] = (int) x0[i];
        words[1][from + i] = (int) x1[i];
        words[2][from + i] = (int) x2[i];
        words[3][from + i] = (int) x3[i];
      }
    }
  }

  private static void round(long[] a, long[] b, long[] c, long[] d, long k0, long k1) {
    for (int i = 0; i < CHUNK; i++) {
      long p0 = M0 * a[i];
      long p1 = M1 * c[i];
      a[i] = (p1 >>> 32) ^ b[i] ^ k0;
      b[i] = p1 & LOW;
      c[i] = (p0 >>> 32) ^ d[i] ^ k1;
      d[i] = p0 & LOW;
    }
  }
}
