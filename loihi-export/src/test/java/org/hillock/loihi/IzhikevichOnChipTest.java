package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.RunResult;
import org.hillock.loihi.AdaptingNets.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Izhikevich's neuron on an emulated Loihi 2 beside the same on the grid, at the same step. */
class IzhikevichOnChipTest {

  private static final double CURRENT = 10;

  private static TwoEngines one(Kind kind, boolean euler, double step) {
    return new TwoEngines(
        AdaptingNets.alone(
            AdaptingNets.izhikevich(
                "one", 1, kind, "I_e", CURRENT, "consistent_integration", euler ? 1 : 0)),
        step,
        1000);
  }

  /** As published, more than 0.1 ms let U depend on how far V overshoots, so that trains part. */
  static List<Arguments> settings() {
    List<Arguments> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (double step : new double[] {0.1, 0.5, 1}) {
        all.add(Arguments.of(kind, true, step));
      }
      all.add(Arguments.of(kind, false, 0.1));
    }
    return all;
  }

  @ParameterizedTest(name = "{0}, Euler: {1}, {2} ms")
  @MethodSource("settings")
  void firesAsOnTheGrid(Kind kind, boolean euler, double step) {
    TwoEngines engines = one(kind, euler, step);
    List<Integer> grid = engines.train(engines.grid(engines.recording("one")), "one", 0);
    List<Integer> chip = engines.train(engines.chip(engines.recording("one"), 1), "one", 0);
    assertTrue(grid.size() >= 20, grid.toString());
    assertEquals(grid.size(), chip.size(), 0.02 * grid.size());
    for (int i = 0; i < 8; i++) {
      assertEquals(grid.get(i), chip.get(i), 1, grid + " " + chip);
    }
  }

  @ParameterizedTest
  @EnumSource
  void beginsAsOnTheGridInCoarseStepsAsPublished(Kind kind) {
    for (double step : new double[] {0.5, 1}) {
      TwoEngines engines = one(kind, false, step);
      List<Integer> grid = engines.train(engines.grid(engines.recording("one")), "one", 0);
      List<Integer> chip = engines.train(engines.chip(engines.recording("one"), 1), "one", 0);
      assertEquals(grid.subList(0, 4), chip.subList(0, 4));
    }
  }

  private static double value(RunResult result, int variable, int sample) {
    return result.traces().get(0).values()[variable][0][sample];
  }

  private static QuadraticBound bound(Kind kind, boolean euler, double step, TwoEngines engines) {
    return new QuadraticBound(kind, euler, step, engines.mapping().reports().populations().get(0));
  }

  /** Errors grow, in each upstroke by much, so that after some spikes their bound says nothing. */
  @ParameterizedTest(name = "{0}, Euler: {1}, {2} ms")
  @MethodSource("settings")
  void staysAsNearToTheGridAsItsRegistersSay(Kind kind, boolean euler, double step) {
    TwoEngines engines = one(kind, euler, step);
    RunResult grid = engines.grid(engines.recording("one", "V_m", "U_m"));
    RunResult chip = engines.chip(engines.recording("one", "V_m", "U_m"), 1);
    List<Integer> train = engines.train(grid, "one", 0);
    QuadraticBound bound = bound(kind, euler, step, engines);
    bound.from(-65, -13);
    bound.errorV = bound.grain;
    bound.errorU = bound.grain;
    int spikes = 0;
    for (int k = 0; ; k++) {
      bound.step();
      if (!(bound.errorU < 1)) {
        break;
      }
      if (train.get(spikes) == k + 1) {
        bound.spike();
        spikes++;
      }
      assertEquals(value(grid, 0, k), value(chip, 0, k), bound.errorV + 1e-9, "V, step " + k);
      assertEquals(value(grid, 1, k), value(chip, 1, k), bound.errorU + 1e-9, "U, step " + k);
      bound.from(value(grid, 0, k), value(grid, 1, k));
    }
    assertTrue(spikes >= 3, spikes + " spikes");
    assertEquals(
        train.subList(0, spikes), engines.train(chip, "one", 0).subList(0, spikes), "the trains");
  }

  @ParameterizedTest(name = "{0}, Euler: {1}, {2} ms")
  @MethodSource("settings")
  void makesEachStepToARounding(Kind kind, boolean euler, double step) {
    TwoEngines engines = one(kind, euler, step);
    RunResult chip = engines.chip(engines.recording("one", "V_m", "U_m"), 1);
    List<Integer> train = engines.train(chip, "one", 0);
    QuadraticBound bound = bound(kind, euler, step, engines);
    int spikes = 0;
    for (int k = 1; k < chip.traces().get(0).times().length; k++) {
      bound.from(value(chip, 0, k - 1), value(chip, 1, k - 1));
      bound.errorV = 0;
      bound.errorU = 0;
      bound.step();
      boolean fires = spikes < train.size() && train.get(spikes) == k + 1;
      // The threshold of the chip is a multiple of 64 units, and just below.
      double threshold = 30 + bound.errorV;
      assertTrue(fires ? bound.v() >= 30 - bound.errorV - 0.03 : bound.v() < threshold);
      if (fires) {
        bound.spike();
        spikes++;
      }
      assertEquals(bound.v(), value(chip, 0, k), bound.errorV + 1e-9, "V, step " + k);
      assertEquals(bound.u(), value(chip, 1, k), bound.errorU + 1e-9, "U, step " + k);
    }
    assertEquals(train.size(), spikes);
  }
}
