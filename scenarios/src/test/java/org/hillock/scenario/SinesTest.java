package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.hillock.network.Input;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;

/** Inputs that are sums of sine waves. */
class SinesTest {

  private static Input.StepCurrent sines(String time, String keys) throws ScenarioException {
    String text =
        "scenario: x\ntime: {"
            + time
            + "}\nneurons:\n  cell: {size: 1, model: iaf_psc_exp}\ninputs:\n  wave: {type: sines, to:"
            + " cell, "
            + keys
            + "}\n";
    return (Input.StepCurrent)
        ScenarioLoader.load(new ScenarioSource("x.yaml", text, null), Map.of(), Overrides.NONE)
            .network()
            .inputs()
            .get(0);
  }

  @Test
  void haveInEachStepTheSumOfTheWavesAtItsBeginning() throws ScenarioException {
    Input.StepCurrent wave =
        sines(
            "step: 0.5 ms, duration: 20 ms",
            "start: 2 ms, stop: 12 ms, waves: [[30 pA, 8 ms, 0.3], [10 pA, 2 ms]]");
    assertEquals(21, wave.times().size());
    for (int k = 0; k < 20; k++) {
      double since = 0.5 * k;
      assertEquals(2 + since, wave.times().get(k));
      double expected =
          30 * Math.sin(2 * Math.PI * since / 8 + 0.3) + 10 * Math.sin(2 * Math.PI * since / 2);
      assertEquals(expected, wave.amplitudes().get(k), 1e-12, "step " + k);
    }
    assertEquals(12, wave.times().get(20));
    assertEquals(0, wave.amplitudes().get(20));
  }

  @Test
  void repeatToTheLastBitAndLastAsLongAsTheRun() throws ScenarioException {
    Input.StepCurrent wave = sines("step: 1 ms, duration: 3 s", "waves: [[30 pA, 100 ms, 1]]");
    assertEquals(3000, wave.times().size());
    for (int k = 100; k < 3000; k++) {
      assertEquals(wave.amplitudes().get(k - 100), wave.amplitudes().get(k));
    }
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
