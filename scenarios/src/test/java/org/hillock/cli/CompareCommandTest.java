package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.analysis.ComparedRun;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.io.ScenarioFacts;
import org.hillock.io.StoredResult;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of networks that fire when they are told to. */
class CompareCommandTest {

  private static final String SCENARIO =
      """
      scenario: told
      time: {step: 0.1 ms, duration: 100 ms}
      neurons:
        early: {size: 1, model: spike_generator, spike_times: [10 ms, 20 ms, 40 ms]}
        late: {size: 2, model: spike_generator, spike_times: [[50 ms], []]}
      record: {spikes: all}
      """;

  @TempDir Path folder;

  private Path a;

  @BeforeEach
  void runs() throws IOException {
    a = result("a", SCENARIO);
  }

  private Path result(String name, String scenario, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), scenario);
    Path out = folder.resolve(name);
    List<String> arguments =
        Stream.concat(
                Stream.of("run", "" + file, "--quiet", "--no-plots", "--out", "" + out),
                Stream.of(more))
            .toList();
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertEquals("", run.err());
    return out;
  }

  private CommandRun compare(Path other, String... more) {
    List<String> arguments =
        Stream.concat(Stream.of("compare", "" + a, "" + other), Stream.of(more)).toList();
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private Path later() throws IOException {
    return result("b", SCENARIO.replace("20 ms", "20.5 ms").replace("50 ms", "50 ms, 80 ms"));
  }

  @Test
  void shouldPrintDistancesDistributionsAndWhereTheRunsPart() throws IOException {
    // By hand: one spike moved by 0.5 ms costs 0.05, and 1 - exp(-0.05) is the square of 0.221; one
    // more gives 1 and the square root of 1/2. Intervals of 10.5 and 19.5 ms: 4.5 / 15.
    Path b = later();
    CommandRun run = compare(b);
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    assertEquals(
        """
        A: %s
        B: %s
        compared: 0 ms to 100 ms

        Distance of the spike trains of a neuron, time scale 10 ms; mean, median and greatest over neurons
          population   neurons   spikes A   spikes B   neurons that differ   Victor-Purpura   median     max   van Rossum   median     max
          early              1          3          3                     1            0.050    0.050   0.050        0.221    0.221   0.221
          late               2          1          2                     1            0.500    0.500    1.00        0.354    0.354   0.707

        Distributions over neurons, correlations in bins of 5 ms; D and p of Kolmogorov and Smirnov
          population   quantity      mean A   mean B   n A   n B       D      p
          early        rate [Hz]       30.0     30.0     1     1       –      –
                       CV ISI         0.333    0.300     1     1       –      –
                       correlation        –        –     0     0       –      –
          late         rate [Hz]       5.00     10.0     2     2   0.500   1.00
                       CV ISI             –        –     0     0       –      –
                       correlation        –        –     0     0       –      –

        first difference: at 20 ms, neuron 0 of 'early': spike 2 at 20 ms in A, spike 2 at 20.5 ms in B
        """
            .formatted(a, b),
        run.out());
  }

  @Test
  void shouldSayThatRunsAreIdentical() throws IOException {
    CommandRun run = compare(result("b", SCENARIO, "--threads", "2"), "--expect-identical");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(
        run.out().endsWith("\n\nidentical: every spike is the same to the last bit\n"), run.out());
  }

  @Test
  void shouldEndWithCode1WhereRunsShouldBeIdenticalAndAreNot() throws IOException {
    Path b = later();
    CommandRun run = compare(b, "--expect-identical", "--tolerance", "0.5 ms");
    assertEquals(1, run.exitCode());
    assertTrue(
        run.out()
            .endsWith(
                "first difference of more than 0.5 ms: at 80 ms, neuron 0 of 'late': no spike 2 in"
                    + " A, spike 2 at 80 ms in B\n"),
        run.out());
    Path near = result("near", SCENARIO.replace("20 ms", "20.1 ms"));
    assertEquals(1, compare(near, "--expect-identical").exitCode());
    CommandRun same = compare(near, "--expect-identical", "--tolerance", "0.1 ms");
    assertEquals(0, same.exitCode());
    assertTrue(same.out().endsWith("identical: every spike is the same within 0.1 ms\n"));
  }

  @Test
  void shouldMeasureWithTheTimeScaleThatIsGiven() throws IOException {
    CommandRun run = compare(later(), "--time-scale", "1 ms", "--bin", "0.02 s");
    assertTrue(run.out().contains("time scale 1 ms; "), run.out());
    assertTrue(run.out().contains("  0.500    0.500   0.500 "), run.out());
    assertTrue(run.out().contains("bins of 20 ms; "), run.out());
  }

  @Test
  void shouldWriteATableForPrograms() throws IOException {
    Path csv = folder.resolve("new/figures.csv");
    assertEquals(0, compare(later(), "--csv", "" + csv).exitCode());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(3, lines.size());
    List<String> header = List.of(lines.get(0).split(","));
    List<String> late = List.of(lines.get(2).split(",", -1));
    assertEquals(header.size(), late.size());
    assertEquals("late", late.get(header.indexOf("population")));
    assertEquals("0.5", late.get(header.indexOf("victor_purpura_mean")));
    assertEquals("10", late.get(header.indexOf("rate_hz_mean_b")));
    assertEquals("", late.get(header.indexOf("cv_isi_mean_a")));
    assertEquals("80", late.get(header.indexOf("first_difference_ms")));
    assertEquals("", late.get(header.indexOf("time_a_ms")));
    try (Stream<Path> files = Files.list(csv.getParent())) {
      assertEquals(1, files.count(), "nothing is left behind");
    }
  }

  @Test
  void shouldDrawThePictureThatTheEndingAsksFor() throws IOException {
    for (String name : List.of("both", "one.png", "two.SVG")) {
      Path plot = folder.resolve("plots").resolve(name);
      CommandRun run = compare(later(folder.resolve("of-" + name)), "--plot", "" + plot);
      assertEquals(0, run.exitCode(), run.err());
      String files =
          name.equals("both") ? plot + ".png\n" + plot + ".svg\n" : plot.toString() + "\n";
      assertTrue(run.out().endsWith(files), run.out());
    }
    try (Stream<Path> files = Files.list(folder.resolve("plots"))) {
      assertEquals(
          List.of("both.png", "both.svg", "one.png", "two.SVG"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    String svg = Files.readString(folder.resolve("plots/both.svg"));
    for (String text : List.of("early", "late", "firing rate of a neuron [Hz]")) {
      assertTrue(svg.contains(">" + text + "<"), text);
    }
    assertTrue(svg.contains(">A: " + a + "<"));
  }

  private Path later(Path out) throws IOException {
    return result(
        out.getFileName().toString(), SCENARIO.replace("[50 ms]", "[50 ms, 60 ms, 80 ms]"));
  }

  @Test
  void shouldCompareTheTimeThatBothCoverAndSaySo() throws IOException {
    CommandRun run = compare(result("b", SCENARIO, "--duration", "45 ms"), "--expect-identical");
    assertEquals(0, run.exitCode());
    assertEquals("A covers 0 ms to 100 ms, B 0 ms to 45 ms; compared: 0 ms to 45 ms\n", run.err());
  }

  @Test
  void shouldCompareThePopulationsThatBothRecordedAndNameTheOthers() throws IOException {
    Path b = result("b", SCENARIO.replace("spikes: all", "spikes: [early]"));
    CommandRun run = compare(b, "--expect-identical");
    assertEquals(0, run.exitCode());
    assertEquals("recorded in A only, not compared: 'late'\n", run.err());
  }

  @Test
  void shouldCompareARunInMemoryLikeItsFolder() throws Exception {
    Path file = folder.resolve("part.yaml");
    Path out = result("part", SCENARIO.replace("all", "[early, \"late[1]\"]"));
    Scenario scenario = ScenarioLoader.load(ScenarioSource.ofFile(file), Map.of(), Overrides.NONE);
    RunResult result =
        Engines.build(
                scenario.network(), scenario.settings(), scenario.recording(), RunListener.NONE)
            .run(RunListener.NONE);
    ComparedRun inMemory = new ScenarioFacts(scenario).comparedRun("run", result);
    ComparedRun onDisk = StoredResult.open(out).comparedRun("run");
    assertEquals(inMemory.window(), onDisk.window());
    assertEquals(2, onDisk.populations().size());
    for (int i = 0; i < 2; i++) {
      ComparedRun.Recorded one = inMemory.populations().get(i);
      ComparedRun.Recorded other = onDisk.populations().get(i);
      assertEquals(one.spikes(), other.spikes());
      assertEquals(one.size(), other.size());
      assertArrayEquals(i == 0 ? new int[] {0} : new int[] {1}, one.neurons());
      assertArrayEquals(one.neurons(), other.neurons());
    }
  }

  @Test
  void shouldRefuseResultsThatDoNotFit() throws IOException {
    Path larger =
        result("larger", SCENARIO.replace("size: 2", "size: 3").replace(", []", ", [], []"));
    refuses(
        larger,
        "'%s' and '%s' cannot be compared: 'late' has 2 neurons in A and 3 in B, so that neurons"
                .formatted(a, larger)
            + " have no partners; compare runs of one network");
    Path other = result("other", SCENARIO.replace("early", "dawn").replace("late", "dusk"));
    refuses(
        other,
        "'%s' and '%s' cannot be compared: no neuron was recorded in both (A recorded early, late;"
                .formatted(a, other)
            + " B recorded dawn, dusk); compare runs of one network, and record the same neurons");
    Path none = result("none", SCENARIO.replace("spikes: all", "spikes: none"));
    refuses(none, none + ": no spikes were recorded; let 'record' in the scenario keep spikes");
  }

  @Test
  void shouldRefuseWhatIsNoWholeResult() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    refuses(nowhere, nowhere + ": not a folder of results: it has no manifest.json");
    Path file = Files.writeString(folder.resolve("file"), "x");
    refuses(file, file + ": not a folder of results: it has no manifest.json");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refuses(empty, empty + ": not a folder of results: it has no manifest.json");

    Path b = result("b", SCENARIO);
    Path manifest = b.resolve("manifest.json");
    String whole = Files.readString(manifest);
    Files.writeString(manifest, whole.replace("\"partial\": false", "\"partial\": true"));
    refuses(b, b + ": the run was interrupted at 100 ms; run the scenario again");
    Files.writeString(manifest, "{");
    CommandRun json = compare(b);
    assertEquals(2, json.exitCode());
    assertEquals(
        manifest + ": not JSON: the text ends where a value, a quote or a bracket is missing\n",
        json.err());
    Files.writeString(manifest, "{\"hillock\": 1,\n x}");
    refuses(
        b,
        manifest
            + ":2: not JSON, near the column 4: look for a comma, colon, quote or bracket too many"
            + " or too few");
    Files.write(manifest, new byte[] {(byte) 0xff, (byte) 0xfe});
    refuses(b, manifest + ":1:1: not a text file in UTF-8: found the byte 0xFF");
    Files.writeString(manifest, whole.replace("\"size\": 2", "\"size\": \"many\""));
    String size = manifest + ": populations.late.size: found \"many\"; expected a number";
    refuses(b, size);
    Files.writeString(manifest, whole.replace("\"end_ms\"", "\"end\""));
    refuses(b, manifest + ": 'time.end_ms' is missing");
  }

  @Test
  void shouldRefuseSpikesThatAreNotAsTheyWereWritten() throws IOException {
    Path b = result("b", SCENARIO);
    Path spikes = b.resolve("spikes.csv");
    String whole = Files.readString(spikes);
    assertEquals(
        "time_ms,population,neuron\n10,early,0\n20,early,0\n40,early,0\n50,late,0\n", whole);
    Files.writeString(spikes, whole.replace("50,late,0\n", ""));
    refuses(
        b,
        spikes
            + ": not the spikes that were written (spikes_sha256 is another); run the scenario"
            + " again");
    Files.writeString(spikes, whole.replace("20,", "2x,"));
    refuses(b, spikes + ":3: '2x,early,0' has no time and neuron");
    Files.writeString(spikes, whole.replace("20,", "NaN,"));
    refuses(b, spikes + ":3: 'NaN,early,0' is not in the order of time");
    Files.writeString(spikes, whole.replace("20,", "60,"));
    refuses(b, spikes + ":4: '40,early,0' is not in the order of time");
    Files.write(spikes, new byte[] {(byte) 0xff, (byte) 0xfe});
    refuses(b, spikes + ":1:1: not a text file in UTF-8: found the byte 0xFF");
    Files.delete(spikes);
    refuses(b, b + ": spikes.csv is missing; run the scenario again");
  }

  private void refuses(Path other, String message) {
    CommandRun run = compare(other);
    assertEquals(message + "\n", run.err());
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--time-scale 0 ms#--time-scale 0 ms: expected more than 0 ms",
        "--bin 0 ms#--bin 0 ms: expected 0.01 ms or more",
        "--csv .#--csv . is a folder: expected the name of a file",
        "--plot .#--plot . is a folder: expected the name of a file",
        "--csv /proc/nope/x#--csv /proc/nope/x: the folder '/proc/nope' cannot be made; name"
            + " another"
      })
  void shouldRefuseOptionsThatMakeNoSense(String line) {
    String[] parts = line.split("#");
    CommandRun run = compare(a, parts[0].split(" ", 2));
    assertEquals(parts[1] + "\n", run.err());
    assertEquals(2, run.exitCode());
  }

  @Test
  void shouldRefuseATimeWithoutAUnit() {
    CommandRun run = compare(a, "--tolerance", "1");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("--tolerance: found '1', a plain number; "), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  void shouldAskForBothFolders() {
    CommandRun run = CommandRun.of("compare", a.toString());
    assertEquals(2, run.exitCode());
    assertEquals("Missing required parameter: 'B'\nTry 'hillock compare --help'.\n", run.err());
  }

  /** Drift to 20 mV in 8.7 ms, between grid points: 20 mV = 40 mV (1 - exp(-t / tau_m)). */
  private static final String DRIFT =
      """
      scenario: drift
      time: {step: 0.1 ms, duration: 100 ms}
      parameters: {I: 500 pA}
      neurons:
        one: {size: 2, model: iaf_psc_exp, tau_m: 20 ms, C_m: 250 pF, t_ref: 2 ms, E_L: 0 mV, V_m: 0 mV, V_th: 20 mV, V_reset: 0 mV, I_e: I}
      record: {spikes: all}
      """;

  private CommandRun engines(String scenario, String engines, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("drift.yaml"), scenario);
    List<String> arguments =
        Stream.concat(Stream.of("compare", "" + file, "--engines", engines), Stream.of(more))
            .toList();
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void shouldRunAScenarioOnTwoEnginesAndCompareThem() throws IOException {
    // tau_m ln 2 = 13.86 ms; on the grid 13.9 ms and then every 15.9 ms.
    CommandRun run = engines(DRIFT, "grid,event");
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    assertTrue(
        run.out()
            .startsWith(
                "A: drift, engine grid\nB: drift, engine event\ncompared: 0 ms to 100 ms\n"),
        run.out());
    assertTrue(
        run.out()
            .contains("first difference: at 13.86294361119890"), // 20 ms log(2) = 13.8629436111989…
        run.out());
    assertTrue(run.out().contains("neuron 0 of 'one': spike 1 at 13.9 ms in A, "), run.out());
    // By the sixth spike the roundings are 6 times 0.037 ms.
    CommandRun near = engines(DRIFT, "event,grid", "--tolerance", "0.3 ms", "--expect-identical");
    assertEquals(0, near.exitCode(), near.out() + near.err());
    assertTrue(near.out().startsWith("A: drift, engine event\nB: drift, engine grid\n"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("a", "a.yaml", "drift.yaml"),
          files.map(file -> file.getFileName().toString()).sorted().toList(),
          "no results are written");
    }
  }

  @Test
  void shouldRunTheScenarioAsTheOptionsSay() throws IOException {
    CommandRun run =
        engines(
            DRIFT,
            "grid, event",
            "--set",
            "I=0 pA",
            "--duration",
            "50 ms",
            "--threads",
            "2",
            "--seed",
            "7",
            "--expect-identical");
    assertEquals(0, run.exitCode(), run.out() + run.err());
    assertTrue(run.out().contains("compared: 0 ms to 50 ms\n"), run.out());
  }

  @Test
  void shouldRunOnTheChipThatIsNamed() throws IOException {
    String quadratic =
        DRIFT.replaceAll(
            "(?s)neurons:.*record",
            "neurons: {one: {size: 1, model: izhikevich, I_e: 10 pA}}\nrecord");
    CommandRun usual = engines(quadratic, "grid,loihi");
    assertEquals(2, usual.exitCode());
    assertTrue(usual.err().contains("--target loihi2"), usual.err());
    CommandRun run = engines(quadratic, "grid,loihi", "--target", "loihi2");
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("B: drift, engine loihi\n"), run.out());
    CommandRun coarse =
        engines(quadratic, "loihi,grid", "--target", "loihi2", "--chip-step", "1 ms");
    assertEquals(0, coarse.exitCode(), coarse.err());
    assertTrue(coarse.err().contains("izhikevich is defined by its step"), coarse.err());
    for (List<String> option :
        List.of(
            List.of("--target", "loihi2"),
            List.of("--chip-step", "1 ms"),
            List.of("--arithmetic", "lava"))) {
      CommandRun none = engines(quadratic, "grid,event", option.get(0), option.get(1));
      assertEquals(2, none.exitCode());
      assertEquals(
          option.get(0) + ": has no effect on the engines 'grid,event'; add --engines grid,loihi\n",
          none.err());
    }
  }

  @Test
  void shouldRefuseEnginesThatMakeNoSense() throws IOException {
    for (String one : List.of("grid", "event,event", "grid,event,grid")) {
      CommandRun run = engines(DRIFT, one);
      assertEquals(2, run.exitCode());
      assertEquals(
          "--engines " + one + ": expected two different engines, such as --engines grid,event\n",
          run.err());
    }
    CommandRun unknown = engines(DRIFT, "grid,evnt");
    assertEquals(2, unknown.exitCode());
    assertEquals(
        "there is no engine 'evnt'; did you mean 'event'? (known: grid, event, loihi)\n",
        unknown.err());
    CommandRun silent = engines(DRIFT.replace("spikes: all", "spikes: none"), "grid,event");
    assertEquals(2, silent.exitCode());
    assertEquals(
        "drift: it records no spikes; let 'record' in the scenario keep spikes\n", silent.err());
  }

  @Test
  void shouldRefuseFoldersTogetherWithEngines() {
    CommandRun two = compare(a, "--engines", "grid,event");
    assertEquals(2, two.exitCode());
    assertEquals(
        "--engines compares two runs of the scenario '%s': leave out '%s', or compare two folders"
                .formatted(a, a)
            + " without --engines\n",
        two.err());
    CommandRun one = CommandRun.of("compare", a.toString(), "--engines", "grid,event");
    assertEquals(2, one.exitCode());
    assertEquals(
        "--engines runs a scenario, and '" + a + "' is a folder: name a scenario or its file\n",
        one.err());
    CommandRun options = compare(a, "--seed", "3");
    assertEquals(2, options.exitCode());
    assertTrue(
        options
            .err()
            .startsWith(
                "--set, --seed, --duration, --threads, --target, --chip-step and --arithmetic say how"),
        options.err());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a device")
  void shouldWriteToADeviceThatStaysOne() throws IOException {
    Path device = Path.of("/dev/null");
    Path b = result("b", SCENARIO);
    CommandRun run =
        CommandRun.of("compare", b.toString(), b.toString(), "--csv", device.toString());
    assertEquals("", run.err());
    assertTrue(Files.exists(device) && !Files.isRegularFile(device), "it is no device any more");
  }
}
