package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.RunListener;
import org.hillock.scenario.Phase;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.claim.Expectation;
import org.hillock.scenario.claim.Findings;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Phases that say what is shown in them, and values for all phases of some trials. */
class LabelledPhasesTest {

  /**
   * The counts of a are 1, 2, 3, 4 in a tenth of a second, and in each of two trials; those of b 2,
   * 1, 4, 3; those of c are those of a backwards.
   */
  private static final String TEXT =
      """
      scenario: x
      time: {step: 0.5 ms}
      parameters: {I: 0 pA}
      neurons:
        in:
          model: spike_generator
          spike_times:
            - [10 ms, 110 ms, 120 ms, 210 ms, 310 ms, 320 ms, 330 ms, 340 ms]
            - [10 ms, 20 ms, 110 ms, 210 ms, 220 ms, 310 ms, 320 ms, 330 ms]
            - [10 ms, 20 ms, 30 ms, 110 ms, 120 ms, 130 ms, 140 ms, 210 ms, 220 ms, 230 ms, 310 ms, 320 ms]
            - [10 ms, 20 ms, 30 ms, 40 ms, 110 ms, 120 ms, 130 ms, 210 ms, 220 ms, 230 ms, 240 ms, 310 ms]
          size: 4
        cell: {size: 10, model: iaf_psc_exp, I_e: I}
      protocol:
        - trials:
            - {phase: first, label: a, duration: 100 ms}
            - {phase: first, label: b, duration: 100 ms, set: {I: 0 pA}}
          set: {I: 1 nA}
        - {phase: second, label: a, duration: 100 ms, set: {neurons.cell.lesion: ["cell[2:4]", 7]}}
        - {phase: second, label: c, duration: 100 ms, set: {neurons.cell.lesion: "cell[9]"}}
      expect:
        - "active(in, first) == 1"
        - "active(cell, first[0]) == 1"
        - "active(cell, first[1]) == 0"
        - "active(cell, first) == 0.5"
        - "active(in, 0 ms, 10 ms) == 1"
        - "active(in[0:2], 19 ms, 20 ms) == 0.5"
        - "pattern_correlation(in, a, b) within 1e-9 of 0.6"
        - "pattern_correlation(in, a, b, first) within 1e-9 of 0.6"
        - "pattern_correlation(in, a, 'c') within 1e-9 of -1"
        - "pattern_correlation(in, first[0], second[1]) within 1e-9 of -1"
        - "pattern_correlation(in, first[0], a) within 1e-9 of 1"
        - "pattern_correlation(in, first, b) between 0.6 and 1"
        - "decoding(in, second, second) == 1"
      """;

  private static Scenario load(Engine engine, String text) throws ScenarioException {
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, null), Map.of(), new Overrides(null, null, 2, engine));
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void areLotsOfWhatIsShown(Engine engine) throws Exception {
    Scenario scenario = load(engine, TEXT);
    Findings findings =
        Findings.of(EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {}));
    assertTrue(scenario.expectations().size() > 10);
    for (Expectation claim : scenario.expectations()) {
      Verdict verdict = claim.check(findings, scenario.network(), scenario.settings());
      assertTrue(verdict.passed(), verdict.text() + ": " + verdict.valueText());
    }
    assertEquals(
        List.of("first a", "first b", "second a", "second c"),
        scenario.presentations().stream().map(one -> one.name() + " " + one.label()).toList());
  }

  @Test
  void deadNeuronsMayBeRanges() throws Exception {
    List<Phase> phases = load(Engine.grid, TEXT).phases();
    assertArrayEquals(new int[] {2, 3, 7}, dead(phases.get(2)));
    assertArrayEquals(new int[] {9}, dead(phases.get(3)));
    String other = TEXT.replace("\"cell[9]\"", "\"in[0]\"");
    ScenarioException refused =
        assertThrows(ScenarioException.class, () -> load(Engine.grid, other));
    assertTrue(refused.getMessage().contains("unknown population 'in'"), refused.getMessage());
  }

  private static int[] dead(Phase phase) {
    return phase.network().population("cell").lesion().neurons();
  }

  /** What is resolved says the same, once. */
  @Test
  void areWrittenBack() throws Exception {
    Scenario scenario = load(Engine.grid, TEXT);
    String resolved = ResolvedYaml.of(scenario);
    Scenario again = load(Engine.grid, resolved);
    assertEquals(scenario.presentations(), again.presentations());
    assertEquals(
        scenario.phases().stream().map(Phase::label).toList(),
        again.phases().stream().map(Phase::label).toList());
    assertEquals(resolved, ResolvedYaml.of(again));
    assertEquals(2, resolved.split("spike_times").length, "populations that stay are not repeated");
    assertEquals(List.of(2, 3, 7), Arrays.stream(dead(again.phases().get(2))).boxed().toList());
  }
}
