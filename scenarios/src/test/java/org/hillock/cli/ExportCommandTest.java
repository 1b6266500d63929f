package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.write.MappingSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void shouldStartWithAnEmptyFolder() throws IOException {
    assertEquals(List.of(), entries());
  }

  private int hillock(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void shouldWriteAMappingAndASummary() throws IOException {
    int code =
        hillock(
            "export", "brunel", "--set", "order=20", "--target", "loihi", "--out", path("small"));
    assertEquals("", err.toString());
    assertEquals(ExitCode.OK, code);
    String summary = Files.readString(folder.resolve("small/summary.txt"));
    assertTrue(
        summary.startsWith(
            "brunel on loihi1: 100 neurons and 1,100 synapses on 1 of 4,096 cores, 1 of 32 chips\n"
                + "one time-step is 0.1 ms\n"),
        summary);
    assertEquals(summary + "\nwritten to " + path("small") + "\n", out.toString());
    JsonObject mapping =
        JsonParser.parseString(Files.readString(folder.resolve("small/mapping.json")))
            .getAsJsonObject();
    assertEquals("brunel", mapping.get("scenario").getAsString());
    assertEquals(12345, mapping.get("seed").getAsLong());
    assertTrue(Files.exists(folder.resolve("small/scenario.yaml")));
    String report = Files.readString(folder.resolve("small/report.html"));
    assertTrue(report.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), report);
    assertTrue(report.contains("<h1>brunel on loihi1</h1>"), report);
    assertTrue(report.endsWith("</html>\n"), report);
  }

  @Test
  void shouldReplaceAnOlderExportOnlyWhenTold() {
    String small = path("small");
    assertEquals(
        ExitCode.OK, hillock("export", "brunel", "--set", "order=20", "--out", small, "-q"));
    assertEquals(
        ExitCode.MISTAKE, hillock("export", "brunel", "--set", "order=20", "--out", small, "-q"));
    assertEquals(
        "the folder '" + small + "' exists; add --overwrite or choose another with --out\n",
        err.toString());
    assertEquals(
        ExitCode.OK,
        hillock("export", "brunel", "--set", "order=30", "--out", small, "-q", "--overwrite"));
    assertEquals("", out.toString());
  }

  @Test
  void shouldRefuseWhatTheChipCannotTakeAndWriteNothing() throws IOException {
    int code = hillock("export", "vogels-abbott", "--out", path("vogels"));
    assertEquals(ExitCode.MISTAKE, code);
    assertEquals(
        "neurons.exc, neurons.inh: current decays per compartment: needs 2, for tau_syn_ex = 5 ms and tau_syn_in"
            + " = 10 ms, and the chip has 1.\n"
            + "What would help: the same value for tau_syn_ex and tau_syn_in.\n",
        err.toString());
    assertEquals(List.of(), entries());
  }

  @Test
  void shouldTakeACoarserStep() {
    assertEquals(
        ExitCode.MISTAKE,
        hillock("export", "action-potential", "--chip-step", "0.01 ms", "--out", path("fine")));
    assertEquals(
        "neurons.steady.t_ref, neurons.curve.t_ref, neurons.epsp.t_ref, neurons.lone.t_ref, neurons.space.t_ref,"
            + " neurons.time.t_ref, neurons.rapid.t_ref: refractory time: needs 2 ms, 200 steps of 0.01 ms, and the chip has"
            + " 62 steps, 0.62 ms.\n"
            + "What would help: a shorter t_ref, or a --chip-step of at least 0.033 ms.\n",
        err.toString());
    assertEquals(
        ExitCode.OK,
        hillock("export", "action-potential", "--chip-step", "0.1 ms", "--out", path("coarse")));
    assertTrue(out.toString().contains("one time-step is 0.1 ms\n"));
  }

  @Test
  void shouldTakeTheStepOfTheGridWhereTheScenarioGivesNone() {
    assertEquals(ExitCode.OK, hillock("export", "action-potential", "--out", path("none")));
    assertTrue(out.toString().contains("one time-step is 0.1 ms\n"));
  }

  @Test
  void shouldRefuseAStepWithoutUnit() {
    assertEquals(
        ExitCode.MISTAKE, hillock("export", "brunel", "--chip-step", "1", "--out", path("x")));
    assertTrue(err.toString().contains("--chip-step"), err.toString());
    assertTrue(err.toString().contains("expected a time"), err.toString());
  }

  @Test
  void shouldNameTheChipsThatThereAre() {
    assertEquals(
        ExitCode.MISTAKE, hillock("export", "brunel", "--target", "loihi3", "--out", path("x")));
    assertEquals(
        "loihi3: no such chip; known are "
            + String.join(", ", ProfileReader.names())
            + ", and a profile of your own is given by its path, such as ./mychip.json\n",
        err.toString());
  }

  @Test
  void shouldTakeAProfileOfTheUsersOwn() throws IOException {
    assertEquals(
        ExitCode.OK, hillock("export", "brunel", "--set", "order=20", "--out", path("a"), "-q"));
    JsonObject chip =
        JsonParser.parseString(Files.readString(folder.resolve("a/mapping.json")))
            .getAsJsonObject()
            .getAsJsonObject("chip");
    chip.addProperty("name", "mine");
    chip.getAsJsonObject("core").addProperty("compartments", 30);
    Files.writeString(folder.resolve("mine.json"), chip.toString());
    assertEquals(
        ExitCode.OK,
        hillock(
            "export",
            "brunel",
            "--set",
            "order=20",
            "--target",
            path("mine.json"),
            "--out",
            path("b")));
    assertTrue(out.toString().startsWith("brunel on mine: "), out.toString());
    assertTrue(out.toString().contains(" on 4 of 4,096 cores"), out.toString());
  }

  @Test
  void shouldTellOfTheNumbersOfCoresThatItTries() {
    String[] export = {
      "export", "brunel", "--set", "order=20", "--optimise", "latency", "--out", path("fast")
    };
    assertEquals(ExitCode.OK, hillock(export));
    assertTrue(
        err.toString()
            .matches(
                "(tried \\d+ cores?: a step takes .* µs, a second .* µJ \\(estimates\\)\n){2,}"),
        err.toString());
    assertTrue(out.toString().contains(" on 34 of 4,096 cores"), out.toString());
  }

  @Test
  void shouldPrintTheSchemaWithoutAScenario() {
    assertEquals(ExitCode.OK, hillock("export", "--schema"));
    assertEquals(MappingSchema.json(), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void shouldExplainItself() {
    assertEquals(ExitCode.OK, hillock("export", "--help"));
    String help = out.toString();
    assertTrue(help.startsWith("Usage: hillock export "), help);
    for (String option :
        List.of(
            "--target=CHIP", "--out=DIR", "--chip-step=TIME", "--freeze-plasticity", "--schema")) {
      assertTrue(help.contains(option), option);
    }
    assertFalse(help.contains("${"), help);
  }
}
