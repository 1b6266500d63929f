package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {

  @Test
  void theDistanceIsThatOfTheStepsByHand() {
    // Up to 3 the one has 3/4 of its values, the other 1/5.
    KolmogorovSmirnov test =
        KolmogorovSmirnov.of(new double[] {1, 2, 3, 6}, new double[] {2.5, 4, 5, 6, 7});
    assertEquals(0.75 - 0.2, test.distance(), 1e-15);
  }

  @Test
  void samplesThatDoNotOverlapHaveDistanceOneAndTheProbabilityOfThatOrder() {
    // Of the C(6, 3) = 20 orders of three and three values, two keep them apart.
    KolmogorovSmirnov test = KolmogorovSmirnov.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    assertEquals(1, test.distance(), 0);
    assertEquals(0.1, test.p(), 1e-12);
  }

  @Test
  void valuesThatAreEqualDoNotMakeADistance() {
    double[] rates = {5, 5, 5, 10, 10, 0, 0, 0, 0};
    assertEquals(new KolmogorovSmirnov(0, 1), KolmogorovSmirnov.of(rates, rates.clone()));
    double[] many = new double[500];
    Arrays.setAll(many, i -> i % 7);
    assertEquals(new KolmogorovSmirnov(0, 1), KolmogorovSmirnov.of(many, many.clone()));
  }

  @Test
  void manyValuesHaveTheLimitOfKolmogorov() {
    // p = 2 (exp(-2 x²) - exp(-8 x²) + …) with x = D sqrt(n m / (n + m)) = D sqrt(400)
    double[] a = new double[800];
    double[] b = new double[800];
    Arrays.setAll(a, i -> i);
    Arrays.setAll(b, i -> i + 80.5);
    KolmogorovSmirnov test = KolmogorovSmirnov.of(a, b);
    assertEquals(81 / 800.0, test.distance(), 1e-12);
    double argument = 81 / 800.0 * 20;
    assertEquals(2 * Math.exp(-2 * argument * argument), test.p(), 1e-9);
  }

  @Test
  void samplesOfOneDistributionAreSeldomToldApart() {
    SplittableRandom random = new SplittableRandom(8);
    int told = 0;
    for (int round = 0; round < 200; round++) {
      double[] a = random.doubles(150).toArray();
      double[] b = random.doubles(120).toArray();
      told += KolmogorovSmirnov.of(a, b).p() < 0.05 ? 1 : 0;
    }
    assertTrue(told <= 20, told + " of 200, expected about 10"); // 20 is 3 sigma above
  }

  @Test
  void pairsThatShareNeuronsDoNotMakeAResultSure() {
    // 190 pairs of 20 neurons are as good as 10: D = 1/2 is p = 0.168 of 10 and 10 (tables), not
    // 1e-21 as of 190 and 190.
    double[] a = new double[190];
    double[] b = new double[190];
    Arrays.setAll(a, i -> i);
    Arrays.setAll(b, i -> i + 94.5);
    NeuronDistributions one = new NeuronDistributions(a, a, a);
    assertEquals(10, one.disjointPairs());
    assertEquals(0.168, KolmogorovSmirnov.of(a, b, 10, 10).p(), 5e-4);
    assertTrue(KolmogorovSmirnov.of(a, b).p() < 1e-12);
  }

  @Test
  void fewerThanTwoValuesCannotBeTested() {
    assertTrue(Double.isNaN(KolmogorovSmirnov.of(new double[] {1}, new double[] {1, 2}).p()));
    assertTrue(Double.isNaN(KolmogorovSmirnov.of(new double[0], new double[0]).distance()));
  }
}
