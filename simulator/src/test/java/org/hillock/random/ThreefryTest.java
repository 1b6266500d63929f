package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Known answers are those of Random123 (Salmon et al. 2011) for threefry4x32 with 13 and with 20
 * rounds: it publishes none for 12.
 */
class ThreefryTest {

  private static final int[] ZEROS = new int[4];
  private static final int[] ONES = {-1, -1, -1, -1};
  private static final int[] PI_COUNTER = {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344};
  private static final int[] PI_KEY = {0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89};

  private static int[] block(int[] counter, int[] key) {
    int[] out = new int[4];
    Threefry.block(counter, key, out);
    return out;
  }

  private static int[] block(int[] counter, int[] key, int rounds) {
    int[] out = new int[4];
    Threefry.block(counter, key, rounds, out);
    return out;
  }

  @Test
  void givesThePublishedAnswersForThirteenRounds() {
    assertArrayEquals(
        new int[] {0x531c7e4f, 0x39491ee5, 0x2c855a92, 0x3d6abf9a}, block(ZEROS, ZEROS, 13));
    assertArrayEquals(
        new int[] {0xc4189358, 0x1c9cc83a, 0xd5881c67, 0x6a0a89e0}, block(ONES, ONES, 13));
    assertArrayEquals(
        new int[] {0x4aa71d8f, 0x734738c2, 0x431fc6a8, 0xae6debf1}, block(PI_COUNTER, PI_KEY, 13));
  }

  @Test
  void givesThePublishedAnswersForTwentyRounds() {
    assertArrayEquals(
        new int[] {0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8}, block(ZEROS, ZEROS, 20));
    assertArrayEquals(
        new int[] {0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732}, block(ONES, ONES, 20));
    assertArrayEquals(
        new int[] {0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84}, block(PI_COUNTER, PI_KEY, 20));
  }

  /** The thirteenth round undone, which leaves what twelve give. */
  @Test
  void isOneRoundShortOfThePublishedThirteen() {
    int[] x = {0x4aa71d8f, 0x734738c2, 0x431fc6a8, 0xae6debf1};
    x[1] = Integer.rotateRight(x[1] ^ x[0], Threefry.ROTATIONS[8]);
    x[0] -= x[1];
    x[3] = Integer.rotateRight(x[3] ^ x[2], Threefry.ROTATIONS[9]);
    x[2] -= x[3];
    assertArrayEquals(x, block(PI_COUNTER, PI_KEY));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 15, 16, 17, 100})
  void shouldGiveTheSameWordsInBatchesAsInBlocks(int batches) {
    long seed = 0x1234_5678_9ABC_DEF0L;
    long step = 0x1_0000_0003L;
    int[] words = new int[batches * ThreefryBatch.WORDS];
    new ThreefryBatch(seed, Purpose.POISSON_INPUT, 12).fill(100, batches, step, words);
    int[] key = {(int) seed, (int) (seed >>> 32), Purpose.POISSON_INPUT.ordinal(), 12};
    for (int i = 0; i < words.length; i++) {
      int number = (100 + i / ThreefryBatch.WORDS) * ThreefryBatch.STREAMS;
      int[] counter = {(int) step, (int) (step >>> 32), number + i % ThreefryBatch.STREAMS, 0};
      int word = i % ThreefryBatch.WORDS / ThreefryBatch.STREAMS;
      assertEquals(block(counter, key)[word], words[i]);
    }
  }
}
