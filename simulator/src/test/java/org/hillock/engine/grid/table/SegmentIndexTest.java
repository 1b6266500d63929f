package org.hillock.engine.grid.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentIndexTest {

  private static final int SOURCES = 50;

  @ParameterizedTest
  @CsvSource({"0, 9", "3, 90", "5, 250", "5, 256", "5, 60000", "700, 3", "900, 1", "40, 2000"})
  void shouldGiveBackEverySlotHoweverSegmentsAreKept(int mostSynapses, int mostSlot) {
    SplittableRandom random = new SplittableRandom(mostSynapses);
    int[] start = new int[SOURCES + 1];
    for (int i = 0; i < SOURCES; i++) {
      start[i + 1] = start[i] + random.nextInt(mostSynapses + 1);
    }
    char[] slots = new char[start[SOURCES]];
    for (int i = 0; i < SOURCES; i++) {
      for (int k = start[i]; k < start[i + 1]; k++) {
        slots[k] = (char) random.nextInt(1, mostSlot + 1);
      }
      Arrays.sort(slots, start[i], start[i + 1]);
    }
    SegmentIndex index = new SegmentIndex(1, start, slots);
    char[] found = new char[slots.length];
    for (int source = 0; source < SOURCES; source++) {
      int at = index.synapseStart(source);
      int slot = 0;
      for (int g = index.segmentStart(source); g < index.segmentStart(source + 1); g++) {
        slot += index.slotStep(g);
        Arrays.fill(found, at, at + index.length(g), (char) slot);
        at += index.length(g);
      }
      assertEquals(index.synapseStart(source + 1), at);
    }
    assertArrayEquals(slots, found);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "200, false"})
  void shouldKeepOneNumberASourceWhereRowsAreShort(int synapses, boolean one) {
    int[] start = new int[SOURCES + 1];
    Arrays.setAll(start, i -> i * synapses);
    char[] slots = new char[start[SOURCES]];
    Arrays.fill(slots, (char) 3);
    SegmentIndex index = new SegmentIndex(0, start, slots);
    assertEquals(one, index.singly());
  }
}
