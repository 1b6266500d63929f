package org.hillock.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldRecordTest {

  /**
   * Blocks begin with 128 spikes, so that the bound falls into the first or the last of several.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 129, 383, 384, 385, 999, 1000})
  void spikesThatAreNotSettledStayForTheNextTime(int settled) {
    SpikeBlocks blocks = new SpikeBlocks();
    for (int i = 0; i < 1000; i++) {
      blocks.add(i, i % 7);
    }
    SpikeList first = SpikeBlocks.merge("exc", List.of(blocks.take(settled)));
    assertEquals(settled, first.size());
    assertEquals((1000 - settled) * 12L, blocks.bytes());
    blocks.add(1000, 3);
    SpikeList second = SpikeBlocks.merge("exc", List.of(blocks.take(Double.POSITIVE_INFINITY)));
    assertEquals(1001 - settled, second.size());
    for (int i = 0; i < 1000; i++) {
      SpikeList own = i < settled ? first : second;
      int at = i < settled ? i : i - settled;
      assertEquals(i, own.times()[at]);
      assertEquals(i % 7, own.neurons()[at]);
    }
    assertEquals(0, blocks.bytes());
  }

  @Test
  void samplesThatAreNotCompleteStayForTheNextTime() {
    HeldSamples held = new HeldSamples(1, 5, 2);
    for (int sample = 0; sample < 20; sample++) {
      held.set(0, 0, sample, sample);
      held.set(0, 1, sample, -sample);
    }
    held.set(0, 1, 20, -20);
    assertEquals(21 * 2 * 8, held.bytes());
    assertArrayEquals(new double[] {0, -1, -2}, held.take(3)[0][1], 0);
    assertEquals(3, held.first());
    held.set(0, 0, 20, 20);
    double[][][] rest = held.take(21);
    assertEquals(18, rest[0][0].length);
    assertEquals(3, rest[0][0][0]);
    assertEquals(-20, rest[0][1][17]);
    assertEquals(0, held.bytes());
  }

  @Test
  void binsInWhichNothingHappensAreCountedAsWell() {
    HeldCounts counts = new HeldCounts();
    counts.add(2, 5);
    counts.add(200, 1);
    assertArrayEquals(new int[] {0, 0, 5, 0}, counts.take(4));
    counts.add(4, 7);
    assertArrayEquals(new int[] {7, 0}, counts.take(6));
    int[] rest = counts.take(1000);
    assertEquals(994, rest.length);
    assertEquals(1, rest[194]);
    counts.add(1000, 2);
    assertArrayEquals(new int[] {2}, counts.take(1001));
  }
}
