package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hillock.vector.Logarithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers drawn many at once are those that are drawn one by one. */
class BulkDrawsTest {

  private static final long SEED = 0x123456789ABCDEFL;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 31, 32, 33, 127, 128, 512, 513, 2000})
  void shouldDrawTheSameWordsManyAtOnce(int count) {
    for (long before : new long[] {0, 1, 2, 3, 0x3_FFFF_FFF8L}) {
      RandomStream one = new RandomStream(SEED).at(Purpose.WEIGHT, 7, 9).skipTo(before);
      RandomStream many = new RandomStream(SEED).at(Purpose.WEIGHT, 7, 9).skipTo(before);
      int[] words = new int[count + 2];
      many.nextInts(words, 1, count);
      for (int i = 0; i < count; i++) {
        assertEquals(one.nextInt(), words[i + 1]);
      }
      assertEquals(0, words[0]);
      assertEquals(0, words[count + 1]);
      assertEquals(one.nextInt(), many.nextInt(), "where the stream goes on");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000, 77_169, 3 << 29, Integer.MAX_VALUE})
  void shouldDrawTheSameBoundedIntegersManyAtOnce(int bound) {
    RandomStream one = new RandomStream(SEED).at(Purpose.CONNECTION, 0, -1);
    RandomStream many = new RandomStream(SEED).at(Purpose.CONNECTION, 0, -1);
    int[] drawn = new int[3000];
    many.nextInts(bound, drawn, 0, drawn.length);
    assertArrayEquals(IntStream.range(0, 3000).map(i -> one.nextInt(bound)).toArray(), drawn);
    assertEquals(one.nextInt(), many.nextInt(), "where the stream goes on");
  }

  @Test
  void shouldDrawTheSameDoublesManyAtOnce() {
    RandomStream one = new RandomStream(SEED).at(Purpose.DELAY, 0, 5).skipTo(1);
    RandomStream many = new RandomStream(SEED).at(Purpose.DELAY, 0, 5).skipTo(1);
    double[] drawn = new double[3 * 1000];
    many.nextDoubles(drawn, 0, 1000);
    many.nextOpenDoubles(drawn, 1000, 1000);
    many.nextNormals(drawn, 2000, 1000);
    for (int i = 0; i < 1000; i++) {
      assertEquals(one.nextDouble(), drawn[i]);
    }
    for (int i = 1000; i < 2000; i++) {
      assertEquals(one.nextOpenDouble(), drawn[i]);
    }
    for (int i = 2000; i < 3000; i++) {
      assertEquals(NormalQuantile.of(one.nextOpenDouble()), drawn[i]);
    }
  }

  @Test
  void shouldTakeLogarithmsToTheBitsOfTheLibrary() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2_000_000; i++) {
      double x =
          Double.longBitsToDouble(
              random.nextLong(
                  Double.doubleToRawLongBits(Double.MIN_NORMAL),
                  Double.doubleToRawLongBits(Double.POSITIVE_INFINITY)));
      assertEquals(StrictMath.log(x), Logarithm.of(x));
      double p = random.nextDouble(0x1p-53, 1.01);
      assertEquals(StrictMath.log(p), Logarithm.of(p));
    }
    for (int exponent = -1022; exponent < 1024; exponent++) {
      double power = Math.scalb(1.0, exponent);
      for (double x : new double[] {power, Math.nextUp(power), power * (1 + 0x1p-21)}) {
        assertEquals(StrictMath.log(x), Logarithm.of(x));
      }
      if (exponent > -1022) {
        assertEquals(StrictMath.log(Math.nextDown(power)), Logarithm.of(Math.nextDown(power)));
      }
    }
  }
}
