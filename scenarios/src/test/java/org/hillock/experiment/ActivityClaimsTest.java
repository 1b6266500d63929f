package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.hillock.engine.run.RunListener;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.Findings;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims on activity, of a network of which the answers are known. */
class ActivityClaimsTest {

  /**
   * The line of the spectrum is 1 + r T m^2 / 6 = 43, less what bins of 1 ms leave out; answers to
   * one of three angles have selectivity 1; equal ones to 0, 60 and 120 degrees point to 60, with
   * 2/3 as directions.
   */
  private static final String TEXT =
      """
      scenario: x
      time: {step: 0.5 ms}
      parameters: {tuned: 10 Hz, flat: 30 Hz, I: 0 pA}
      neurons:
        wave: {size: 50, model: sinusoidal_poisson_generator, rate: 20 Hz, amplitude: 10 Hz, frequency: 40 Hz}
        relay: {size: 50, model: parrot_neuron}
        cells: {size: 4, model: poisson_generator, rate: tuned}
        still: {size: 4, model: poisson_generator, rate: flat}
        row: {size: 5, model: spike_generator, spike_times: {start: 1 ms, stagger: 2 ms, interval: 1 s, count: 2}}
        leak: {size: 1, model: iaf_psc_exp, tau_m: 20 ms, I_e: I}
      synapses:
        - {from: wave, to: relay, rule: one_to_one, weight: 1, delay: 7 ms}
        - {name: s, from: still, to: leak, rule: all_to_all, weight: 0 pA, delay: 1 ms, plasticity: {rule: stdp, W_max: 1 pA}}
      protocol:
        - trials:
            - {phase: bar_0, duration: 2 s, set: {tuned: 40 Hz, I: 100 pA}}
            - {phase: bar_60, duration: 1 s, set: {tuned: 0 Hz}}
            - {phase: bar_120, duration: 1 s, set: {tuned: 0 Hz}}
          repeat: 2
      record: {spikes: all, V_m: leak, weights: {of: s}}
      expect:
        - "spectrum(wave, 40 Hz) > 20"
        - "spectrum(still, 40 Hz) between 0 and 2.5"
        - "peak_frequency(wave) within 0.3 Hz of 40 Hz"
        - "peak_frequency(wave, 20 Hz, 60 Hz, bar_0) within 0.5 Hz of 40 Hz"
        - "spectrum(wave, peak_frequency(wave)) >= spectrum(wave, 40 Hz)"
        - "lag(wave, relay) within 0.1 ms of 7 ms"
        - "lag(relay, wave, 20 ms, 0.5 ms, bar_0) within 0.1 ms of -7 ms"
        - "cross_correlation(wave, relay, 7 ms) within 0.01 of 1"
        - "cross_correlation(wave, still, 0 ms) within 0.1 of 0"
        - "psth(cells, 0 ms, 500 ms, bar_0) within 10 Hz of 40 Hz"
        - "psth(cells, 2 s, 3 s, bar_0[1]) == 0 Hz"
        - "selectivity(cells) within 1e-9 of 1"
        - "selectivity(still) < 0.05"
        - "orientation_selectivity(cells) within 1e-9 of 1"
        - "direction_selectivity(still) within 0.1 of 2/3"
        - "order_correlation(row) within 1e-9 of 1"
        - "order_correlation(row, 0 ms, 6 ms) within 1e-9 of 1"
        - "fit_tau(V_m, leak[0], 10 ms, 60 ms) within 1e-6 ms of 20 ms"
        - "fraction_weights(s, 0, 0.5 pA) == 1"
        - "fraction_weights(s[0:2], 0.5 pA, 1 pA) == 0"
      """;

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void holdWhereTheAnswersAreKnown(Engine engine) throws Exception {
    Scenario scenario =
        ScenarioLoader.load(
            new ScenarioSource("x.yaml", TEXT, null),
            Map.of(),
            new Overrides(null, null, 2, engine));
    Findings findings =
        Findings.of(EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {}));
    assertTrue(scenario.expectations().size() > 15);
    for (Expectation claim : scenario.expectations()) {
      Verdict verdict = claim.check(findings, scenario.network(), scenario.settings());
      assertTrue(verdict.passed(), verdict.text() + ": " + verdict.valueText());
    }
  }
}
