package org.hillock.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTextTest {

  private final NumberText number = new NumberText();

  @Test
  void shouldBePlainAndShort() {
    assertEquals("0.3", number.of(0.3));
    assertEquals("12", number.of(12));
    assertEquals("-65.25", number.of(-65.25));
    assertEquals("0.30000000000000004", number.of(0.1 + 0.2));
    assertEquals("0", number.of(0));
    assertEquals("NaN", number.of(Double.NaN));
    assertEquals("0.002", number.of(2e-3));
  }

  @Test
  void shouldReadBackToTheSameDouble() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertEquals(value, Double.parseDouble(number.of(value)));
      }
      double ordinary = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
      assertEquals(ordinary, Double.parseDouble(number.of(ordinary)));
    }
  }
}
