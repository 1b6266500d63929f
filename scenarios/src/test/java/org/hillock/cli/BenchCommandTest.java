package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.hillock.bench.BenchCase;
import org.hillock.scenario.source.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {

  @TempDir Path folder;

  @Test
  void shouldMeasureACaseInAProcessOfItsOwn() throws Exception {
    Path csv = folder.resolve("new/figures.csv");
    CommandRun bench =
        CommandRun.of(
            "bench", "brunel", "--duration", "20 ms", "--threads", "1", "--csv", "" + csv);
    assertEquals(0, bench.exitCode(), bench.err());
    assertEquals("brunel …\n", bench.err());
    assertTrue(bench.out().contains("15,625,000"), bench.out());
    assertTrue(bench.out().contains("./hillock run brunel --set 'V_reset=0 mV'"), bench.out());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(2, lines.size());
    String[] figures = lines.get(1).split(",");
    assertEquals(lines.get(0).split(",").length, figures.length);
    assertEquals(List.of("brunel", "12500", "15625000", "1"), List.of(figures).subList(0, 4));
    double factor = Double.parseDouble(figures[5]);
    double phases = 0;
    for (int i = 8; i < 12; i++) {
      phases += Double.parseDouble(figures[i]);
    }
    assertTrue(factor > 0, lines.get(1));
    assertEquals(factor, phases, 1e-4 + 1e-3 * factor, lines.get(1));
    try (var files = Files.list(csv.getParent())) {
      assertEquals(1, files.count(), "nothing is left behind");
    }
  }

  @Test
  void shouldRunACaseOnTheEngineThatIsAskedFor() {
    BenchCase brunel = BenchCase.standard(0.1).get(1);
    assertTrue(brunel.on(Engine.event).command().contains(" --engine event "));
    BenchCase million =
        BenchCase.standard(0.1).stream()
            .filter(bench -> bench.name().equals("sparse-million-event"))
            .findFirst()
            .orElseThrow();
    assertTrue(million.command().contains(" --engine event "));
    assertTrue(million.on(Engine.grid).command().contains(" --engine grid "));
    assertFalse(million.on(Engine.grid).command().contains(" event "));
  }

  @Test
  void shouldNotRunWhatTakesMinutesUnlessItIsNamed() {
    assertTrue(BenchCase.standard(0.1).stream().noneMatch(b -> b.name().equals("million")));
    assertTrue(BenchCase.all(0.1).stream().anyMatch(b -> b.name().equals("million")));
  }

  /** A jar without a class, which starts a class of this build or one that there is not. */
  private Path jar(String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = folder.resolve("other.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar;
  }

  @Test
  void shouldFindTheSameSpikesInAnotherCopyOfThisBuild() throws Exception {
    Path csv = folder.resolve("pairs.csv");
    CommandRun bench =
        CommandRun.of(
            "bench",
            "one-neuron",
            "--duration",
            "50 ms",
            "--threads",
            "1",
            "--runs",
            "2",
            "--compare",
            "" + jar("org.hillock.cli.Main"),
            "--csv",
            "" + csv);
    assertEquals(0, bench.exitCode(), bench.err());
    assertEquals(
        """
        one-neuron, other build …
        one-neuron, this build …
        one-neuron, other build …
        one-neuron, this build …
        """,
        bench.err());
    assertTrue(bench.out().contains("; 2 pairs of runs in turn\nother: "), bench.out());
    assertTrue(bench.out().contains("   equal\n"), bench.out());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(5, lines.size());
    String hash = lines.get(1).substring(lines.get(1).lastIndexOf(',') + 1);
    assertEquals(64, hash.length());
    for (String line : lines.subList(1, 5)) {
      assertTrue(line.endsWith("," + hash), line);
      assertEquals(lines.get(0).split(",").length, line.split(",").length);
    }
  }

  @Test
  void shouldSayThatAnotherBuildCannotRunACaseAndGoOn() throws Exception {
    CommandRun bench =
        CommandRun.of(
            "bench", "one-neuron", "cuba", "--compare", "" + jar("org.hillock.NoSuchClass"));
    assertEquals(1, bench.exitCode(), bench.err());
    for (String name : List.of("one-neuron", "cuba")) {
      assertTrue(
          bench
              .out()
              .contains(
                  name
                      + ": the other build cannot run it, so it is not compared: '"
                      + name
                      + "' ended with code 1: "),
          bench.out());
    }
    assertFalse(bench.err().contains("this build"), bench.err());
  }

  @Test
  void shouldSayWhyACaseFailed() {
    CommandRun bench = CommandRun.of("bench", "microcircuit", "--scale", "100");
    assertEquals(1, bench.exitCode());
    assertTrue(
        bench.err().contains("'microcircuit' ended with code 2: the network needs about "),
        bench.err());
    assertFalse(bench.err().contains("\tat "), bench.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "brunell#there is no case 'brunell'; did you mean 'brunel'? (known: microcircuit, brunel,"
            + " cuba, coba, adex, hpc, brunel-stdp, sparse-million, brunel-exp, sparse-million-event, one-neuron, million, scaling, event-cost, chip)",
        "scaling cuba#'scaling' goes alone, since its table is another: hillock bench scaling",
        "event-cost cuba#'event-cost' goes alone, since its table is another: hillock bench"
            + " event-cost",
        "event-cost --engine grid#--engine: 'scaling' measures the grid, 'event-cost' continuous"
            + " time; leave it out",
        "cuba --plot x#--plot draws 'scaling' and 'event-cost' only: hillock bench scaling --plot"
            + " BASE",
        "scaling --duration 5#--duration: 'scaling' has durations of its own; leave it out",
        "cuba --csv /proc/nope/x#--csv /proc/nope/x: the folder '/proc/nope' cannot be made; name"
            + " another",
        "--scale 0#--scale 0.0: expected more than 0, such as 0.1",
        "--scale NaN#--scale NaN: expected more than 0, such as 0.1",
        "--runs 0#--runs 0: expected 1 to 100",
        "--csv .#--csv . is a folder: expected the name of a file",
        "--compare x.jar --runs 101#--runs 101: expected 1 to 100",
        "cuba --compare no.jar#--compare no.jar: there is no such file or folder; expected another"
            + " build of Hillock: its hillock.jar, which './mvnw package' leaves in"
            + " scenarios/target, or the folder of its launcher after it was started once",
        "scaling --compare no.jar#--compare: builds are compared case by case, not in 'scaling':"
            + " hillock bench brunel --compare JAR",
        "--threads 0#--threads 0: expected 1 to 1024"
      })
  void shouldRefuseWhatMakesNoSense(String line) {
    String[] parts = line.split("#");
    CommandRun bench = CommandRun.of(("bench " + parts[0]).split(" "));
    assertEquals(2, bench.exitCode());
    assertEquals(parts[1] + "\n", bench.err());
  }

  @Test
  void shouldRefuseADurationWithoutAUnitBeforeMeasuring() {
    CommandRun bench = CommandRun.of("bench", "cuba", "--duration", "5");
    assertEquals(2, bench.exitCode());
    assertTrue(bench.err().contains("--duration"), bench.err());
    assertFalse(bench.err().contains("cuba …"), bench.err());
  }

  @Test
  void shouldKnowScenariosThatAreThereToBeTimedAndNotListThem() {
    for (String scenario : List.of("sparse-million", "scaling", "brunel-exp", "event-cost")) {
      assertEquals(0, CommandRun.of("validate", scenario).exitCode());
      assertFalse(CommandRun.of("list").out().contains(scenario));
    }
  }

  @Test
  void shouldNameACommandThatRunsTheCase() {
    for (BenchCase bench : BenchCase.all(0.1)) {
      assertTrue(bench.command().startsWith("./hillock run " + bench.scenario()));
      String[] options = bench.options().toArray(String[]::new);
      String[] show = new String[options.length + 2];
      show[0] = "show";
      show[1] = bench.scenario();
      System.arraycopy(options, 0, show, 2, options.length);
      assertEquals(0, CommandRun.of(show).exitCode(), bench.command());
    }
  }
}
