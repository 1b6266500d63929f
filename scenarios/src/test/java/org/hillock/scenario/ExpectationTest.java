package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hillock.engine.run.PhaseTimes;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunStatistics;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims against results that are written down here, so that the right answer is known. */
class ExpectationTest {

  private static final String SCENARIO =
      """
      scenario: claims
      title: claims
      time: {warmup: 100 ms, duration: 1 s}
      parameters: {target: 3 Hz}
      neurons:
        exc: {size: 2, model: iaf_psc_exp}
        inh: {size: 4, model: iaf_psc_exp}
      synapses:
        - {name: plastic, from: exc, to: exc, rule: all_to_all, weight: 1 pA, delay: 1 ms, plasticity: {rule: stdp, W_max: 9 pA}}
      record: {spikes: exc, V_m: "exc[1]", interval: 100 ms, weights: {of: plastic}}
      expect:
        - "%s"
      """;

  private static final RunResult RESULT =
      new RunResult(
          List.of(
              new SpikeList(
                  "exc", new double[] {110, 120, 200, 400, 700}, new int[] {0, 1, 0, 0, 0})),
          List.of(
              new TraceTable(
                  "exc",
                  1,
                  List.of("V_m"),
                  new double[] {200, 300, 400},
                  new double[][][] {{{-70, -60, -65}}})),
          List.of(
              new WeightTable(
                  "plastic",
                  "exc",
                  "exc",
                  new int[] {1, 0, 1, 0},
                  new int[] {0, 1, 1, 0},
                  new double[] {100, 1100},
                  new double[][] {{1, 1, 1, 1}, {3, 2, 4, 1}})),
          List.of(),
          new long[] {5, 40},
          1100,
          false,
          new RunStatistics(6, 4, 0, 0, 0, 0, 1000, PhaseTimes.NONE));

  private static Verdict check(String claim) throws ScenarioException {
    Scenario scenario =
        ScenarioLoader.load(
            new ScenarioSource("claims.yaml", SCENARIO.formatted(claim), null),
            Map.of(),
            Overrides.NONE);
    return scenario.expectations().get(0).check(RESULT, scenario.network(), scenario.settings());
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "rate(exc) within 20% of target; 2.5 Hz; true",
        "rate(exc) within 10% of target; 2.5 Hz; false",
        "rate(exc) within 0.5 Hz of target; 2.5 Hz; true",
        "rate(inh) == 10 Hz; 10 Hz; true",
        "rate(exc[0]) between 4 Hz and 4.5 Hz; 4 Hz; true",
        "spikes(exc[1]) == 1; 1; true",
        "isi(exc[0]) < 200 ms; 196.667 ms; true",
        "isi(exc[1]) < 200 ms; no value; false",
        "first_spike(exc) >= 110 ms; 110 ms; true",
        "spike_time(exc[0], 2) == 0.4 s; 400 ms; true",
        "spike_time(exc[1], 7) > 0 ms; no value; false",
        "V_m(exc[1], 300 ms) > -61 mV; -60 mV; true",
        "maximum(V_m, exc[1], 0.3 s, 0.4 s) within 1 mV of -60 mV; -60 mV; true",
        "minimum(V_m, exc[1], 0.3 s, 0.4 s) within 1% of -65 mV; -65 mV; true",
        "mean(V_m, exc[1], 0.2 s, 0.4 s) <= -65 mV; -65 mV; true",
        "weight(plastic[0]) == 1 pA; 1 pA; true",
        "weight(plastic[1]) == 2 pA; 2 pA; true",
        "weight(plastic[2]) == 3 pA; 3 pA; true",
        "mean_weight(plastic) == 2.5 pA; 2.5 pA; true",
        "sd_weight(plastic) / mean_weight(plastic) < 0.5; 0.447214; true",
        "mean_weight(plastic[1:3]) == 2.5 pA; 2.5 pA; true",
        "mean_weight(plastic[3:]) == 4 pA; 4 pA; true",
        "mean_weight(plastic[:2]) == 1.5 pA; 1.5 pA; true",
        "mean_weight(plastic[2]) == 3 pA; 3 pA; true",
        "sd_weight(plastic[0:2]) == 0.5 pA; 0.5 pA; true",
        "mean_weight(plastic[3:5]) > 0 pA; no value; false",
        "weight(plastic[9]) > 0 pA; no value; false",
        "rate(exc, 100 ms, 200 ms) == 15 Hz; 15 Hz; true",
        "rate(exc[0], 110 ms, 0.4 s) within 1e-9% of 2 / 0.29 s; 6.89655 Hz; true",
        "spikes(exc, 120 ms, 700 ms) == 3; 3; true",
        "spikes(exc[1], 120 ms, 700 ms) == 0; 0; true",
        "rate(exc) / 0 > 3 Hz; Infinity Hz; false",
        "1 Hz < rate(exc); 1 Hz; true",
      })
  void aClaimIsChecked(String claim, String value, boolean passed) throws ScenarioException {
    Verdict verdict = check(claim);
    assertEquals(claim, verdict.text());
    assertEquals(value, verdict.valueText());
    assertEquals(passed, verdict.passed());
  }

  @ParameterizedTest
  @CsvSource({"cv(exc[0])", "synchrony(exc)", "correlation(exc)"})
  void statisticsComeFromTheAnalysisPackage(String measure) throws ScenarioException {
    Verdict verdict = check(measure + " between -1 and 1000");
    assertEquals(!Double.isNaN(verdict.value()), verdict.passed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"within 10% of 1 ms", "> 0 ms", "<= 1 h", "between 0 ms and 1 h", "== 1 ms"})
  void whatCannotBeMeasuredNeverPasses(String rest) throws ScenarioException {
    assertFalse(check("isi(exc[1]) " + rest).passed());
    assertTrue(Double.isNaN(check("isi(exc[1]) " + rest).value()));
  }
}
