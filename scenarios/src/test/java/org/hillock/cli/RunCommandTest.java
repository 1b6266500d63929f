package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

  private static final String SCENARIO =
      """
      scenario: small
      title: A small network
      seed: 3
      time: {step: 0.1 ms, warmup: 20 ms, duration: 100 ms}
      parameters: {w: 60 pA, n: 40}
      neurons:
        zeta: {size: n, model: iaf_psc_exp, I_e: {distribution: uniform, min: 300 pA, max: 500 pA}}
        alpha: {size: 10, like: zeta}
      synapses:
        - {name: plastic, from: zeta, to: alpha, rule: fixed_indegree, indegree: 10, weight: w, delay: 1.5 ms,
           plasticity: {rule: stdp, W_max: 200 pA}}
        - {from: alpha, to: zeta, rule: pairwise_bernoulli, probability: 0.3, weight: -w, delay: 0.8 ms}
      record: {V_m: "zeta[0:2]", interval: 0.5 ms, weights: {of: plastic, at: [50 ms]}, rates: {of: [zeta], bin: 5 ms}}
      plots: [raster, traces, weights]
      expect: ["rate(zeta) > 1 Hz"]
      """;

  @TempDir Path folder;

  private Path scenario() throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), SCENARIO);
  }

  private CommandRun run(String... more) throws IOException {
    List<String> arguments =
        Stream.concat(Stream.of("run", scenario().toString(), "--quiet"), Stream.of(more)).toList();
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static JsonObject manifest(Path result) throws IOException {
    return JsonParser.parseString(Files.readString(result.resolve("manifest.json")))
        .getAsJsonObject();
  }

  @Test
  void shouldWriteEverythingThatWasAskedFor() throws IOException {
    Path out = folder.resolve("out");
    CommandRun run = run("--out", out.toString(), "--nest");
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    assertEquals("", run.out());
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(
          List.of(
              "alpha.dat",
              "manifest.json",
              "raster.png",
              "raster.svg",
              "rates.csv",
              "scenario.yaml",
              "spikes.csv",
              "traces.csv",
              "traces.png",
              "traces.svg",
              "weights.csv",
              "weights.png",
              "weights.svg",
              "zeta.dat"),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "no temporary folder is left");
    }
  }

  /** It is neither a mistake that could be seen before, nor a bug. */
  @ParameterizedTest
  @ValueSource(strings = {"{step: 0.1 ms, duration: 20 ms}", "{duration: 20 ms}"})
  void shouldFailWithoutAResultIfANeuronRunsAway(String time) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("boom.yaml"),
            "scenario: boom\ntime: "
                + time
                + "\nneurons: {n: {size: 1, model: iaf_cond_exp, C_m: 1 pF, g_L: 0 nS, I_e: -1e308 pA}}\n");
    Path out = folder.resolve("out");
    CommandRun run = CommandRun.of("run", file.toString(), "--out", out.toString(), "--quiet");
    assertEquals(1, run.exitCode());
    String[] lines = run.err().split("\n");
    assertEquals(2, lines.length, run.err());
    assertTrue(lines[0].startsWith("neurons.n[0]: a membrane potential of "), lines[0]);
    assertTrue(lines[0].contains("; its parameters: {C_m=1.0, g_L=0.0, E_L=-70.0, "), lines[0]);
    assertEquals(
        "What would help: weaker synapses or less current onto this neuron, other parameters than"
            + " these, or a smaller time.step where there is one.",
        lines[1]);
    assertFalse(Files.exists(out));
  }

  @Test
  void shouldKeepTheKeysThatScriptsRelyOn() throws IOException {
    Path out = folder.resolve("out");
    run("--out", out.toString(), "--no-plots", "--threads", "2", "--seed", "17");
    JsonObject manifest = manifest(out);
    assertEquals("small", manifest.get("scenario").getAsString());
    assertEquals("grid", manifest.get("engine").getAsString());
    assertEquals(17, manifest.get("seed").getAsLong());
    assertEquals(2, manifest.get("threads").getAsInt());
    assertTrue(manifest.get("jvm").getAsString().contains("."));
    assertEquals(50, manifest.get("neurons").getAsLong());
    assertTrue(manifest.get("synapses").getAsLong() > 100);
    assertTrue(manifest.get("synaptic_events").getAsLong() > 0);
    for (String key : List.of("build_s", "simulate_s", "real_time_factor", "peak_memory_mib")) {
      assertTrue(manifest.get(key).getAsDouble() > 0, key);
    }
    assertFalse(manifest.get("partial").getAsBoolean());
    JsonObject zeta = manifest.getAsJsonObject("populations").getAsJsonObject("zeta");
    assertEquals(40, zeta.get("size").getAsInt());
    assertEquals(
        zeta.get("spikes").getAsLong() / (40 * 0.1), zeta.get("rate_hz").getAsDouble(), 1e-9);
    assertTrue(zeta.has("cv_isi"));
    JsonObject expectation = manifest.getAsJsonArray("expectations").get(0).getAsJsonObject();
    assertEquals("rate(zeta) > 1 Hz", expectation.get("text").getAsString());
    assertTrue(expectation.get("passed").getAsBoolean());
    assertTrue(expectation.get("value").getAsDouble() > 1);
    assertEquals("40", manifest.getAsJsonObject("parameters").get("n").getAsString());
  }

  @Test
  void shouldHashTheSortedLinesOfTheSpikes() throws Exception {
    Path out = folder.resolve("out");
    run("--out", out.toString(), "--no-plots");
    List<String> lines = Files.readAllLines(out.resolve("spikes.csv"));
    assertEquals("time_ms,population,neuron", lines.get(0));
    List<String> sorted =
        lines.stream()
            .skip(1)
            .sorted(
                Comparator.comparingDouble((String line) -> Double.parseDouble(line.split(",")[0]))
                    .thenComparing(line -> line.split(",")[1])
                    .thenComparingInt(line -> Integer.parseInt(line.split(",")[2])))
            .toList();
    assertEquals(sorted, lines.subList(1, lines.size()));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String line : sorted) {
      digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    JsonObject manifest = manifest(out);
    assertEquals(
        HexFormat.of().formatHex(digest.digest()), manifest.get("spikes_sha256").getAsString());
    assertEquals(sorted.size(), manifest.get("spikes").getAsLong());
  }

  @Test
  void shouldFireTheSameSpikesOnAnyNumberOfThreads() throws IOException {
    String first = "";
    for (String threads : List.of("1", "2", "4")) {
      Path out = folder.resolve("on-" + threads);
      run("--out", out.toString(), "--no-plots", "--threads", threads);
      String hash = manifest(out).get("spikes_sha256").getAsString();
      first = first.isEmpty() ? hash : first;
      assertEquals(first, hash, threads + " threads");
    }
    Path other = folder.resolve("other-seed");
    run("--out", other.toString(), "--no-plots", "--seed", "4");
    assertNotEquals(first, manifest(other).get("spikes_sha256").getAsString());
  }

  @Test
  void shouldRunItsOwnResolvedScenarioToTheSameSpikes() throws IOException {
    Path out = folder.resolve("out");
    Path again = folder.resolve("again");
    run("--out", out.toString(), "--no-plots", "--set", "w=80 pA");
    CommandRun.of(
        "run",
        out.resolve("scenario.yaml").toString(),
        "-q",
        "--no-plots",
        "--out",
        again.toString());
    assertEquals(manifest(out).get("spikes_sha256"), manifest(again).get("spikes_sha256"));
  }

  @Test
  void shouldNotOverwriteUnlessTold() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, run("--out", out.toString(), "--no-plots").exitCode());
    CommandRun second = run("--out", out.toString(), "--no-plots", "--seed", "9");
    assertEquals(2, second.exitCode());
    assertEquals(
        "the folder '" + out + "' exists; add --overwrite or choose another with --out\n",
        second.err());
    assertEquals(3, manifest(out).get("seed").getAsInt());
    assertEquals(
        0, run("--out", out.toString(), "--no-plots", "--seed", "9", "--overwrite").exitCode());
    assertEquals(9, manifest(out).get("seed").getAsInt());
  }

  @Test
  void shouldNotOverwriteAFolderOfSomethingElse() throws IOException {
    Path precious = Files.createDirectory(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.tex"), "…");
    CommandRun run = run("--out", precious.toString(), "--overwrite");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("holds something else than results"), run.err());
    assertTrue(Files.exists(precious.resolve("thesis.tex")));
  }

  @Test
  void shouldEndWithCode3WhenAnExpectationFails() throws IOException {
    Path file =
        Files.writeString(folder.resolve("wrong.yaml"), SCENARIO.replace("> 1 Hz", "> 1000 Hz"));
    Path out = folder.resolve("out");
    CommandRun run = CommandRun.of("run", file.toString(), "--no-plots", "--out", out.toString());
    assertEquals(3, run.exitCode());
    assertTrue(run.out().contains("FAILS: rate(zeta) > 1000 Hz   (found "), run.out());
    assertFalse(
        manifest(out)
            .getAsJsonArray("expectations")
            .get(0)
            .getAsJsonObject()
            .get("passed")
            .getAsBoolean());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--threads 0 | --threads 0: expected 1 to 1024",
        "--set | Missing required parameter for option '--set' (NAME=VALUE)",
        "--set nonsense | --set nonsense: expected NAME=VALUE, such as --set g=4.5",
        "--threads 100000 | --threads 100000: expected 1 to 1024",
        "--engine warp | Invalid value for option '--engine': expected one of [grid, event, loihi]",
        "--seed x | Invalid value for option '--seed': 'x' is not a whole number up to 9223372036854775807",
        "--threads x | Invalid value for option '--threads': 'x' is not a whole number up to 2147483647",
        "--duration 5 | --duration: found '5', a plain number; expected a time",
        "--set q=3 | --set q: unknown parameter 'q'; known: w, n",
        "--durration 3 | there is no option '--durration'; did you mean '--duration'?",
        "--set n=1e12 | found 'n' = 1000000000000; expected at most 2147483647",
      })
  void shouldExplainAMistakeInTheOptions(String options, String message) throws IOException {
    CommandRun run = run(options.split(" "));
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  void shouldNameTheNearestScenario() {
    CommandRun run = CommandRun.of("run", "brunell");
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err().startsWith("there is no scenario 'brunell'; did you mean 'brunel'?\n"),
        run.err());
  }

  @Test
  void shouldDrawAgainFromTheResults() throws IOException {
    Path out = folder.resolve("out");
    run("--out", out.toString(), "--no-plots");
    CommandRun plot =
        CommandRun.of(
            "plot",
            out.toString(),
            "--plots",
            "raster,rate,isi,weight_time",
            "--from",
            "50 ms",
            "--width",
            "800",
            "--height",
            "500");
    assertEquals("", plot.err());
    assertEquals(0, plot.exitCode());
    for (String name : List.of("raster", "rate", "isi", "weight_time")) {
      assertTrue(Files.size(out.resolve(name + ".png")) > 1000);
      assertTrue(Files.size(out.resolve(name + ".svg")) > 500);
    }
    CommandRun unknown = CommandRun.of("plot", out.toString(), "--plots", "rasterr");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("did you mean 'raster'?"), unknown.err());
    CommandRun nowhere = CommandRun.of("plot", folder.resolve("nowhere").toString());
    assertEquals(2, nowhere.exitCode());
    assertTrue(nowhere.err().contains("it has no manifest.json"), nowhere.err());
  }

  @Test
  void shouldNotLeaveTheFolderOfResultsByAName() throws IOException {
    Path place = Files.createDirectories(folder.resolve("a/b"));
    Path victim = Files.createDirectory(folder.resolve("escape"));
    Files.writeString(
        victim.resolve("manifest.json"),
        """
        {"hillock": "0", "scenario": "s", "engine": "grid", "spikes_sha256": null,
         "populations": {}}
        """);
    for (String name : List.of("../../escape", victim.toString(), "..", "a/../../../escape")) {
      Path file =
          Files.writeString(
              place.resolve("x.yaml"), SCENARIO.replace("scenario: small", "scenario: " + name));
      CommandRun run = CommandRun.of("run", file.toString(), "--overwrite", "--no-plots");
      assertEquals(2, run.exitCode());
      assertTrue(run.err().contains("scenario: found '" + name + "', which "), run.err());
    }
    try (Stream<Path> files = Files.list(victim)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void shouldRedrawWhatIsOutsideOfBoundsUnlessToldToClip() throws IOException {
    String scenario =
        """
        scenario: bounded
        time: {step: 0.1 ms, duration: 50 ms}
        neurons:
          a: {size: 400, model: iaf_psc_exp, I_e: 500 pA, V_m: {distribution: normal, mean: -60 mV, sd: 5 mV, min: -62 mV, max: -58 mV}}
        synapses:
          - {from: a, to: a, rule: fixed_indegree, indegree: 20, weight: {distribution: normal, mean: 20 pA, sd: 20 pA, min: 0 pA},
             delay: {distribution: normal, mean: 1.5 ms, sd: 1 ms, min: 0.5 ms, max: 3 ms}}
        record: {spikes: all, V_m: a, interval: 50 ms}
        """;
    Path file = Files.writeString(folder.resolve("bounded.yaml"), scenario);
    CommandRun show = CommandRun.of("show", "--yaml", file.toString());
    assertEquals(3, show.out().split("outside: redraw", -1).length - 1, show.out());
    assertFalse(show.out().contains("clip"), show.out());
    String first = "";
    for (String threads : List.of("1", "2", "4")) {
      Path out = folder.resolve("on-" + threads);
      CommandRun run =
          CommandRun.of(
              "run",
              file.toString(),
              "-q",
              "--threads",
              threads,
              "--no-plots",
              "--out",
              out.toString());
      assertEquals(0, run.exitCode(), run.err());
      String hash = manifest(out).get("spikes_sha256").getAsString();
      first = first.isEmpty() ? hash : first;
      assertEquals(first, hash, threads + " threads");
    }
  }

  private static List<String> pictures(Path result) throws IOException {
    try (Stream<Path> files = Files.list(result)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".png"))
          .sorted()
          .toList();
    }
  }

  private static String without(String key) {
    return SCENARIO.lines().filter(l -> !l.startsWith(key)).reduce("", (a, b) -> a + b + "\n");
  }

  @Test
  void shouldDrawARasterUnlessToldOtherwise() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), without("plots:"));
    Path usual = folder.resolve("usual");
    CommandRun.of("run", file.toString(), "-q", "--out", usual.toString());
    assertEquals(List.of("raster.png"), pictures(usual));
    Path chosen = folder.resolve("chosen");
    CommandRun run =
        CommandRun.of(
            "run", file.toString(), "-q", "--plots", "rate,isi", "--out", chosen.toString());
    assertEquals("", run.err());
    assertEquals(List.of("isi.png", "rate.png"), pictures(chosen));
    Path none = folder.resolve("none");
    CommandRun.of("run", file.toString(), "-q", "--no-plots", "--out", none.toString());
    assertEquals(List.of(), pictures(none));
    Path empty = folder.resolve("empty");
    run("--set", "plots=[]", "--out", empty.toString());
    assertEquals(List.of(), pictures(empty));
    CommandRun again = CommandRun.of("plot", empty.toString());
    assertEquals(0, again.exitCode());
    assertTrue(again.out().contains("raster.png"), "never silent: " + again.out());
    CommandRun wrong = run("--plots", "rastr");
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("did you mean 'raster'?"), wrong.err());
  }

  @Test
  void shouldSayWhatAPlotLacks() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            "scenario: x\ntime: {step: 0.1 ms, duration: 10 ms}\n"
                + "neurons: {a: {size: 2, model: iaf_psc_exp}}\nrecord: {spikes: none}\n");
    Path out = folder.resolve("out");
    assertEquals(
        0, CommandRun.of("run", file.toString(), "-q", "--out", out.toString()).exitCode());
    CommandRun nothing = CommandRun.of("plot", out.toString());
    assertEquals(2, nothing.exitCode());
    assertTrue(nothing.err().contains("nothing was recorded that can be drawn"), nothing.err());
    CommandRun traces = CommandRun.of("plot", out.toString(), "--plots", "traces");
    assertEquals(2, traces.exitCode());
    assertEquals(
        "no plot 'traces': it shows state variables, which were not recorded; 'record' in the"
            + " scenario says what is\n",
        traces.err());
  }

  @Test
  void shouldPutParametersIntoTheTitleAndWhatWasSetUnderIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            SCENARIO.replace(
                "title: A small network", "title: \"{n} neurons, w = {2 * w}, {{n}}\""));
    Path out = folder.resolve("out");
    CommandRun run =
        CommandRun.of("run", file.toString(), "--set", "w=80 pA", "--out", out.toString());
    assertTrue(
        run.out().startsWith("small: 40 neurons, w = 160 pA, {n}\nwith w = 80 pA\n"), run.out());
    String raster = Files.readString(out.resolve("raster.svg"));
    assertTrue(raster.contains(">40 neurons, w = 160 pA, {n}<"), "title");
    assertTrue(raster.contains(">set: w = 80 pA<"), "subtitle");
    CommandRun.of("plot", out.toString());
    String again = Files.readString(out.resolve("raster.svg"));
    assertTrue(again.contains(">set: w = 80 pA<"), "subtitle of a plot that is drawn again");
    CommandRun show = CommandRun.of("show", "--yaml", out.resolve("scenario.yaml").toString());
    assertTrue(show.out().contains("title: \"40 neurons, w = 160 pA, {{n}}\""), show.out());
  }

  @Test
  void shouldDrawRatesInTheBinsOfTheScenarioAndOfTheCommandLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            SCENARIO
                .replace(", rates: {of: [zeta], bin: 5 ms}", "")
                .replace(
                    "plots: [raster, traces, weights]",
                    "plots: [{rate: {bin: 2 ms, neurons: \"zeta[0:7]\"}}, traces]"));
    Path out = folder.resolve("out");
    CommandRun run = CommandRun.of("run", file.toString(), "-q", "--out", out.toString());
    assertEquals("", run.err());
    String rate = Files.readString(out.resolve("rate.svg"));
    assertTrue(rate.contains("rates in bins of 2 ms<"), "bins of the scenario");
    CommandRun plot =
        CommandRun.of(
            "plot",
            out.toString(),
            "--plots",
            "rate",
            "--bin",
            "4 ms",
            "--smooth",
            "10 ms",
            "--neurons",
            "alpha[3:],zeta[1]");
    assertEquals("", plot.err());
    assertTrue(
        Files.readString(out.resolve("rate.svg"))
            .contains(
                "rates in bins of 4 ms, smoothed backwards in time with a constant of 10 ms<"),
        "bins of the command line");
    CommandRun nobody = CommandRun.of("plot", out.toString(), "--neurons", "zeta[7:99]");
    assertEquals(2, nobody.exitCode());
    assertEquals("--neurons zeta[7:99]: 'zeta' has the neurons [0:40]\n", nobody.err());
  }
}
