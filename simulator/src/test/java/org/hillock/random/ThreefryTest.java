package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known answers are those of Random123 (Salmon et al. 2011) for threefry4x32 with 20 rounds. */
class ThreefryTest {

  private static int[] block(int[] counter, int[] key) {
    int[] out = new int[4];
    Threefry.block(counter, key, out);
    return out;
  }

  @Test
  void shouldGiveThePublishedAnswerForCounterAndKeyZero() {
    assertArrayEquals(
        new int[] {0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8}, block(new int[4], new int[4]));
  }

  @Test
  void shouldGiveThePublishedAnswerForAllBitsSet() {
    int[] ones = {-1, -1, -1, -1};
    assertArrayEquals(
        new int[] {0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732}, block(ones, ones));
  }

  @Test
  void shouldGiveThePublishedAnswerForTheDigitsOfPi() {
    assertArrayEquals(
        new int[] {0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84},
        block(
            new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
            new int[] {0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89}));
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
