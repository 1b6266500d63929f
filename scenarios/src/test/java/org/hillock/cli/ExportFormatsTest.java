package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFormatsTest {

  private static final String LAYERS =
      """
      scenario: layers
      seed: 1
      time: {step: 1 ms, duration: 50 ms}
      neurons:
        in: {size: 4, model: poisson_generator, rate: 50 Hz}
        mid: {size: 3, model: iaf_psc_delta, tau_m: 20 ms, E_L: 0 mV, V_th: 20 mV, V_reset: 0 mV, t_ref: 0 ms}
        out: {size: 2, like: mid}
      synapses:
        - {from: in, to: mid, rule: all_to_all, weight: 8 mV, delay: 1 ms}
        - {from: mid, to: out, rule: all_to_all, weight: 12 mV, delay: 1 ms}
      """;

  @TempDir Path folder;

  private List<String> entries(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private CommandRun brunel(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "export", "brunel", "--set", "order=20", "--out", folder.resolve("b").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private CommandRun layers(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("layers.yaml"), text);
    List<String> arguments =
        new ArrayList<>(
            List.of("export", file.toString(), "--out", folder.resolve("l").toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void shouldWriteFormatsBesideTheMapping() throws IOException {
    CommandRun run = brunel("--chip-step", "0.5 ms", "--format", "sana-fe,nir");
    assertEquals("", run.err());
    assertEquals(ExitCode.OK, run.exitCode());
    assertEquals(
        List.of(
            "brunel.arch.yaml",
            "brunel.net.yaml",
            "brunel.nir",
            "manifest.json",
            "mapping.json",
            "report.html",
            "scenario.yaml",
            "summary.txt"),
        entries("b"));
    assertTrue(
        run.out().contains("\nother formats\n  nir: ") && run.out().contains("\n  sana-fe: "),
        run.out());
    assertTrue(
        Files.readString(folder.resolve("b/summary.txt")).contains("\nother formats\n"), run.out());
  }

  @Test
  void shouldTakeFormatsOneByOne() throws IOException {
    CommandRun run = layers(LAYERS, "--format", "sana-fe", "--format", "netx");
    assertEquals("", run.err());
    assertEquals(ExitCode.OK, run.exitCode());
    assertEquals(
        List.of(
            "layers.arch.yaml",
            "layers.net",
            "layers.net.yaml",
            "manifest.json",
            "mapping.json",
            "report.html",
            "scenario.yaml",
            "summary.txt"),
        entries("l"));
  }

  @Test
  void shouldWriteNirWithoutAChip() throws IOException {
    CommandRun run = layers(LAYERS, "--format", "nir", "-q");
    assertEquals("", run.err());
    assertEquals("", run.out());
    assertEquals(List.of("layers.nir", "manifest.json", "scenario.yaml"), entries("l"));
  }

  @Test
  void shouldRefuseWhatAFormatCannotSayAndWriteNothing() throws IOException {
    CommandRun delays = brunel("--format", "sana-fe");
    assertEquals(ExitCode.MISTAKE, delays.exitCode());
    assertEquals(
        "sana-fe: exc → exc: a delay of 14 steps, and SANA-FE's dendrites hold 5.\n"
            + "What would help: a --chip-step of about 0.25 ms, or a chip profile with"
            + " synapse.delayMax 5, for which long delays become relay neurons.\n",
        delays.err());
    CommandRun loops = brunel("--format", "netx");
    assertEquals(ExitCode.MISTAKE, loops.exitCode());
    assertEquals(
        "netx: exc: found synapses onto exc, inh.\nWhat would help: synapses onto one population.\n",
        loops.err());
    CommandRun currents =
        layers(
            LAYERS.replace("iaf_psc_delta", "iaf_psc_alpha").replace("mV, d", "pA, d"),
            "--format",
            "nir");
    assertEquals(ExitCode.MISTAKE, currents.exitCode());
    assertTrue(currents.err().startsWith("nir: "), currents.err());
    assertEquals(List.of("layers.yaml"), entries(""));
  }

  @Test
  void shouldTakeTheStepThatItRecommends() {
    assertEquals(ExitCode.OK, brunel("--format", "sana-fe", "--chip-step", "0.25 ms").exitCode());
  }

  @Test
  void shouldNameTheFormatsThatThereAre() {
    CommandRun run = brunel("--format", "sanafe");
    assertEquals(ExitCode.MISTAKE, run.exitCode());
    assertEquals(
        "there is no format 'sanafe'; did you mean 'sana-fe'? (known: mapping, sana-fe, nir,"
            + " netx)\n",
        run.err());
  }
}
