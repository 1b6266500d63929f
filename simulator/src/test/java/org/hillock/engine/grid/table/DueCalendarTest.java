package org.hillock.engine.grid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueCalendarTest {

  private static final int SOURCES = 40;
  private static final int LONGEST = 9;

  /** Each source has a synapse of each delay; so a step gets a segment of each spike in order. */
  private static SegmentIndex index() {
    int[] start = new int[SOURCES + 1];
    char[] slots = new char[SOURCES * LONGEST];
    for (int source = 0; source < SOURCES; source++) {
      start[source + 1] = start[source] + LONGEST;
      for (int i = 0; i < LONGEST; i++) {
        slots[start[source] + i] = (char) (i + 1);
      }
    }
    return new SegmentIndex(0, start, slots);
  }

  @Test
  void shouldDeliverEachSegmentInItsStepAndInOrderHoweverManyThereAre() {
    DueCalendar calendar = new DueCalendar(index(), LONGEST, 1, true);
    Random random = new Random(3);
    List<List<Integer>> expected = new ArrayList<>();
    for (int step = 0; step < 400; step++) {
      expected.add(new ArrayList<>());
    }
    for (int step = 1; step < 380; step++) {
      // Now and then a volley of several blocks, otherwise little or nothing.
      int spikes = random.nextInt(20) == 0 ? 700 : random.nextInt(3);
      for (int spike = 0; spike < spikes; spike++) {
        int source = random.nextInt(SOURCES);
        calendar.add(step, source, spike);
        for (int delay = 1; delay <= LONGEST; delay++) {
          expected.get(step + delay).add(source * LONGEST + delay - 1);
        }
      }
      List<Integer> found = new ArrayList<>();
      DueSegments due = calendar.segments();
      for (int block = calendar.due(step); block != 0; block = calendar.following(block)) {
        for (int i = BlockChains.from(block); i < calendar.to(step, block); i++) {
          assertEquals(due.from(i) + 1, due.to(i));
          assertEquals(due.from(i) % LONGEST + 1, due.delay(i));
          found.add(due.from(i));
        }
      }
      assertEquals(expected.get(step), found, "step " + step);
      calendar.delivered(step);
      assertEquals(0, calendar.due(step));
    }
  }
}
