package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.hillock.model.Models;
import org.hillock.model.ParameterSet;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Plasticity;
import org.hillock.record.WeightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decay of what one pair of spikes has written. */
class BennaFusiTest {

  private static final double TAU = 100;
  private static final double BEGIN = 50;
  private static final double MOST = 100;

  /** One pair 2 ms apart writes this at 12 ms; later presynaptic spikes only read. */
  private static final double WRITTEN = 0.1 * MOST * Math.exp(-3 / 20.0);

  private static double[] readings() {
    return IntStream.rangeClosed(0, 24).mapToDouble(i -> 4 * TAU * Math.pow(10, i / 8.0)).toArray();
  }

  /** The weight after each reading, less that at first; the postsynaptic spike counts at 13 ms. */
  private static double[] changes(int m, double n, double step) {
    double[] readings = readings();
    double[] pre =
        DoubleStream.concat(
                DoubleStream.of(10), DoubleStream.of(readings).map(t -> Math.rint(13 + t)))
            .toArray();
    double[] after = DoubleStream.of(pre).skip(1).map(t -> t + 2).toArray();
    WeightTable table =
        new PlasticRun(
                PlasticRun.trains("pre", List.of(pre)),
                PlasticRun.trains("post", List.of(new double[] {12})),
                new ConnectionRule.OneToOne(),
                Distribution.of(BEGIN),
                1,
                new Plasticity(
                    "benna_fusi",
                    Map.of("m", (double) m, "n", n, "tau", TAU, "lambda", 0.1, "alpha", 0.0)),
                step,
                after[after.length - 1] + 1)
            .weights(after);
    return IntStream.range(0, after.length)
        .mapToDouble(i -> table.weights()[i][0] - BEGIN)
        .toArray();
  }

  private static FirstOrderDifferentialEquations beakers(int m, double n) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return m;
      }

      @Override
      public void computeDerivatives(double t, double[] u, double[] slope) {
        for (int k = 0; k < m; k++) {
          double from = k == 0 ? 0 : (u[k - 1] - u[k]) / (TAU * Math.pow(n, k - 1));
          double to = ((k + 1 < m ? u[k + 1] : 0) - u[k]) / (TAU * Math.pow(n, k));
          slope[k] = (from + to) / Math.pow(n, k);
        }
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1",
    "2, 2, 0",
    "5, 3, 0",
    "10, 2, 1",
    "10, 2, 0",
    "20, 1.5, 0",
    "20, 10, 0",
    "4, 1, 0"
  })
  void decaysAsTheEquationsSay(int m, double n, double step) {
    double[] found = changes(m, n, step);
    double[] u = new double[m];
    u[0] = WRITTEN;
    double time = 0;
    double[] readings = readings();
    for (int i = 0; i < found.length; i++) {
      double until = Math.rint(13 + readings[i]) - 13;
      new DormandPrince853Integrator(1e-6, 1e9, 1e-13, 1e-11)
          .integrate(beakers(m, n), time, u, until, u);
      time = until;
      assertEquals(u[0], found[i], 1e-9 * (1 + u[0]), until + " ms");
    }
  }

  /** Three decades; a single variable would have lost e^-4000 of it. */
  @Test
  void decaysAsTheRootOfTime() {
    double[] found = changes(10, 2, 0);
    double[] readings = readings();
    assertEquals(1000, readings[24] / readings[0], 1e-9);
    for (int i = 0; i < found.length; i++) {
      double time = Math.rint(13 + readings[i]) - 13;
      double law = Math.sqrt(TAU / (Math.PI * Math.sqrt(2) * time));
      assertEquals(1, found[i] / (WRITTEN * law), 0.01, time + " ms");
    }
  }

  /** With one variable more than is needed for that time, the weight is the same. */
  @Test
  void forgetsAtLastWhenAllVariablesHave() {
    double[] few = changes(3, 2, 0);
    double[] many = changes(10, 2, 0);
    assertEquals(many[0], few[0], 0.01 * many[0]);
    assertTrue(few[24] < 1e-6 * many[24]);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "20, true", "2.5, false"})
  void keepsAStateForEachVariable(double m, boolean whole) {
    var model = Models.synapse("benna_fusi").orElseThrow();
    ParameterSet set = ParameterSet.of("here", model.parameters(), Map.of("m", m));
    assertEquals(whole, model.conflict(set).isEmpty());
    assertEquals((int) m, model.rule(set).states().size());
  }
}
