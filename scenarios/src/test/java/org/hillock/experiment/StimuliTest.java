package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenarios that show something to their neurons. */
class StimuliTest {

  private static final String SHOWN =
      "show: 150 ms, rest: 50 ms, highest: 64 Hz, parts: [{name: train, count: 100, order:"
          + " shuffled}, {name: test, first: 100, count: 50}]";

  @TempDir Path folder;

  private Scenario load(Engine engine, String times, String rest) throws ScenarioException {
    String text =
        "scenario: x\ntime: {step: 0.5 ms, warmup: 100 ms"
            + (rest.startsWith("protocol") ? "" : ", duration: 30 s")
            + "}\nneurons:\n  retina:"
            + " {model: spike_generator, spike_times: {"
            + times
            + "}}\n"
            + rest;
    return ScenarioLoader.load(
        new ScenarioSource("x.yaml", text, folder), Map.of(), new Overrides(null, null, 2, engine));
  }

  private static RunResult run(Scenario scenario) throws Exception {
    return EngineRuns.result(scenario, ChipChoice.STANDARD, RunListener.NONE, note -> {});
  }

  /** Digits are told from their spikes alone; the pixels themselves are told at 0.9 and more. */
  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"grid", "event"})
  void tellDigitsFromTheSpikesOfARetina(Engine engine) throws Exception {
    Scenario scenario =
        load(
            engine,
            "images: digits, " + SHOWN,
            """
            expect:
              - "decoding(retina, train) > 0.8"
              - "decoding(retina, train, test) > 0.8"
              - "linear_decoding(retina, train, test) > 0.8"
              - "accuracy(retina, train, test) > 0.2"
              - "rate(retina, test[2]) > 1 Hz"
              - "rate(retina, train) > 1 Hz"
            """);
    assertEquals(256, scenario.network().neuronCount());
    assertEquals(150, scenario.presentations().size());
    assertEquals(100, scenario.presentations().get(0).begin());
    Findings findings = Findings.of(run(scenario));
    for (Expectation claim : scenario.expectations()) {
      Verdict verdict = claim.check(findings, scenario.network(), scenario.settings());
      assertTrue(verdict.passed(), verdict.text() + ": " + verdict.valueText());
    }
    // Nothing fires in the pauses.
    double[] times =
        findings.spikes().isEmpty() ? new double[0] : run(scenario).spikes().get(0).times();
    for (double time : times) {
      double within = (time - 100) % 200;
      assertTrue(within > 0 && within <= 150.5, "fires at " + time);
    }
  }

  /** The scenario as it was run knows what was shown, too. */
  @Test
  void areWrittenOutWithWhatTheyShow() throws Exception {
    Scenario scenario =
        load(
            Engine.grid,
            "images: digits, " + SHOWN,
            "expect: [\"decoding(retina, train, test) > 0.8\"]\n");
    String written = ResolvedYaml.of(scenario);
    Scenario again =
        ScenarioLoader.load(new ScenarioSource("y.yaml", written, null), Map.of(), Overrides.NONE);
    assertEquals(scenario.presentations(), again.presentations());
    assertEquals(scenario.network(), again.network());
    assertEquals(written, ResolvedYaml.of(again));
  }

  @Test
  void mayBeOfWhatTheUserShows() throws Exception {
    String shown =
        "{name: bar, label: left, begin: 200 ms, end: 300 ms}, {name: bar, label: right, begin: 300"
            + " ms, end: 400 ms}";
    String packets = "pulse_times: [250 ms], sdev: 1 ms}, size: 3} #";
    Scenario scenario = load(Engine.grid, packets, "presentations: [" + shown + "]\n");
    assertEquals(2, scenario.presentations().size());
    Files.writeString(
        folder.resolve("p.csv"),
        "begin_ms,end_ms,name,image,label\n300,400,bar,0,right\n200,300,bar,0,left\n");
    assertEquals(
        scenario.presentations(),
        load(Engine.grid, packets, "presentations: {file: p.csv}\n").presentations());
    assertRefused(
        "found 'bar' twice at 300.0 ms; expected one after the other",
        packets,
        "presentations: [" + shown.replace("end: 300 ms", "end: 350 ms") + "]\n");
    assertRefused(
        "found an end that is not after the beginning",
        packets,
        "presentations: [{name: a, begin: 5 ms, end: 5 ms}]\n");
  }

  @Test
  void areOfTheUsersOwnFiles() throws Exception {
    ByteBuffer images = ByteBuffer.allocate(16 + 2 * 4);
    images.putInt(0x0803).putInt(2).putInt(2).putInt(2);
    images.put(new byte[] {(byte) 255, 0, 0, 51, 0, (byte) 255, 0, 0});
    Files.write(folder.resolve("i"), images.array());
    Files.write(folder.resolve("l"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 7, 3});
    Scenario scenario =
        load(Engine.grid, "images: i, labels: l, show: 100 ms, encoder: latency", "");
    assertEquals("7", scenario.presentations().get(0).label());
    assertEquals("retina", scenario.presentations().get(0).name());
    RunResult result = run(scenario);
    // 100 / 256 ms after the beginning, and (1 + 255 * 0.8) / 256 of it, at the ends of steps
    assertArrayEquals(new double[] {100.5, 180.5, 200.5}, result.spikes().get(0).times(), 1e-9);
    assertArrayEquals(new int[] {0, 3, 1}, result.spikes().get(0).neurons());
    Scenario filtered =
        load(
            Engine.grid,
            "images: i, show: 100 ms, highest: 5 Hz, difference_of_gaussians: {centre: 0.5,"
                + " surround: 1}",
            "");
    assertEquals(8, filtered.network().neuronCount());
  }

  private String refused(String times, String rest) {
    return assertThrows(ScenarioException.class, () -> load(Engine.grid, times, rest)).getMessage();
  }

  private void assertRefused(String sentence, String times, String rest) {
    String message = refused(times, rest);
    assertTrue(message.contains(sentence), message);
  }

  @Test
  void sayWhatIsWrong() throws Exception {
    String digits = "images: digits, show: 150 ms, ";
    assertRefused("'highest' is missing; expected the rate at full intensity", digits, "");
    assertRefused(
        "found 16 x 16 pixels and 100 neurons; expected 256, one a pixel",
        digits + "highest: 5 Hz}, size: 100} #",
        "");
    assertRefused("unknown key 'shows'", digits + "highest: 5 Hz, shows: 3", "");
    assertRefused("unknown encoder 'rat'", digits + "highest: 5 Hz, encoder: rat", "");
    assertRefused(
        "found 'highest'; it is of the encoder rate",
        digits + "highest: 5 Hz, encoder: latency",
        "");
    assertRefused(
        "expected a whole number from 1 to 60000", digits + "highest: 5 Hz, count: 0", "");
    assertRefused(
        "found 'count'; the parts say which", digits + "highest: 5 Hz, count: 3, parts: []", "");
    assertRefused(
        "no file 'none' beside the scenario", "images: none, show: 5 ms, highest: 5 Hz", "");
    assertRefused(
        "found a centre of 2 and a surround of 1",
        digits + "highest: 5 Hz, difference_of_gaussians: {centre: 2, surround: 1}",
        "");
    assertRefused(
        "unknown lot of images 'tests' in 'decoding(retina, tests) > 0'; did you mean 'test'?",
        "images: digits, " + SHOWN,
        "expect: [\"decoding(retina, tests) > 0\"]\n");
    assertRefused(
        "images and a phase of the protocol that are both called 'train'",
        "images: digits, " + SHOWN,
        "protocol: [{phase: train, duration: 30 s}]\n");
    ByteBuffer images = ByteBuffer.allocate(20).putInt(0x0803).putInt(1).putInt(2).putInt(2);
    Files.write(folder.resolve("i"), images.array());
    assertRefused(
        "nobody knows what is shown in 'retina' in 'decoding(retina, retina) > 0'; expected images",
        "images: i, show: 5 ms, highest: 5 Hz",
        "expect: [\"decoding(retina, retina) > 0\"]\n");
    assertRefused(
        "expected times, such as [100 ms, 300 ms]",
        "pulse_times: 5 ms, sdev: 1 ms}, size: 3} #",
        "");
    assertRefused("'width' is missing", "events: x.aedat4, height: 4", "");
  }
}
