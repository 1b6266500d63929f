package org.hillock.random;

/**
 * Threefry4x32-12, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3" (SC 2011, section 3.2): twelve rounds of addition, rotation and
 * exclusive or, with the key added after every fourth, turn a 128-bit counter and a 128-bit key
 * into 128 random bits. It multiplies nothing, so that vectors of any machine compute it fast.
 *
 * <p>Twelve is the fewest rounds with which it passes the whole of BigCrush (ibid., table 2), and
 * its authors know of no flaw from there on; their library's default of twenty is a margin.
 */
public final class Threefry {

  static final int ROUNDS = 12;

  /** By how much the two words of each round are rotated, round after round (ibid., table 2). */
  static final int[] ROTATIONS = {10, 26, 11, 21, 13, 27, 23, 5, 6, 20, 17, 11, 25, 10, 18, 20};

  /** What the words of the key are combined with to give a fifth (ibid., as in Skein). */
  static final int PARITY = 0x1BD11BDA;

  private Threefry() {}

  /** The fifth word of a key. */
  static int fifth(int k0, int k1, int k2, int k3) {
    return PARITY ^ k0 ^ k1 ^ k2 ^ k3;
  }

  /**
   * Computes the block for one counter and key.
   *
   * @param counter four words
   * @param key four words
   * @param out receives four words
   */
  public static void block(int[] counter, int[] key, int[] out) {
    block(counter, key, ROUNDS, out);
  }

  /** The same with other numbers of rounds, for which there are published answers. */
  static void block(int[] counter, int[] key, int rounds, int[] out) {
    int[] k = {key[0], key[1], key[2], key[3], fifth(key[0], key[1], key[2], key[3])};
    int x0 = counter[0] + k[0];
    int x1 = counter[1] + k[1];
    int x2 = counter[2] + k[2];
    int x3 = counter[3] + k[3];
    for (int round = 0; round < rounds; round++) {
      int rotation = 2 * round % ROTATIONS.length;
      if (round % 2 == 0) {
        x0 += x1;
        x1 = Integer.rotateLeft(x1, ROTATIONS[rotation]) ^ x0;
        x2 += x3;
        x3 = Integer.rotateLeft(x3, ROTATIONS[rotation + 1]) ^ x2;
      } else {
        x0 += x3;
        x3 = Integer.rotateLeft(x3, ROTATIONS[rotation]) ^ x0;
        x2 += x1;
        x1 = Integer.rotateLeft(x1, ROTATIONS[rotation + 1]) ^ x2;
      }
      if (round % 4 == 3) {
        int time = round / 4 + 1;
        x0 += k[time % 5];
        x1 += k[(time + 1) % 5];
        x2 += k[(time + 2) % 5];
        x3 += k[(time + 3) % 5] + time;
      }
    }
    out[0] = x0;
    out[1] = x1;
    out[2] = x2;
    out[3] = x3;
  }
}
