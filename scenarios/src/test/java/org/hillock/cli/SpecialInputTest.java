package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files without an end, where one is to be read. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "devices")
class SpecialInputTest {

  private static final String ENDLESS = "is a device or a pipe, which may have no end";

  @TempDir Path folder;

  private static void isRefused(String... words) {
    CommandRun run = CommandRun.of(words);
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains(ENDLESS), run.err());
  }

  @Test
  void refusesADeviceAsAScenarioOrAChip() throws IOException {
    isRefused("run", "/dev/zero");
    isRefused("export", "brunel", "--set", "order=20", "--target", "/dev/zero");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neurons: {s: {size: 1, model: spike_generator, spike_times: {file: /dev/zero}}}",
        "neurons: {s: {size: 1, model: spike_generator, spike_times: {file: pipe.dat}}}",
        "neurons: {s: {size: 1, model: iaf_psc_exp}}\n"
            + "synapses: [{from: s, to: s, rule: explicit, edges: /dev/zero, weight: 1 pA, delay: 1 ms}]",
      })
  void refusesADeviceOrAPipeAsATableOfAScenario(String part) throws Exception {
    Path pipe = folder.resolve("pipe.dat");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            "scenario: x\ntime: {step: 0.1 ms, duration: 5 ms}\n" + part + "\n");
    isRefused("run", file.toString(), "--out", folder.resolve("out").toString());
  }

  @Test
  void refusesADeviceAmongResults() throws IOException {
    Path out = folder.resolve("out");
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            """
            scenario: x
            time: {step: 0.1 ms, duration: 5 ms}
            neurons: {s: {size: 1, model: spike_generator, spike_times: [1 ms]}}
            record: {spikes: all}
            """);
    assertEquals(
        0, CommandRun.of("run", file.toString(), "--out", out.toString(), "-q").exitCode());
    Files.delete(out.resolve("spikes.csv"));
    Files.createSymbolicLink(out.resolve("spikes.csv"), Path.of("/dev/zero"));
    isRefused("plot", out.toString());
  }
}
