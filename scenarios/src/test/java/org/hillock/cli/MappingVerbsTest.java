package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that read a mapping, on what is whole and on what is damaged. */
class MappingVerbsTest {

  private static final String SCENARIO =
      """
      scenario: m
      time: {step: 0.1 ms, duration: 50 ms}
      neurons:
        in: {size: 2, model: spike_generator, spike_times: [[5 ms, 9 ms], [7 ms]]}
        a: {size: 3, model: iaf_psc_exp, tau_syn_ex: 2 ms, tau_syn_in: 2 ms}
        b: {size: 2, like: a}
      synapses:
        - {from: in, to: a, rule: all_to_all, weight: 100 pA, delay: 1.5 ms}
        - {from: a, to: b, rule: all_to_all, weight: 37 pA, delay: 9 ms}
      """;

  @TempDir Path folder;

  private String mapping = "";

  @BeforeEach
  void export() throws IOException {
    Path file = Files.writeString(folder.resolve("m.yaml"), SCENARIO);
    mapping = folder.resolve("m").toString();
    CommandRun run = CommandRun.of("export", file.toString(), "--out", mapping, "-q");
    assertEquals(ExitCode.OK, run.exitCode(), run.err());
  }

  private Path json() {
    return Path.of(mapping, "mapping.json");
  }

  /** 9 ms are 90 steps, and more than a synapse of the chip waits: they go by a relay. */
  @Test
  void shouldExplainASynapseAsTheScenarioAsksForIt() {
    CommandRun direct = CommandRun.of("explain", mapping, "--neuron", "a[1]");
    assertEquals(ExitCode.OK, direct.exitCode(), direct.err());
    String synapse =
        direct.out().lines().filter(line -> line.contains("in[0]")).findFirst().orElse("");
    assertTrue(synapse.contains("100 pA") && synapse.contains(" 1.5 ms"), direct.out());
    CommandRun relayed = CommandRun.of("explain", mapping, "--neuron", "b[0]");
    synapse = relayed.out().lines().filter(line -> line.contains("a[2] by")).findFirst().orElse("");
    assertTrue(synapse.contains("37 pA") && synapse.contains(" 9 ms"), relayed.out());
  }

  @Test
  void shouldExplainWithoutTheScenarioToo() throws IOException {
    Files.delete(Path.of(mapping, "scenario.yaml"));
    CommandRun run = CommandRun.of("explain", mapping, "--neuron", "b[0]");
    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    assertTrue(run.out().contains("scenario.yaml beside the mapping would tell"), run.out());
  }

  private List<CommandRun> all() {
    return List.of(
        CommandRun.of(
            "emulate", mapping, "--out", folder.resolve("r").toString(), "--no-plots", "-q"),
        CommandRun.of("explain", mapping, "--neuron", "a[0]"),
        CommandRun.of("validate", mapping));
  }

  @Test
  void shouldSayWhereAByteIsNotText() throws IOException {
    byte[] bytes = Files.readAllBytes(json());
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (int at : new int[] {text.indexOf("hillock-mapping"), bytes.length / 2, 0}) {
      byte[] wrong = bytes.clone();
      wrong[at] = (byte) 0xe4;
      Files.write(json(), wrong);
      for (CommandRun run : all()) {
        assertEquals(ExitCode.MISTAKE, run.exitCode(), run.err());
        assertTrue(run.err().contains("mapping.json: line "), run.err());
        assertTrue(run.err().contains("found the byte 0xE4; expected text in UTF-8"), run.err());
      }
    }
    assertFalse(Files.exists(folder.resolve("r")));
  }

  @Test
  void shouldRefuseWhatNoEmulatorTakes() throws IOException {
    String text = Files.readString(json());
    String narrow = text.replaceAll("\"weightBits\":\\s*\\[[^\\]]*\\]", "\"weightBits\": [1]");
    assertFalse(narrow.equals(text));
    Files.writeString(json(), narrow);
    CommandRun run = all().get(0);
    assertEquals(ExitCode.MISTAKE, run.exitCode(), run.err());
    assertTrue(run.err().contains("weights of the emulator: needs 1 bits"), run.err());
    assertFalse(Files.exists(folder.resolve("r")));
  }
}
