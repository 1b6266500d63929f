package org.hillock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTimeTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.01", "0.025", "0.3", "0.7", "1", "2.5", "0.001", "12"})
  void shouldBeTheDoubleNearestToTheDecimalTime(String step) {
    double h = Double.parseDouble(step);
    for (long index = 0; index < 100_000; index += index / 7 + 1) {
      double exact = new BigDecimal(step).multiply(BigDecimal.valueOf(index)).doubleValue();
      assertEquals(exact, GridTime.time(index, h));
      assertEquals(index, GridTime.index(exact, h));
    }
  }

  @Test
  void shouldBeTheProductForAStepWithoutDecimalForm() {
    double step = 1.0 / 3;
    assertEquals(7 * step, GridTime.time(7, step), 1e-15);
  }

  /** As decimal numbers they are halves, as doubles some lie a little below. */
  @ParameterizedTest
  @CsvSource({"0.15, 2", "0.25, 3", "1.15, 12", "5.05, 51", "9.05, 91", "100.15, 1002", "0.14, 1"})
  void halvesGoUp(double time, long index) {
    assertEquals(index, GridTime.index(time, 0.1));
  }

  @ParameterizedTest
  @CsvSource({"0.02, 1", "0.1, 1", "0.3, 3", "5.02, 51", "9.63, 97", "12.00000001, 120", "0, 0"})
  void aSpikeBelongsToTheStepThatContainsIt(double time, long step) {
    assertEquals(step, GridTime.stepOf(time, 0.1));
  }
}
