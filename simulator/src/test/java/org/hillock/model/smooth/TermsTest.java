package org.hillock.model.smooth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Each term, by vectors, has the bits that a neuron alone has, for which no vector is filled; and
 * those of its formula.
 */
class TermsTest {

  private static final int COUNT = 45;

  private interface Term {
    void of(int count, double[][] in, double[] into);
  }

  private interface Formula {
    double of(double[] in);
  }

  private static void check(String name, int inputs, Term term, Formula formula) {
    Random random = new Random(inputs);
    double[][] in = new double[inputs][COUNT];
    for (double[] of : in) {
      for (int i = 0; i < COUNT; i++) {
        of[i] = 100 * random.nextGaussian();
      }
    }
    in[0][7] = Double.NaN;
    in[1][8] = Double.NEGATIVE_INFINITY;
    in[0][9] = -0.0;
    double[] into = in[0].clone();
    term.of(COUNT, in, into);
    for (int i = 0; i < COUNT; i++) {
      double[][] own = new double[inputs][1];
      double[] values = new double[inputs];
      for (int j = 0; j < inputs; j++) {
        own[j][0] = in[j][i];
        values[j] = in[j][i];
      }
      double[] alone = {in[0][i]};
      term.of(1, own, alone);
      assertSame(alone[0], into[i], name + " of neuron " + i + " beside others");
      assertSame(formula.of(values), into[i], name + " of neuron " + i);
    }
  }

  private static void assertSame(double expected, double found, String what) {
    assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(found), what);
  }

  @Test
  void multiplies() {
    check("product", 2, (n, x, into) -> Terms.product(n, x[0], x[1], into), x -> x[0] * x[1]);
    check(
        "products",
        4,
        (n, x, into) -> Terms.products(n, x[0], x[1], x[2], x[3], into),
        x -> x[0] * x[1] + x[2] * x[3]);
  }

  @Test
  void addsCurrents() {
    check("add", 2, (n, x, into) -> Terms.add(n, x[1], -1, into), x -> x[0] - x[1]);
    check(
        "open",
        4,
        (n, x, into) -> Terms.open(n, x[1], x[2], x[3], into),
        x -> x[0] + x[1] * (x[2] - x[3]));
    check(
        "couple",
        5,
        (n, x, into) -> Terms.couple(n, x[1], x[2], x[3], x[4], into),
        x -> x[0] + x[1] * (x[2] - x[3]) * x[4]);
  }

  @Test
  void movesAMembrane() {
    check(
        "membrane",
        10,
        (n, x, into) -> Terms.membrane(n, x[0], x[1], x[2], x, 3, x[9], into),
        x -> {
          double synaptic = x[1] * (x[6] - x[0]) + x[2] * (x[7] - x[0]);
          return (x[8] + x[9] + x[4] * (x[5] - x[0]) + synaptic) * x[3];
        });
  }

  @Test
  void movesAnUpstroke() {
    check(
        "bounded",
        4,
        (n, x, into) -> Terms.above(n, x[0], x[1], x[2], x[3], into, new double[n]),
        x -> Math.min(x[0], x[1]));
    check(
        "above",
        4,
        (n, x, into) -> Terms.above(n, x[0], x[1], x[2], x[3], new double[n], into),
        x -> (Math.min(x[0], x[1]) - x[2]) * x[3]);
    check(
        "upstroke",
        8,
        (n, x, into) -> Terms.upstroke(n, x[1], x[2], x[3], x[4], x[5], x[6], x[7], into),
        x -> x[5] * x[0] + x[3] * (x[4] - x[1]) + (x[6] + x[7] - x[2]));
    check(
        "adaptation",
        5,
        (n, x, into) -> Terms.adaptation(n, x[1], x[2], x[3], x[4], into),
        x -> (x[3] * (x[0] - x[2]) - x[1]) * x[4]);
  }

  /** At its peak tauOf dg = g, and g, from the start that is told, is 1; for all times. */
  @Test
  void opensAConductanceByOneAtItsPeak() {
    double[][] times = {{2, 2}, {2, 1}, {1, 2}, {2, 1e-3}, {3, 1e-30}, {1e-3, 5}};
    for (double[] of : times) {
      double start = Terms.toPeak(of[0], of[1]);
      double largest = 0;
      for (int i = 1; i <= 200_000; i++) {
        largest = Math.max(largest, start * fed(of[0], of[1], i * 1e-4));
      }
      assertEquals(1, largest, 2e-3, "peak of times " + of[0] + " and " + of[1]);
    }
  }

  /** g at a time, from dg = 1 and g = 0. */
  private static double fed(double tauFeed, double tauOf, double time) {
    return tauFeed == tauOf
        ? time * Math.exp(-time / tauOf)
        : (Math.exp(-time / tauFeed) - Math.exp(-time / tauOf)) / (1 / tauOf - 1 / tauFeed);
  }
}
