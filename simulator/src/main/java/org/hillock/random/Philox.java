package org.hillock.random;

/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3" (SC 2011, section 3.3): ten rounds of multiplication and exchange
 * turn a 128-bit counter and a 64-bit key into 128 random bits.
 */
public final class Philox {

  /** Multipliers of the two halves (Salmon et al. 2011, table 2). */
  static final long M0 = 0xD2511F53L;

  static final long M1 = 0xCD9E8D57L;

  /** Increments of the key after each round: golden ratio and sqrt(3) - 1 (ibid.). */
  static final int W0 = 0x9E3779B9;

  static final int W1 = 0xBB67AE85;

  static final int ROUNDS = 10;

  private Philox() {}

  /**
   * Fills {@code out[0..3]} with the block for one counter and key.
   *
   * @param c0 counter word 0, the least significant
   * @param c1 counter word 1
   * @param c2 counter word 2
   * @param c3 counter word 3
   * @param k0 key word 0
   * @param k1 key word 1
   * @param out at least four words
   */
  public static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] out) {
    int x0 = c0;
    int x1 = c1;
    int x2 = c2;
    int x3 = c3;
    int key0 = k0;
    int key1 = k1;
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = M0 * (x0 & 0xFFFFFFFFL);
      long p1 = M1 * (x2 & 0xFFFFFFFFL);
      int y0 = (int) (p1 >>> 32) ^ x1 ^ key0;
      int y2 = (int) (p0 >>> 32) ^ x3 ^ key1;
      x1 = (int) p1;
      x3 = (int) p0;
      x0 = y0;
      x2 = y2;
      key0 += W0;
      key1 += W1;
    }
    out[0] = x0;
    out[1] = x1;
    out[2] = x2;
    out[3] = x3;
  }
}
