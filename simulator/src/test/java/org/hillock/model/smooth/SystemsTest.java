package org.hillock.model.smooth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.hillock.vector.Exp;
import org.junit.jupiter.api.Test;

/**
 * Steps of a few neurons: by vectors and without, written out and by the method, they have the same
 * bits; and what decays by itself is where its closed form says.
 */
class SystemsTest {

  private static final int COUNT = 96;

  private static final SmoothDynamics MEMBRANE =
      SmoothDynamics.of(3)
          .numbers(0.01, 10, -70, 0, -80, 200)
          .decay(1, 3)
          .decay(2, 7)
          .jump(0, 1, 1)
          .build();

  private static Systems systems(SmoothEquations equations, SmoothDynamics shape, int capacity) {
    Smooth smooth = Smooth.fireAndReset(equations, set -> shape);
    Systems systems = new Systems(smooth, shape, capacity, smooth.tolerance());
    for (int d = 0; d < shape.decays.size(); d++) {
      Arrays.fill(systems.decays.rate[d], shape.decays.get(d).rate());
    }
    Arrays.fill(systems.h, 0.1);
    return systems;
  }

  /** Neurons of all kinds: a strong drive, one that is held, conductances of 0 and very large. */
  private static Systems neurons() {
    Systems systems = systems(new TwoConductances(), MEMBRANE, COUNT);
    Random random = new Random(5);
    for (int i = 0; i < COUNT; i++) {
      systems.y[0][i] = -80 + 30 * random.nextDouble();
      systems.y[1][i] = i % 5 == 0 ? 0 : StrictMath.exp(12 * random.nextDouble() - 4);
      systems.y[2][i] = i % 7 == 0 ? 0 : StrictMath.exp(12 * random.nextDouble() - 4);
      for (int j = 0; j < MEMBRANE.numbers.length; j++) {
        systems.p[j][i] = MEMBRANE.numbers[j] * (0.5 + random.nextDouble());
      }
      systems.current[0][i] = 1000 * random.nextGaussian();
      systems.free[i] = i % 11 == 0 ? 0 : 1;
    }
    systems.y[1][17] = Double.NaN;
    systems.y[0][18] = Double.POSITIVE_INFINITY;
    systems.y[2][19] = Double.MAX_VALUE;
    return systems;
  }

  @Test
  void givesTheSameBitsWrittenOut() {
    Systems whole = neurons();
    whole.settle();
    whole.step(COUNT);
    Systems byMoments = neurons();
    byMoments.settle();
    byMoments.stepByMoments(COUNT);
    for (int k = 0; k < 3; k++) {
      assertSame(byMoments.next[k], whole.next[k], "state " + k);
    }
    assertSame(byMoments.worst, whole.worst, "error");
  }

  @Test
  void givesANeuronTheBitsThatItHasAlone() {
    Systems many = neurons();
    many.step(COUNT);
    Systems one = systems(new TwoConductances(), MEMBRANE, 1);
    for (int i = 0; i < COUNT; i++) {
      one.take(0, neurons(), i);
      one.step(1);
      for (int k = 0; k < 3; k++) {
        assertEquals(
            Double.doubleToLongBits(one.next[k][0]),
            Double.doubleToLongBits(many.next[k][i]),
            "state " + k + " of neuron " + i);
      }
      assertEquals(one.worst[0], many.worst[i], 0, "error of neuron " + i);
    }
  }

  /** A state that decays within the step drives V by what the method cannot see, so it counts. */
  @Test
  void heedsWhatDecaysTooFastForTheStep() {
    double[] taus = {10, 1, 0.1, 0.01};
    double before = 0;
    for (double tau : taus) {
      SmoothDynamics shape = SmoothDynamics.of(2).decay(1, tau).build();
      Systems systems =
          systems((n, y, p, current, dy) -> System.arraycopy(y[1], 0, dy[0], 0, n), shape, 1);
      systems.y[1][0] = 1;
      systems.step(1);
      assertTrue(systems.worst[0] > before, "error of " + tau + " ms: " + systems.worst[0]);
      before = systems.worst[0];
    }
    assertTrue(before > 1, "the shortest is too fast");
  }

  private static void assertSame(double[] expected, double[] found, String what) {
    for (int i = 0; i < COUNT; i++) {
      assertEquals(
          Double.doubleToLongBits(expected[i]),
          Double.doubleToLongBits(found[i]),
          what + " of neuron " + i);
    }
  }

  /** Feeds and what they feed, with the same, nearly the same and very different time constants. */
  @Test
  void movesWhatDecaysExactly() {
    double[][] times = {{2, 2}, {2, 2 + 1e-9}, {2, 2.1}, {0.01, 100}, {100, 0.01}, {0.01, 0.005}};
    for (double[] tau : times) {
      SmoothDynamics shape = SmoothDynamics.of(3).decay(1, tau[0]).decay(2, tau[1], 1).build();
      Systems systems = systems((n, y, p, current, dy) -> dy[0][0] = y[2][0], shape, 1);
      systems.y[1][0] = 3;
      systems.y[2][0] = 0.5;
      systems.h[0] = 0.125;
      systems.step(1);
      double feed = 3 * Math.exp(-0.125 / tau[0]);
      double fed = 0.5 * Math.exp(-0.125 / tau[1]) + 3 * gain(tau[0], tau[1], 0.125);
      String of = Arrays.toString(tau);
      assertEquals(feed, systems.next[1][0], 1e-15 * feed, "feed of " + of);
      assertEquals(fed, systems.next[2][0], 1e-13 * fed, "fed of " + of);
    }
  }

  /** What is there of the feed after a time, by the integral of the product of both decays. */
  private static double gain(double tauFeed, double tauOf, double time) {
    double sum = 0;
    int parts = 1 << 13;
    // Simpson's rule.
    for (int i = 0; i <= parts; i++) {
      double s = time * i / parts;
      double weight = i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(-s / tauFeed - (time - s) / tauOf);
    }
    return sum * time / parts / 3;
  }

  @Test
  void integratesWhatDecaysDrive() {
    // V' = x, x' = -x/5 from 2: V = V0 + 10 (1 - e^(-t/5)).
    SmoothDynamics shape = SmoothDynamics.of(2).decay(1, 5).build();
    Systems systems =
        systems((n, y, p, current, dy) -> System.arraycopy(y[1], 0, dy[0], 0, n), shape, 8);
    for (int i = 0; i < 8; i++) {
      systems.y[0][i] = -70;
      systems.y[1][i] = 2;
      systems.free[i] = 1;
      systems.h[i] = 0.05 * (i + 1);
    }
    systems.step(8);
    for (int i = 0; i < 8; i++) {
      double expected = -70 + 10 * (1 - Exp.of(-systems.h[i] / 5));
      assertEquals(expected, systems.next[0][i], 1e-9, "after " + systems.h[i] + " ms");
    }
  }
}
