package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hillock.engine.run.RunResult;
import org.hillock.loihi.quantise.PopulationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mat2_psc_exp} on an emulated Loihi 2 beside the same on the grid, at the same step. */
class AdaptiveThresholdOnChipTest {

  private static final double STEP = 0.1;
  private static final double[] ALPHA = {37, 2};
  private static final double[] TAU = {10, 200};

  private static TwoEngines driven(double tauM, double current) {
    return new TwoEngines(
        AdaptingNets.alone(AdaptingNets.adapting("one", 1, "I_e", current, "tau_m", tauM)),
        STEP,
        1000);
  }

  @ParameterizedTest
  @CsvSource({"5, 450", "5, 600", "5, 1200", "10, 300", "10, 400", "20, 250"})
  void adaptsAsOnTheGrid(double tauM, double current) {
    TwoEngines engines = driven(tauM, current);
    List<Integer> grid = engines.train(engines.grid(engines.recording("one")), "one", 0);
    List<Integer> chip = engines.train(engines.chip(engines.recording("one"), 1), "one", 0);
    assertTrue(grid.size() >= 10, grid.toString());
    assertEquals(grid.size(), chip.size(), 0.02 * grid.size());
    assertEquals(grid.get(0), chip.get(0), 2);
    int last = grid.size() - 1;
    // It does adapt.
    assertTrue(grid.get(last) - grid.get(last - 1) > 1.2 * (grid.get(1) - grid.get(0)));
    for (int i = 1; i < Math.min(grid.size(), chip.size()); i++) {
      assertEquals(
          grid.get(i) - grid.get(i - 1), chip.get(i) - chip.get(i - 1), 2, grid + " " + chip);
    }
  }

  /** R I is a fifth above omega - E_L and more, over trains of five seconds. */
  @ParameterizedTest
  @ValueSource(doubles = {460, 480, 500, 540, 600, 700, 800, 1000})
  void keepsIntervalsToTwoStepsAboveRheobase(double current) {
    TwoEngines engines =
        new TwoEngines(
            AdaptingNets.alone(AdaptingNets.adapting("one", 1, "I_e", current)), STEP, 5000);
    List<Integer> grid = engines.train(engines.grid(engines.recording("one")), "one", 0);
    List<Integer> chip = engines.train(engines.chip(engines.recording("one"), 1), "one", 0);
    assertTrue(grid.size() > 60, grid.toString());
    assertEquals(grid.size(), chip.size(), 1);
    for (int i = 1; i < Math.min(grid.size(), chip.size()); i++) {
      assertEquals(
          grid.get(i) - grid.get(i - 1), chip.get(i) - chip.get(i - 1), 2, grid + " " + chip);
    }
  }

  /** Nothing resets V, so its course does not depend on spikes. */
  @Test
  void letsVGoOnAsItsRegistersSay() {
    TwoEngines engines = driven(10, 400);
    RunResult grid = engines.grid(engines.recording("one", "V_m"));
    RunResult chip = engines.chip(engines.recording("one", "V_m"), 1);
    PopulationReport report = engines.mapping().reports().populations().get(0);
    PopulationReport.Quantity tau = report.quantity("tau_m_ms");
    PopulationReport.Quantity goal = report.quantity("asymptote_mV");
    // |e^-t/a - e^-t/b| is at most |a - b| / (e min(a, b)); a step loses less than a unit.
    double slower = Math.abs(tau.exact() - tau.chip()) / Math.E / Math.min(tau.exact(), tau.chip());
    double truncated = tau.chip() / STEP / report.scale();
    double most = goal.exact() * slower + Math.abs(goal.exact() - goal.chip()) + 2 * truncated;
    assertTrue(most < 0.2, "a bound of " + most);
    double[] exact = grid.traces().get(0).values()[0][0];
    double[] found = chip.traces().get(0).values()[0][0];
    for (int k = 0; k < exact.length; k++) {
      assertEquals(exact[k], found[k], most, "step " + (k + 1));
    }
  }

  @Test
  void letsTheThresholdFollowItsOwnSpikesAsItsRegistersSay() {
    TwoEngines engines = driven(5, 600);
    RunResult chip =
        engines.chip(engines.recording("one", "V_th", "V_th_alpha_1", "V_th_alpha_2"), 1);
    double[][][] traces = chip.traces().get(0).values();
    List<Integer> train = engines.train(chip, "one", 0);
    PopulationReport report = engines.mapping().reports().populations().get(0);
    double unit = 1 / report.scale();
    for (int k = 0; k < traces[0][0].length; k++) {
      double all = -51;
      double bounds = 0;
      for (int part = 0; part < 2; part++) {
        double exact = 0;
        for (int spike : train) {
          exact += spike <= k + 1 ? ALPHA[part] * Math.exp(-(k + 1 - spike) * STEP / TAU[part]) : 0;
        }
        // Half a unit a step, of what is then forgotten as the rest is; and of 16 bits of decay.
        double bound = 0.5 * unit * (TAU[part] / STEP + 1 + train.size()) + 1e-4 * exact;
        assertEquals(exact, traces[1 + part][0][k], bound, "part " + part + ", step " + (k + 1));
        all += exact;
        bounds += bound;
      }
      assertEquals(all, traces[0][0][k], bounds, "step " + (k + 1));
    }
  }

  @Test
  void beginsWithTheThresholdThatItIsGiven() {
    TwoEngines engines =
        new TwoEngines(
            AdaptingNets.alone(
                AdaptingNets.adapting(
                    "one", 1, "V_m", -60, "V_th_alpha_1", 5, "V_th_alpha_2", -3, "I_e", 600)),
            STEP,
            100);
    RunResult grid = engines.grid(engines.recording("one", "V_m", "V_th"));
    RunResult chip = engines.chip(engines.recording("one", "V_m", "V_th"), 1);
    for (int variable = 0; variable < 2; variable++) {
      double exact = grid.traces().get(0).values()[variable][0][0];
      assertEquals(exact, chip.traces().get(0).values()[variable][0][0], 0.01);
    }
    List<Integer> train = engines.train(grid, "one", 0);
    assertEquals(train.get(0), engines.train(chip, "one", 0).get(0), 1);
  }
}
