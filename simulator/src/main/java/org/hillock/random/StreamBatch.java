package org.hillock.random;

import org.hillock.vector.Logarithm;

/**
 * Many consecutive numbers of one stream at once. The rounds of {@link Philox} and the centre of
 * {@link NormalQuantile} run over whole arrays, which the compiler turns into vector instructions;
 * the numbers are those that single draws give.
 *
 * <p>Not thread-safe.
 */
final class StreamBatch {

  /** Blocks that are computed together. */
  static final int BLOCKS = 128;

  /** Words that are computed together. */
  static final int WORDS = 4 * BLOCKS;

  private static final long M0 = 0xD2511F53L;
  private static final long M1 = 0xCD9E8D57L;
  private static final int W0 = 0x9E3779B9;
  private static final int W1 = 0xBB67AE85;
  private static final long LOW = 0xFFFFFFFFL;
  private static final int ROUNDS = 10;

  /** A number of blocks is rounded up to a multiple of this, so that loops are whole vectors. */
  private static final int WHOLE = 32;

  private final long[] x0 = new long[BLOCKS];
  private final long[] x1 = new long[BLOCKS];
  private final long[] x2 = new long[BLOCKS];
  private final long[] x3 = new long[BLOCKS];

  /** Words of doubles and bounded integers before they become such. */
  final int[] words = new int[WORDS];

  /** Pairs of words before they become doubles. */
  final long[] pairs = new long[WORDS / 2];

  private final int[] tail = new int[WORDS];
  private final double[] root = new double[WORDS];
  private final double[] magnitude = new double[WORDS];
  private final double[] tailProbability = new double[WORDS];

  /**
   * Computes consecutive blocks.
   *
   * @param block the first
   * @param c1 counter word 1
   * @param c2 counter word 2
   * @param key0 key word 0
   * @param key1 key word 1
   * @param count how many blocks, up to {@link #BLOCKS}
   * @param out receives {@code 4 count} words
   * @param at where in {@code out}
   */
  void blocks(long block, int c1, int c2, int key0, int key1, int count, int[] out, int at) {
    compute(block, c1, c2, key0, key1, (count + WHOLE - 1) / WHOLE * WHOLE);
    for (int i = 0; i < count; i++) {
      out[at + 4 * i] = (int) x0[i];
      out[at + 4 * i + 1] = (int) x1[i];
      out[at + 4 * i + 2] = (int) x2[i];
      out[at + 4 * i + 3] = (int) x3[i];
    }
  }

  /** The same as pairs of words, the first in the low half; leaves them in {@link #pairs}. */
  void pairs(long block, int c1, int c2, int key0, int key1, int count) {
    compute(block, c1, c2, key0, key1, (count + WHOLE - 1) / WHOLE * WHOLE);
    for (int i = 0; i < count; i++) {
      pairs[2 * i] = x1[i] << 32 | x0[i];
      pairs[2 * i + 1] = x3[i] << 32 | x2[i];
    }
  }

  private void compute(long block, int c1, int c2, int key0, int key1, int n) {
    for (int i = 0; i < n; i++) {
      x0[i] = block + i & LOW;
      x1[i] = c1 & LOW;
      x2[i] = c2 & LOW;
      x3[i] = block + i >>> 32;
    }
    int k0 = key0;
    int k1 = key1;
    for (int round = 0; round < ROUNDS; round++) {
      round(x0, x1, x2, x3, k0 & LOW, k1 & LOW, n);
      k0 += W0;
      k1 += W1;
    }
  }

  private static void round(long[] a, long[] b, long[] c, long[] d, long k0, long k1, int count) {
    for (int i = 0; i < count; i++) {
      long p0 = M0 * a[i];
      long p1 = M1 * c[i];
      a[i] = (p1 >>> 32) ^ b[i] ^ k0;
      b[i] = p1 & LOW;
      c[i] = (p0 >>> 32) ^ d[i] ^ k1;
      d[i] = p0 & LOW;
    }
  }

  /**
   * Turns probabilities into normal quantiles, in place.
   *
   * @param values probabilities in (0, 1)
   * @param from the first
   * @param count how many, up to {@link #WORDS}
   */
  void quantiles(double[] values, int from, int count) {
    int tails = 0;
    for (int i = from; i < from + count; i++) {
      tail[tails] = i;
      tailProbability[tails] = values[i];
      // The sign of the difference, one for a tail: a branch would be mispredicted too often.
      double inside = NormalQuantile.CENTRE - Math.abs(values[i] - 0.5);
      tails += (int) (Double.doubleToRawLongBits(inside) >>> 63);
    }
    for (int i = from; i < from + count; i++) {
      values[i] = NormalQuantile.centre(values[i] - 0.5);
    }
    for (int i = 0; i < tails; i++) {
      double p = tailProbability[i];
      root[i] = -Logarithm.of(Math.min(p, 1 - p));
    }
    for (int i = 0; i < tails; i++) {
      root[i] = Math.sqrt(root[i]);
    }
    for (int i = 0; i < tails; i++) {
      magnitude[i] = NormalQuantile.near(root[i]);
    }
    for (int i = 0; i < tails; i++) {
      double size = root[i] <= NormalQuantile.FAR ? magnitude[i] : NormalQuantile.far(root[i]);
      values[tail[i]] = Math.copySign(size, tailProbability[i] - 0.5);
    }
  }
}
