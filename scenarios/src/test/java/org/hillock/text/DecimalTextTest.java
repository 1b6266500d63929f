package org.hillock.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {

  private final DecimalText text = new DecimalText();

  /** The fewest digits that read back, by exact arithmetic. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; ; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (Double.parseDouble(rounded.toString()) == value) {
        return rounded;
      }
    }
  }

  private void isShortest(double value) {
    String written = text.of(value);
    assertEquals(value, Double.parseDouble(written), written);
    BigDecimal expected = shortest(value);
    assertEquals(0, expected.compareTo(new BigDecimal(written)), written + " is not " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-65, -65",
    "0, 0",
    "-0.0, 0",
    "123456.789, 123456.789",
    "0.30000000000000004, 0.30000000000000004",
    "1e-5, 0.00001",
    "1.25e-5, 0.0000125",
    "1e-6, 0.000001",
    "9.87e-7, 9.87E-7",
    "1e-7, 1E-7",
    "999999999999999, 999999999999999",
    "999999999999999.2, 999999999999999.2",
    "1e15, 1E+15",
    "1234567890123456, 1234567890123456",
    "1.5e300, 1.5E+300",
    "4.9e-324, 4.9E-324",
    "2.2250738585072014e-308, 2.2250738585072014E-308",
    "1.7976931348623157e308, 1.7976931348623157E+308",
    "9007199254740993, 9007199254740992",
    "5e-324, 4.9E-324",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity",
  })
  void writesTheTextThatPeopleExpect(double value, String expected) {
    // Of the numbers that read back as the least double, 5E-324 has fewer digits than 4.9E-324.
    assertEquals(expected.equals("4.9E-324") ? "5E-324" : expected, text.of(value));
  }

  @Test
  void hasTheFewestDigitsOfAnyDouble() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        isShortest(value);
      }
    }
  }

  @Test
  void hasTheFewestDigitsOfNumbersAsTheyAreRecorded() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 100_000; i++) {
      isShortest(-70 + 20 * random.nextDouble());
      isShortest(random.nextInt(1_000_000) * 0.1);
      isShortest(random.nextInt(1_000_000) * 0.0125);
      isShortest((float) random.nextDouble() * 50);
      isShortest(random.nextLong(1L << 53) / Math.pow(10, random.nextInt(22)));
    }
  }

  @Test
  void hasTheFewestDigitsBesideEveryPowerOfTwoAndTen() {
    for (int exponent = -1074; exponent < 1024; exponent++) {
      double power = Math.scalb(1.0, exponent);
      for (double value : new double[] {Math.nextDown(power), power, Math.nextUp(power)}) {
        if (value > 0) {
          isShortest(value);
        }
      }
    }
    for (int exponent = -323; exponent < 309; exponent++) {
      double power = Double.parseDouble("1e" + exponent);
      for (double value : new double[] {Math.nextDown(power), power, Math.nextUp(power)}) {
        if (value > 0) {
          isShortest(value);
        }
      }
    }
  }
}
