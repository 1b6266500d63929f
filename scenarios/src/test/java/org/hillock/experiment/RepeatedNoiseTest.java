package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Noise that repeats itself, so that trials have the same. */
class RepeatedNoiseTest {

  private static final int NEURONS = 2000;

  private static Scenario load(Engine engine, int threads, String text) throws Exception {
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, null),
        Map.of(),
        new Overrides(null, null, threads, engine));
  }

  private static RunResult run(Engine engine, String text) throws Exception {
    return run(load(engine, 2, text));
  }

  private static RunResult run(Scenario scenario) throws Exception {
    return EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {});
  }

  /** The times of a neuron's spikes in each of some stretches, from the beginning of each [ms]. */
  private static List<double[]> parts(SpikeList all, int neuron, double begin, double length) {
    List<List<Double>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      double since = all.times()[i] - begin;
      if (all.neurons()[i] == neuron && since > 1e-9) {
        int part = (int) Math.ceil(since / length - 1e-9) - 1;
        while (parts.size() <= part) {
          parts.add(new ArrayList<>());
        }
        parts.get(part).add(since - part * length);
      }
    }
    return parts.stream().map(part -> part.stream().mapToDouble(time -> time).toArray()).toList();
  }

  /** Each period is the same, and in itself Poisson: mean and variance at five standard errors. */
  @ParameterizedTest
  @CsvSource({"grid, 40", "grid, 2000", "event, 40", "event, 2000", "event, 20000"})
  void spikesArePoissonAndThoseOfThePeriodBefore(Engine engine, double rate) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, duration: 155 ms}
        neurons:
          relay: {size: %d, model: parrot_neuron}
        inputs:
          drive: {type: poisson, to: relay, rate: %s Hz, weight: 1, delay: 1 ms, start: 4 ms, period: 50 ms}
        """
            .formatted(NEURONS, rate);
    SpikeList spikes = run(engine, text).spikes().get(0);
    double expected = rate * 50 / 1000;
    double sum = 0;
    double squares = 0;
    for (int neuron = 0; neuron < NEURONS; neuron++) {
      List<double[]> periods = parts(spikes, neuron, 5, 50);
      double[] once = periods.isEmpty() ? new double[0] : periods.get(0);
      if (once.length > 0) {
        assertEquals(3, periods.size());
        assertArrayEquals(once, periods.get(1), 1e-9);
        assertArrayEquals(once, periods.get(2), 1e-9);
      }
      sum += once.length;
      squares += (double) once.length * once.length;
    }
    double mean = sum / NEURONS;
    double variance = squares / NEURONS - mean * mean;
    assertEquals(expected, mean, 5 * Math.sqrt(expected / NEURONS));
    double error = Math.sqrt((expected + 2 * expected * expected) / NEURONS);
    if (engine == Engine.event || rate < 1000) { // else several of a step are one spike of a relay
      assertEquals(expected, variance, 5 * error);
    }
  }

  /** Where the rate changes for a phase, spikes go on as if it had not. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void aPhaseWithAnotherRateChangesNoneButItsOwnSpikes(Engine engine) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms}
        neurons:
          relay: {size: 100, model: parrot_neuron}
        inputs:
          drive: {type: poisson, to: relay, rate: 100 Hz, weight: 1, delay: 1 ms, start: 5 ms, period: 40 ms}
        protocol:
          - {phase: usual, duration: 86 ms}
          - {phase: other, duration: 80 ms, set: {inputs.drive.rate: 300 Hz}}
          - {phase: usual, duration: 120 ms}
        """;
    SpikeList spikes = run(engine, text).spikes().get(0);
    for (int neuron = 0; neuron < 100; neuron++) {
      List<double[]> periods = parts(spikes, neuron, 6, 40);
      if (!periods.isEmpty() && periods.get(0).length > 0) {
        assertEquals(7, periods.size());
        assertArrayEquals(periods.get(0), periods.get(1), 1e-9);
        assertArrayEquals(periods.get(2), periods.get(3), 1e-9);
        for (int later = 4; later < 7; later++) {
          assertArrayEquals(periods.get(0), periods.get(later), 1e-9);
        }
      }
    }
  }

  /** Trials begin with the same state and have the same noise: so they have the same potentials. */
  @ParameterizedTest
  @CsvSource({
    "grid, 8000, 100",
    "grid, 300, 100",
    "event, 8000, 100",
    "event, 300, 100",
    "event, 300, 20"
  })
  void trialsAreThoseBefore(Engine engine, double rate, double period) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, warmup: 50 ms}
        protocol:
          - trials:
            - {phase: one, duration: 40 ms, reset: all}
            - {phase: two, duration: 60 ms}
            repeat: 4
        neurons:
          cell: {size: 10, model: iaf_psc_exp, V_m: -65 mV, V_th: 1e6 mV}
        inputs:
          drive: {type: poisson, to: cell, rate: %s Hz, weight: 60 pA, period: %s ms}
          noise: {type: noise, to: cell, sd: 200 pA, interval: 1 ms, period: %s ms}
        record: {V_m: cell, interval: 1 ms}
        """
            .formatted(rate, period, period);
    Scenario scenario = load(engine, 2, text);
    TraceTable table = run(scenario).traces().get(0);
    for (double[] v : table.values()[0]) {
      double[] first = Arrays.copyOf(v, 100);
      DoubleSummaryStatistics moved = Arrays.stream(first).summaryStatistics();
      assertTrue(moved.getMax() - moved.getMin() > 2, "noise moves it");
      for (int trial = 1; trial < 4; trial++) {
        assertArrayEquals(first, Arrays.copyOfRange(v, 100 * trial, 100 * trial + 100), 1e-9);
      }
    }
    // The same from what is written, and on another number of threads.
    TraceTable again = run(load(engine, 3, ResolvedYaml.of(scenario))).traces().get(0);
    assertArrayEquals(table.values()[0], again.values()[0]);
  }

  /** From the warm-up on V = E_L + (V_0 - E_L) exp(-t / tau_m), with V_0 again at its end. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void theFirstPhaseResetsWhatTheWarmUpHasLeft(Engine engine) throws Exception {
    String text =
        """
        scenario: x
        time: {step: 0.1 ms, warmup: 30 ms}
        protocol: [{phase: one, duration: 20 ms, reset: cell}, {phase: two, duration: 10 ms}]
        neurons:
          cell: {size: 1, model: iaf_psc_exp, tau_m: 10 ms, E_L: -70 mV, V_m: -60 mV}
          other: {size: 1, like: cell}
        record: {V_m: [cell, other], interval: 1 ms}
        """;
    RunResult result = run(engine, text);
    for (int i = 0; i < 30; i++) {
      double time = i + 1;
      double anew = -70 + 10 * Math.exp(-time / 10);
      double on = -70 + 10 * Math.exp(-(30 + time) / 10);
      assertEquals(anew, result.traces().get(0).values()[0][0][i], 1e-9);
      assertEquals(on, result.traces().get(1).values()[0][0][i], 1e-9);
    }
  }
}
