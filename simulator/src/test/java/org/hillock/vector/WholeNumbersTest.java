package org.hillock.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {

  @Test
  void addsTwoRowsUp() {
    Random random = new Random(5);
    for (int length = 0; length < 70; length++) {
      int[] one = random.ints(length + 3).toArray();
      int[] other = random.ints(length + 3).toArray();
      int[] oneBefore = one.clone();
      int[] otherBefore = other.clone();
      double[] into = new double[length];
      WholeNumbers.take(one, 0.1, other, -0.5, 2, 2 + length, into);
      for (int i = 0; i < length + 3; i++) {
        boolean taken = i >= 2 && i < 2 + length;
        assertEquals(taken ? 0 : oneBefore[i], one[i]);
        assertEquals(taken ? 0 : otherBefore[i], other[i]);
        if (taken) {
          assertEquals(oneBefore[i] * 0.1 + otherBefore[i] * -0.5, into[i - 2]);
        }
      }
    }
  }

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
