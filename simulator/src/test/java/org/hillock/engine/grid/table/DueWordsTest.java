package org.hillock.engine.grid.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueWordsTest {

  private static final int BINS = 7;

  private static List<Integer> all(DueWords due, int bin) {
    List<Integer> found = new ArrayList<>();
    BlockChains chains = due.chains();
    for (int block = chains.firstBlock(bin); block != 0; block = chains.following(block)) {
      for (int k = BlockChains.from(block); k < chains.to(bin, block); k++) {
        found.add(due.words()[k]);
      }
    }
    return found;
  }

  @Test
  void shouldGiveBackWhatEachBinWasToldHoweverOftenItIsEmptied() {
    DueWords due = new DueWords(BINS);
    Random random = new Random(2);
    List<List<Integer>> expected = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      expected.add(new ArrayList<>());
    }
    for (int round = 0; round < 300; round++) {
      int count = random.nextInt(4) * BlockChains.BLOCK / 2 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        int bin = random.nextInt(BINS);
        due.add(bin, 1000 * round + i);
        expected.get(bin).add(1000 * round + i);
      }
      int read = random.nextInt(BINS);
      assertEquals(expected.get(read), all(due, read));
      due.chains().clear(read);
      expected.get(read).clear();
      assertEquals(List.of(), all(due, read));
    }
  }

  @Test
  void shouldTakeNoMoreRoomThanWhatWaitsAtOnce() {
    DueWords due = new DueWords(BINS);
    for (int round = 0; round < 1000; round++) {
      for (int i = 0; i < 3 * BlockChains.BLOCK; i++) {
        due.add(round % BINS, i);
      }
      due.chains().clear(round % BINS);
    }
    assertTrue(due.words().length <= 8 * BlockChains.BLOCK);
  }
}
