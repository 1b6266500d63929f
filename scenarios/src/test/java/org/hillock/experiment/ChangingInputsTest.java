package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs whose rate or current changes in time. */
class ChangingInputsTest {

  private static final int CELLS = 400;
  private static final double SECONDS = 5;

  private static Scenario load(Engine engine, int threads, String input) throws ScenarioException {
    return load(engine, threads, input, null);
  }

  private static Scenario load(Engine engine, int threads, String input, Path folder)
      throws ScenarioException {
    String text =
        "scenario: x\ntime: {step: 0.1 ms, duration: "
            + SECONDS
            + " s}\nneurons:\n  cell: {size: "
            + CELLS
            + ", model: parrot_neuron}\n  leaky: {size: 1, model: iaf_psc_delta, V_th: 1 V, E_L: 0"
            + " mV, V_m: 0 mV, V_reset: 0 mV, tau_m: 20 ms, C_m: 100 pF}\ninputs:\n  in: {"
            + input
            + "}\nrecord: {spikes: all, V_m: leaky, interval: 1 ms}\n";
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, folder),
        Map.of(),
        new Overrides(null, null, threads, engine));
  }

  private static RunResult run(Scenario scenario) throws Exception {
    return EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {});
  }

  private static RunResult run(Engine engine, String input) throws Exception {
    return run(load(engine, 2, input));
  }

  private static SpikeList spikes(RunResult result) {
    return result.spikes().get(0);
  }

  /**
   * Counts in bins against the integral of the rate, of which they are Poisson-distributed: five
   * standard errors, and the variance from neuron to neuron is the mean.
   *
   * @param rate [Hz] at a time [s]
   */
  private static void assertLaw(RunResult result, DoubleUnaryOperator rate) {
    SpikeList spikes = spikes(result);
    int bins = 200;
    double width = SECONDS / bins;
    double[] counts = new double[bins];
    double[] ofNeuron = new double[CELLS];
    for (int i = 0; i < spikes.size(); i++) {
      counts[(int) Math.min(bins - 1, (spikes.times()[i] - 0.05) / 1000 / width)]++;
      ofNeuron[spikes.neurons()[i]]++;
    }
    double all = 0;
    for (int bin = 0; bin < bins; bin++) {
      double expected = 0;
      for (int k = 0; k < 250; k++) { // steps of 0.1 ms
        expected += CELLS * width / 250 * rate.applyAsDouble((bin + (k + 0.5) / 250) * width);
      }
      assertEquals(expected, counts[bin], 5 * Math.sqrt(expected) + 1e-9, "bin " + bin);
      all += expected;
    }
    double mean = all / CELLS;
    double variance = 0;
    for (double count : ofNeuron) {
      variance += (count - mean) * (count - mean) / CELLS;
    }
    assertEquals(1, variance / mean, 5 * Math.sqrt(2.0 / CELLS));
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void firesAtTheRateOfAFormula(Engine engine) throws Exception {
    RunResult result =
        run(
            engine,
            "type: poisson, to: cell, weight: 1, interval: 0.1 ms, rate: 20 Hz + 15 Hz * sin(2 * pi"
                + " * 3 Hz * t)");
    assertLaw(result, t -> 20 + 15 * Math.sin(2 * Math.PI * 3 * t));
  }

  /** In continuous time more than four a window are drawn in another way. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void firesAtHighRatesAndNotAtAll(Engine engine) throws Exception {
    RunResult result =
        run(
            engine,
            "type: poisson, to: cell, weight: 1, delay: 0.5 s, interval: 1 ms, stop: 4 s, rate:"
                + " 'if(t < 1 s, 90 Hz * t / 1 s, max(0 Hz, 5 Hz - t * 2 Hz / 1 s))'");
    assertLaw(
        result,
        t -> {
          double then = Math.floor((t - 0.5) * 1000) / 1000 + 0.0005;
          return then < 0 || then > 4 ? 0 : then < 1 ? 90 * then : Math.max(0, 5 - 2 * then);
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void isTheSameInStepsInAFileAndOnAnyNumberOfThreads(Engine engine, @TempDir Path folder)
      throws Exception {
    Files.writeString(
        folder.resolve("rates.csv"), "time_ms,rate_Hz\n100,10\n1000,0\n2000,30\n2500,0\n");
    String common = "type: poisson, to: cell, weight: 1, ";
    String steps = common + "steps: [[100 ms, 10 Hz], [1 s, 0 Hz], [2 s, 30 Hz], [2500 ms, 0 Hz]]";
    String formula =
        common
            + "interval: 100 ms, rate: 'if(t < 100 ms, 0 Hz, if(t < 1 s, 10 Hz, if(t < 2 s, 0 Hz,"
            + " if(t < 2500 ms, 30 Hz, 0 Hz))))'";
    SpikeList wanted = spikes(run(load(engine, 1, steps)));
    assertTrue(wanted.size() > 1000);
    assertSame(wanted, spikes(run(load(engine, 2, formula))));
    assertSame(wanted, spikes(run(load(engine, 3, common + "steps: {file: rates.csv}", folder))));
    Scenario resolved =
        ScenarioLoader.load(
            new ScenarioSource("y.yaml", ResolvedYaml.of(load(engine, 2, formula)), null),
            Map.of(),
            new Overrides(null, null, 2, engine));
    assertSame(wanted, spikes(run(resolved)));
  }

  private static void assertSame(SpikeList one, SpikeList other) {
    assertArrayEquals(one.times(), other.times());
    assertArrayEquals(one.neurons(), other.neurons());
  }

  /** This guards against change: one rate in steps is the input of constant rate. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void isAsConstantOnesWhereItDoesNotChange(Engine engine) throws Exception {
    String common = "type: poisson, to: cell, weight: 1, ";
    assertSame(
        spikes(run(engine, common + "rate: 30 Hz, start: 50 ms, stop: 1 s")),
        spikes(run(engine, common + "steps: [[50 ms, 30 Hz], [1 s, 0 Hz]]")));
  }

  /** Of tau dV/dt = -V + R I(t), in closed form; R = 0.2 GOhm. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void drivesAMembraneByARampAndByASine(Engine engine) throws Exception {
    String common = "type: current, to: leaky, interval: 0.1 ms, ";
    double tau = 20;
    // A ramp of 1 pA/ms: V = R a (t - tau (1 - exp(-t/tau)))
    assertFollows(
        run(engine, common + "amplitude: 1 pA / 1 ms * t"),
        t -> 0.2 * (t - tau * (1 - Math.exp(-t / tau))),
        2e-4);
    double w = 2 * Math.PI * 0.01;
    // 100 pA sin(w t): V = R A / (1 + (w tau)^2) (sin - w tau cos + w tau exp(-t/tau))
    assertFollows(
        run(engine, common + "amplitude: 100 pA * sin(2 * pi * 10 Hz * t)"),
        t ->
            20
                / (1 + w * tau * w * tau)
                * (Math.sin(w * t) - w * tau * Math.cos(w * t) + w * tau * Math.exp(-t / tau)),
        2e-4);
  }

  private static void assertFollows(
      RunResult result, DoubleUnaryOperator wanted, double tolerance) {
    TraceTable table = result.traces().get(0);
    assertEquals(5000, table.times().length);
    for (int i = 0; i < table.times().length; i++) {
      assertEquals(
          wanted.applyAsDouble(table.times()[i]),
          table.values()[0][0][i],
          tolerance,
          "at " + table.times()[i]);
    }
  }

  private static String refused(Engine engine, String input) {
    return assertThrows(ScenarioException.class, () -> load(engine, 1, input)).getMessage();
  }

  @Test
  void saysWhatIsWrong() {
    String poisson = "type: poisson, to: cell, weight: 1, ";
    String below = refused(Engine.grid, poisson + "rate: 1 Hz - t * 1 Hz / 1 s");
    assertTrue(
        below.contains(
            "= -0.00005 Hz at t = 1000.05 ms; expected at least 0 Hz; max(0 Hz, ...) cuts it off"),
        below);
    String unit = refused(Engine.grid, poisson + "rate: t");
    assertTrue(unit.contains("found 't', a time at t = 0.05 ms; expected"), unit);
    String both = refused(Engine.grid, poisson + "rate: 1 Hz, steps: [[0 ms, 1 Hz]]");
    assertTrue(both.contains("found both rate and steps"), both);
    String none = refused(Engine.grid, poisson + "stop: 5 ms");
    assertTrue(none.contains("'rate' is missing"), none);
    String many = refused(Engine.grid, poisson + "rate: 1 Hz, interval: 5 ms");
    assertTrue(many.contains("found 'interval'; the rate does not change"), many);
    String negative = refused(Engine.grid, poisson + "steps: [[0 ms, 1 Hz], [5 ms, -1 Hz]]");
    assertTrue(negative.contains("found '-1 Hz'; expected at least 0 Hz"), negative);
    String order = refused(Engine.grid, poisson + "steps: [[5 ms, 1 Hz], [5 ms, 2 Hz]]");
    assertTrue(order.contains("found 5 ms after 5 ms; expected ascending times"), order);
    String start = refused(Engine.grid, poisson + "start: 3 ms, steps: [[5 ms, 1 Hz]]");
    assertTrue(start.contains("found 'start'; the steps say when"), start);
    String high = refused(Engine.grid, poisson + "rate: 1e9 Hz * t");
    assertTrue(high.contains("found '1e9 Hz * t', a plain number"), high);
    String tooHigh = refused(Engine.grid, poisson + "rate: 1e12 Hz * t / 1 s");
    assertTrue(tooHigh.contains("expected at most 10000000000 Hz"), tooHigh);
    String sine = refused(Engine.grid, poisson + "rate: sin(t)");
    assertTrue(sine.contains("sin of a time"), sine);
    String unknown = refused(Engine.grid, poisson + "rate: 5 Hz * t / T");
    assertTrue(unknown.contains("unknown parameter 'T'"), unknown);
  }
}
