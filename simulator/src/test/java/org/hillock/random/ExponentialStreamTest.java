package org.hillock.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exponential numbers: their distribution, and that a place in the sequence is enough to go on. */
class ExponentialStreamTest {

  private static final int MOST = ExponentialStream.MOST_AT_ONCE;
  private static final double TAIL = 7.69711747013104972;

  private static double[] draw(long seed, int count) {
    ExponentialStream stream = new ExponentialStream(seed, Purpose.NEURON, 1).at(2, 0, count);
    double[] numbers = new double[count];
    for (int from = 0; from < count; from += MOST) {
      int more = Math.min(MOST, count - from);
      System.arraycopy(stream.next(more), 0, numbers, from, more);
    }
    return numbers;
  }

  @Test
  void shouldHaveTheMomentsOfTheExponentialDistribution() {
    int count = 4_000_000;
    double[] numbers = draw(5, count);
    // E x^n = n!; the variance of x^n is (2n)! - n!².
    double[] moments = {1, 2, 6, 24};
    double[] variances = {1, 24 - 4, 720 - 36, 40320 - 576};
    for (int n = 1; n <= 4; n++) {
      double sum = 0;
      for (double number : numbers) {
        sum += Math.pow(number, n);
      }
      assertEquals(
          moments[n - 1], sum / count, 5 * Math.sqrt(variances[n - 1] / count), "moment " + n);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldPassTheTestOfKolmogorovAndSmirnov(long seed) {
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new ExponentialDistribution(null, 1), draw(seed, 10_000));
    assertTrue(p > 1e-4, "p = " + p);
  }

  /** Every layer has its own borders: equally likely bins, finer than the layers. */
  @Test
  void shouldFillBinsOfEqualProbabilityEqually() {
    int bins = 1000;
    int count = 4_000_000;
    long[] counts = new long[bins];
    for (double number : draw(11, count)) {
      counts[(int) Math.min(bins - 1, bins * -Math.expm1(-number))]++;
    }
    double expected = (double) count / bins;
    double chiSquare = 0;
    for (long each : counts) {
      chiSquare += (each - expected) * (each - expected) / expected;
    }
    assertEquals(bins - 1, chiSquare, 5 * Math.sqrt(2.0 * bins));
  }

  @Test
  void shouldGoOnBeyondTheLastLayerAsTheDistributionDoes() {
    int count = 8_000_000;
    double[] beyond = Arrays.stream(draw(23, count)).filter(x -> x > TAIL).toArray();
    double expected = count * Math.exp(-TAIL);
    assertEquals(expected, beyond.length, 5 * Math.sqrt(expected));
    double[] rest = Arrays.stream(beyond).map(x -> x - TAIL).toArray();
    assertEquals(1, Arrays.stream(rest).average().orElseThrow(), 5 / Math.sqrt(rest.length));
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new ExponentialDistribution(null, 1), rest);
    assertTrue(p > 1e-4, "p = " + p);
    // Just inside and just outside of the border.
    double around = Arrays.stream(draw(24, count)).filter(x -> Math.abs(x - TAIL) < 0.5).count();
    double probability = Math.exp(-TAIL + 0.5) - Math.exp(-TAIL - 0.5);
    assertEquals(count * probability, around, 5 * Math.sqrt(count * probability));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 31, 62, 63, 64})
  void shouldGoOnFromAnyPlaceWhateverIsExpected(int batch) {
    int count = 20_000;
    double[] whole = draw(7, count);
    double[] parts = new double[count];
    long place = 0;
    // One stream for two entities in turn, as the engine uses it.
    ExponentialStream stream = new ExponentialStream(7, Purpose.NEURON, 1);
    for (int from = 0; from < count; from += batch) {
      int more = Math.min(batch, count - from);
      stream.at(2, place, 1 + (from * 31) % 100);
      System.arraycopy(stream.next(more), 0, parts, from, more);
      place = stream.placeAfter(more);
      stream.at(3, 5, 3).next(2);
    }
    assertArrayEquals(whole, parts);
    assertTrue(place >= count && place < 1.05 * count, place + " words");
  }

  @Test
  void shouldDifferBetweenEntitiesPurposesAndSeeds() {
    double here = first(1, Purpose.NEURON, 0, 0);
    assertTrue(here != first(1, Purpose.NEURON, 0, 1));
    assertTrue(here != first(1, Purpose.NEURON, 1, 0));
    assertTrue(here != first(1, Purpose.POISSON_INPUT, 0, 0));
    assertTrue(here != first(2, Purpose.NEURON, 0, 0));
  }

  private static double first(long seed, Purpose purpose, int object, int entity) {
    return new ExponentialStream(seed, purpose, object).at(entity, 0, 1).next(1)[0];
  }
}
