package org.hillock.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void multipliesAndClearsWhatWasAskedForAndNothingElse(boolean first) {
    Random random = new Random(4);
    for (int length = 0; length < 70; length++) {
      int from = random.nextInt(9);
      int[] row = random.ints(from + length + 5).toArray();
      int[] before = row.clone();
      double[] into = random.doubles(length).toArray();
      double[] old = into.clone();
      WholeNumbers.take(row, from, from + length, 0.1, into, first);
      for (int i = 0; i < row.length; i++) {
        boolean taken = i >= from && i < from + length;
        assertEquals(taken ? 0 : before[i], row[i]);
        if (taken) {
          double product = before[i] * 0.1;
          assertEquals(first ? product : old[i - from] + product, into[i - from]);
        }
      }
    }
  }
}
