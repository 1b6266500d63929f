package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.hillock.network.Input;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.junit.jupiter.api.Test;

/** Inputs that are sums of sine waves. */
class SinesTest {

  private static final String WAVES =
      "start: 2 ms, stop: 12 ms, delay: 1 ms, waves: [[30 pA, 8 ms, 0.3], [10 pA, 2 ms]]";

  private static String text(String time, String keys) {
    return "scenario: x\ntime: {"
        + time
        + "}\nneurons:\n  cell: {size: 1, model: iaf_psc_exp}\ninputs:\n  wave: {type: sines, to:"
        + " cell, "
        + keys
        + "}\n";
  }

  private static Scenario load(String text) throws ScenarioException {
    return ScenarioLoader.load(new ScenarioSource("x.yaml", text, null), Map.of(), Overrides.NONE);
  }

  private static Input.Sines sines(String time, String keys) throws ScenarioException {
    return (Input.Sines) load(text(time, keys)).network().inputs().get(0);
  }

  @Test
  void areTheSumOfTheWavesFromTheirBeginningOn() throws ScenarioException {
    Input.Sines wave = sines("step: 0.5 ms, duration: 20 ms", WAVES);
    assertEquals(2, wave.start());
    assertEquals(12, wave.stop());
    assertEquals(1, wave.delay());
    assertEquals(0.5, wave.waves().interval());
    for (int k = 0; k < 20; k++) {
      double since = 0.5 * k;
      double expected =
          30 * Math.sin(2 * Math.PI * since / 8 + 0.3) + 10 * Math.sin(2 * Math.PI * since / 2);
      assertEquals(expected, wave.waves().at(since), 1e-12, "step " + k);
    }
  }

  @Test
  void repeatToTheLastBitAndTakeNoRoomForEachStep() throws ScenarioException {
    Input.Sines wave = sines("step: 1 ms, duration: 20 h", "waves: [[30 pA, 100 ms, 1]]");
    assertEquals(Double.POSITIVE_INFINITY, wave.stop());
    for (int k = 100; k < 3000; k++) {
      assertEquals(wave.waves().at(k - 100), wave.waves().at(k));
    }
  }

  @Test
  void areWrittenAsWavesAndReadBack() throws ScenarioException {
    Scenario scenario = load(text("step: 0.5 ms, duration: 20 ms", WAVES));
    String written = ResolvedYaml.of(scenario);
    assertTrue(written.contains("waves: [[30 pA, 8 ms, 0.3], [10 pA, 2 ms, 0]]"), written);
    assertEquals(scenario.network().inputs(), load(written).network().inputs());
  }

  @Test
  void areRefusedWithoutSteps() {
    ScenarioException refused =
        assertThrows(
            ScenarioException.class, () -> sines("duration: 20 ms", "waves: [[30 pA, 8 ms]]"));
    assertTrue(
        refused.getMessage().contains("found sines in continuous time; expected a grid: time.step"),
        refused.getMessage());
  }
}
