package org.hillock.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void shouldDrawWhatItIsCalled() {
    assertDrawnFrom(new NormalDistribution(3, 2), new Distribution.Normal(3, 2));
    assertDrawnFrom(new UniformRealDistribution(-1, 4), new Distribution.Uniform(-1, 4));
    assertDrawnFrom(
        new LogNormalDistribution(Math.log(5), 0.7), new Distribution.LogNormal(5, 0.7));
    assertDrawnFrom(new NormalDistribution(-6, 4), new Distribution.Normal(3, 2).scaled(-2));
  }

  @Test
  void shouldRedrawOrClipWhatLiesOutside() {
    double[] redrawn = sample(new Distribution.Normal(0, 1, 0.5, 1, Distribution.Outside.REDRAW));
    double[] clipped = sample(new Distribution.Normal(0, 1, 0.5, 1, Distribution.Outside.CLIP));
    for (int i = 0; i < redrawn.length; i++) {
      assertTrue(redrawn[i] >= 0.5 && redrawn[i] <= 1);
      assertTrue(clipped[i] >= 0.5 && clipped[i] <= 1);
    }
    assertTrue(IntStream.range(0, redrawn.length).noneMatch(i -> redrawn[i] == 0.5));
    long atLow = IntStream.range(0, clipped.length).filter(i -> clipped[i] == 0.5).count();
    double below = new NormalDistribution(0, 1).cumulativeProbability(0.5);
    assertEquals(below, (double) atLow / clipped.length, 0.02);
  }

  @Test
  void shouldKnowItsBounds() {
    assertTrue(Distribution.of(2).constant());
    assertTrue(new Distribution.Normal(2, 0).constant());
    assertEquals(2.5, new Distribution.Normal(2, 0, 2.5, 3, Distribution.Outside.CLIP).min());
    assertEquals(0, new Distribution.LogNormal(1, 1).min());
    assertEquals(0, new Distribution.LogNormal(-1, 1).max());
    assertEquals(-4, new Distribution.Uniform(1, 2).scaled(-2).min());
    assertEquals(3, new Distribution.Listed(new double[] {1, 3, 2}).max());
  }

  @Test
  void shouldRefuseWhatCannotBeDrawn() {
    assertEquals(
        "normal.sd: found -1.0; allowed: 0 or more",
        assertThrows(InvalidNetworkException.class, () -> new Distribution.Normal(0, -1))
            .getMessage());
    assertThrows(InvalidNetworkException.class, () -> new Distribution.Normal(0, Double.NaN));
    assertThrows(
        InvalidNetworkException.class,
        () -> new Distribution.Normal(0, 1, 5, 6, Distribution.Outside.REDRAW));
    assertThrows(InvalidNetworkException.class, () -> new Distribution.Uniform(2, 1));
    assertThrows(InvalidNetworkException.class, () -> new Distribution.Listed(new double[0]));
  }

  private static void assertDrawnFrom(RealDistribution oracle, Distribution distribution) {
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(oracle, sample(distribution));
    assertTrue(p > 1e-3, distribution + ": p = " + p);
    assertEquals(
        oracle.getNumericalMean(), distribution.mean(), 1e-9 * Math.abs(distribution.mean()));
  }

  private static double[] sample(Distribution distribution) {
    RandomStream stream = new RandomStream(11).at(Purpose.WEIGHT, 0, 0);
    return IntStream.range(0, 5000).mapToDouble(i -> distribution.draw(stream, i)).toArray();
  }

  @Test
  void shouldDrawTheSameValuesManyAtOnce() {
    for (Distribution distribution :
        new Distribution[] {
          Distribution.of(3),
          new Distribution.Uniform(-2, 5),
          new Distribution.Normal(1.5, 0.75),
          new Distribution.Normal(1.5, 0.75, 1, 2, Distribution.Outside.CLIP),
          new Distribution.Normal(
              1.5, 0.75, 0.05, Double.POSITIVE_INFINITY, Distribution.Outside.REDRAW),
          new Distribution.Normal(1.5, 0, 1.5, 1.5, Distribution.Outside.REDRAW),
          new Distribution.Normal(1.5, 0.75, 1.4, 1.6, Distribution.Outside.REDRAW),
          new Distribution.LogNormal(-2, 0.3)
        }) {
      RandomStream one = new RandomStream(5).at(Purpose.WEIGHT, 1, 2);
      RandomStream many = new RandomStream(5).at(Purpose.WEIGHT, 1, 2);
      double[] drawn = new double[1000];
      distribution.drawMany(many, drawn, drawn.length);
      for (int i = 0; i < drawn.length; i++) {
        assertEquals(distribution.draw(one, i), drawn[i], distribution.toString());
      }
    }
  }
}
