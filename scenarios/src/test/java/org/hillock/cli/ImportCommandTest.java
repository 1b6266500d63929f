package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.cli.option.Catalog;
import org.hillock.nir.NirArray;
import org.hillock.nir.NirExport;
import org.hillock.nir.NirGraph;
import org.hillock.nir.NirMetadata;
import org.hillock.nir.NirNode;
import org.hillock.nir.NirReader;
import org.hillock.nir.NirWriter;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  @TempDir Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private List<String> entries(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** One cell that fires at every third spike: jumps of 5, threshold 12. */
  private void model(String name) throws IOException {
    NirGraph graph =
        new NirGraph(
            Map.of(
                "in", new NirNode.Input(List.of(2), NirMetadata.NONE),
                "w", new NirNode.Linear(NirArray.of(List.of(1, 2), 5, 0), NirMetadata.NONE),
                "cell",
                    new NirNode.IF(
                        NirArray.of(1000), NirArray.of(12), NirArray.of(0), NirMetadata.NONE),
                "li",
                    new NirNode.LI(
                        NirArray.of(0.02), NirArray.of(1), NirArray.of(0), NirMetadata.NONE),
                "out", new NirNode.Output(List.of(1), NirMetadata.NONE)),
            List.of(
                new NirGraph.Edge("in", "w"),
                new NirGraph.Edge("w", "cell"),
                new NirGraph.Edge("cell", "li"),
                new NirGraph.Edge("li", "out")),
            NirMetadata.NONE);
    NirWriter.write(graph, folder.resolve(name));
  }

  @Test
  void shouldWriteAScenarioThatRuns() throws Exception {
    model("model.nir");
    Path spikes =
        Files.writeString(
            folder.resolve("s.csv"), "neuron,time_ms\n0,10\n0,20\n1,25\n0,30\n0,40\n0,50\n0,60\n");
    CommandRun run =
        CommandRun.of(
            "import",
            path("model.nir"),
            "--step",
            "1 ms",
            "--input",
            spikes.toString(),
            "--out",
            path("model"));
    assertEquals("", run.err());
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("4 neurons in 3 populations, 2 synapses\n"), run.out());
    assertEquals(
        List.of("in-spikes.csv", "manifest.json", "scenario.yaml"),
        entries(folder.resolve("model")));
    String scenario = path("model/scenario.yaml");
    CommandRun result = CommandRun.of("run", scenario, "--out", path("result"), "--no-plots");
    assertEquals(0, result.exitCode(), result.err());
    String fired = Files.readString(folder.resolve("result/spikes.csv"));
    assertTrue(fired.contains("31,cell,0\n") && fired.contains("61,cell,0\n"), fired);
    assertEquals(2, fired.lines().filter(line -> line.contains(",cell,")).count(), fired);
    assertTrue(Files.exists(folder.resolve("result/traces.csv")));
  }

  @Test
  void shouldRunWithoutKnowingItsInput() throws Exception {
    model("model.nir");
    assertEquals(
        0, CommandRun.of("import", path("model.nir"), "--out", path("m"), "-q").exitCode());
    CommandRun result =
        CommandRun.of(
            "run", path("m/scenario.yaml"), "--out", path("r"), "--set", "input_rate=500 Hz");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(Files.exists(folder.resolve("r/raster.png")));
  }

  /** A scenario that ships, to NIR and back: its synapses come from files. */
  @Test
  void shouldTakeAnExportBack() throws Exception {
    Scenario brunel =
        ScenarioLoader.load(
            Catalog.shipped("brunel"), Map.of("order", "40"), new Overrides(3L, 100.0, null, null));
    List<String> warnings =
        NirExport.write(
            brunel.network(),
            brunel.settings().step(),
            brunel.settings().seed(),
            folder.resolve("brunel.nir"));
    assertTrue(warnings.stream().anyMatch(w -> w.contains("Poisson")), warnings.toString());
    CommandRun run = CommandRun.of("import", path("brunel.nir"), "--out", path("brunel"));
    assertEquals("", run.err());
    assertEquals(0, run.exitCode(), run.out());
    assertTrue(entries(folder.resolve("brunel")).stream().anyMatch(f -> f.endsWith(".csv")));
    CommandRun result =
        CommandRun.of(
            "run",
            path("brunel/scenario.yaml"),
            "--out",
            path("r"),
            "--no-plots",
            "--duration",
            "200 ms");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(Files.readAllLines(folder.resolve("r/spikes.csv")).size() > 100);
  }

  @Test
  void shouldExplainMistakesAndLeaveNothingBehind() throws Exception {
    model("model.nir");
    Files.writeString(folder.resolve("text.nir"), "text");
    Files.writeString(folder.resolve("wrong.csv"), "time_ms,neuron\n10,0\nx,7\n");
    List<String> before = entries(folder);
    CommandRun none = CommandRun.of("import", path("none.nir"), "--out", path("o"));
    assertEquals(2, none.exitCode());
    assertTrue(none.err().startsWith("there is no file '"), none.err());
    CommandRun text = CommandRun.of("import", path("text.nir"), "--out", path("o"));
    assertEquals(2, text.exitCode());
    assertTrue(text.err().contains("is not an HDF5 file"), text.err());
    CommandRun wrong =
        CommandRun.of(
            "import", path("model.nir"), "--input", "in=" + path("wrong.csv"), "--out", path("o"));
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("wrong.csv:3:1: time_ms: found 'x'"), wrong.err());
    CommandRun unknown =
        CommandRun.of(
            "import", path("model.nir"), "--input", "inn=" + path("wrong.csv"), "--out", path("o"));
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("did you mean 'in'?"), unknown.err());
    assertEquals(
        2,
        CommandRun.of("import", path("model.nir"), "--step", "5 mV", "--out", path("o"))
            .exitCode());
    assertEquals(before, entries(folder));
  }

  private String scenario(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
  }

  private void lif(String name, String node, double tau, NirNode.Input in) throws IOException {
    NirArray one = NirArray.of(1);
    NirNode cell =
        new NirNode.LIF(
            NirArray.of(tau),
            one,
            NirArray.of(0),
            NirArray.of(0.5),
            NirArray.of(0),
            NirMetadata.NONE);
    NirWriter.write(
        new NirGraph(
            Map.of("in", in, node, cell, "out", new NirNode.Output(List.of(1), NirMetadata.NONE)),
            List.of(new NirGraph.Edge("in", node), new NirGraph.Edge(node, "out")),
            NirMetadata.NONE),
        folder.resolve(name));
  }

  /** One spike leaves 1 - e^(-1) = 0.63 of 1 in v, or all of 1 with forward Euler. */
  @Test
  void shouldStepAsTheFrameworkThatMadeTheModel() throws Exception {
    NirMetadata spikes = NirMetadata.NONE.with("times_ms", NirArray.of(1));
    lif("m.nir", "cell", 0.0001, new NirNode.Input(List.of(1), spikes));
    for (String decay : List.of("exact", "euler")) {
      CommandRun run =
          CommandRun.of("import", path("m.nir"), "--decay", decay, "--out", path(decay), "-q");
      assertEquals(0, run.exitCode(), run.err());
      String text = Files.readString(folder.resolve(decay + "/scenario.yaml"));
      String weight = decay.equals("exact") ? "weight: 0.63212055882855" : "weight: 1 mV";
      assertTrue(text.contains(weight), text);
    }
    CommandRun wrong = CommandRun.of("import", path("m.nir"), "--decay", "eular", "-q");
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("did you mean 'euler'?"), wrong.err());
  }

  @Test
  void shouldSayThatAStatedStepIsOfNoUseUnlessAnotherIsGiven() throws Exception {
    NirNode cell = new NirNode.Threshold(NirArray.of(0.5), NirMetadata.NONE);
    NirWriter.write(
        new NirGraph(
            Map.of("in", new NirNode.Input(List.of(1), NirMetadata.NONE), "cell", cell),
            List.of(new NirGraph.Edge("in", "cell")),
            NirMetadata.NONE.with("dt_s", NirArray.of(-0.001))),
        folder.resolve("back.nir"));
    String said =
        "'dt_s' is -0.001, expected one number of seconds above 0; not used: steps are of 0.1 ms"
            + " (see --step)";
    CommandRun fallen = CommandRun.of("import", path("back.nir"), "--out", path("a"));
    assertEquals(0, fallen.exitCode(), fallen.err());
    assertTrue(fallen.out().contains(said), fallen.out());
    assertTrue(Files.readString(folder.resolve("a/scenario.yaml")).contains(said));
    CommandRun given =
        CommandRun.of("import", path("back.nir"), "--step", "1 ms", "--out", path("b"));
    assertTrue(!given.out().contains("dt_s"), given.out());
  }

  @Test
  void shouldHintAtTheStepOfModelsWithoutTime() throws Exception {
    NirNode cell =
        new NirNode.IF(NirArray.of(1), NirArray.of(0.5), NirArray.of(0), NirMetadata.NONE);
    NirWriter.write(
        new NirGraph(
            Map.of("in", new NirNode.Input(List.of(1), NirMetadata.NONE), "cell", cell),
            List.of(new NirGraph.Edge("in", "cell")),
            NirMetadata.NONE),
        folder.resolve("if.nir"));
    CommandRun hint = CommandRun.of("import", path("if.nir"), "--out", path("a"));
    assertTrue(hint.out().contains("(--step '1 s')"), hint.out());
    CommandRun given = CommandRun.of("import", path("if.nir"), "--step", "1 s", "--out", path("b"));
    assertTrue(!given.out().contains("--step '1 s'"), given.out());
    CommandRun run =
        CommandRun.of("run", path("b/scenario.yaml"), "--out", path("r"), "--no-plots");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(Files.readString(folder.resolve("r/spikes.csv")).contains(",cell,0"));
  }

  @Test
  void shouldTakeNamesThatYamlHasForItself() throws Exception {
    for (String name : List.of("null", "true", "on", "NULL", "~", "1e3")) {
      lif("n.nir", name, 0.02, new NirNode.Input(List.of(1), NirMetadata.NONE));
      CommandRun run =
          CommandRun.of("import", path("n.nir"), "--out", path("n"), "--overwrite", "-q");
      assertEquals(0, run.exitCode(), name + ": " + run.err());
    }
  }

  @Test
  void shouldTakeStartStopAndDeadTimeOfPoissonSpikesBack() throws Exception {
    String file =
        scenario(
            "p.yaml",
            "scenario: p",
            "time: {step: 0.1 ms, duration: 100 ms}",
            "neurons:",
            "  noise: {size: 2, model: poisson_generator, rate: 1 kHz, dead_time: 0.83 ms, start: 20 ms,",
            "    stop: 60 ms}",
            "  cell: {size: 2, model: iaf_psc_delta}",
            "synapses:",
            "  - {from: noise, to: cell, rule: all_to_all, weight: 20 mV, delay: 1 ms}");
    CommandRun export =
        CommandRun.of("export", file, "--format", "nir", "--out", path("chip"), "-q");
    assertEquals(0, export.exitCode(), export.err());
    CommandRun back = CommandRun.of("import", path("chip/p.nir"), "--out", path("back"), "-q");
    assertEquals(0, back.exitCode(), back.err());
    CommandRun run =
        CommandRun.of("run", path("back/scenario.yaml"), "--out", path("r"), "--no-plots");
    assertEquals(0, run.exitCode(), run.err());
    for (String neuron : List.of("0", "1")) {
      List<Double> times =
          Files.readAllLines(folder.resolve("r/spikes.csv")).stream()
              .filter(line -> line.endsWith(",noise," + neuron))
              .map(line -> Double.parseDouble(line.split(",")[0]))
              .toList();
      assertTrue(times.size() > 15, times.toString());
      assertTrue(times.stream().allMatch(t -> t >= 20 && t <= 60.05), times.toString());
      for (int i = 1; i < times.size(); i++) {
        // Of 0.83 ms at least 0.8 ms are left on the grid.
        assertTrue(times.get(i) - times.get(i - 1) > 0.75, times.toString());
      }
    }
  }

  @Test
  void shouldExportAnInputAndAnOutputEvenIfTheNetworkKeepsItselfGoing() throws Exception {
    String file =
        scenario(
            "r.yaml",
            "scenario: r",
            "time: {step: 0.1 ms, duration: 1 s}",
            "neurons: {cell: {size: 3, model: iaf_psc_delta, I_e: 400 pA}}",
            "synapses: [{from: cell, to: cell, rule: all_to_all, weight: 1 mV, delay: 1 ms}]");
    CommandRun export =
        CommandRun.of("export", file, "--format", "nir", "--out", path("chip"), "-q");
    assertEquals(0, export.exitCode(), export.err());
    NirGraph graph = NirReader.read(folder.resolve("chip/r.nir"));
    assertTrue(graph.edges().contains(new NirGraph.Edge("cell_input", "cell")));
    assertTrue(graph.edges().contains(new NirGraph.Edge("cell", "cell_output")));
    CommandRun back = CommandRun.of("import", path("chip/r.nir"), "--out", path("back"), "-q");
    assertEquals(0, back.exitCode(), back.err());
    String text = Files.readString(folder.resolve("back/scenario.yaml"));
    assertTrue(!text.contains("poisson"), text);
    CommandRun run = CommandRun.of("run", file, "--out", path("one"), "--no-plots");
    CommandRun again =
        CommandRun.of("run", path("back/scenario.yaml"), "--out", path("two"), "--no-plots");
    assertEquals(0, run.exitCode() + again.exitCode(), run.err() + again.err());
    assertEquals(
        Files.readString(folder.resolve("one/spikes.csv")),
        Files.readString(folder.resolve("two/spikes.csv")));
  }

  @Test
  void shouldRefuseToExportANetworkWithoutNeurons() throws Exception {
    String file =
        scenario(
            "s.yaml",
            "scenario: s",
            "time: {step: 0.1 ms, duration: 100 ms}",
            "neurons: {noise: {size: 2, model: poisson_generator, rate: 10 Hz}}");
    CommandRun export =
        CommandRun.of("export", file, "--format", "nir", "--out", path("chip"), "-q");
    assertEquals(2, export.exitCode());
    assertTrue(
        export.err().contains("the network has no neurons, only senders of spikes"), export.err());
  }

  private static String duration(Path scenario) throws IOException {
    return Files.readAllLines(scenario).stream()
        .filter(line -> line.startsWith("time:"))
        .findFirst()
        .orElseThrow();
  }

  /** The last spike at 1,700 ms and 100 ms more, whatever the file looks like. */
  @Test
  void shouldRunUntilAfterTheLastSpikeOfAnyFileThatScenariosRead() throws Exception {
    model("model.nir");
    Map<String, String> files =
        Map.of(
            "s.csv", "time_ms,neuron\n10,0\n1700,1\n20,0\n",
            "quoted.csv", "# from a table\n\"neuron\",\"time_ms\"\n0,\"10\"\n1,\"1700\"\n",
            "nest.dat", "sender\ttime_ms\n1\t10.0\n2\t1700.0\n",
            "nest.gdf", "1 10.0\n2 1700.0\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
      CommandRun run =
          CommandRun.of(
              "import",
              path("model.nir"),
              "--input",
              path(file.getKey()),
              "--out",
              path("of-" + file.getKey()),
              "-q");
      assertEquals(0, run.exitCode(), run.err());
      assertEquals(
          "time: {step: 0.1 ms, duration: 1800 ms}",
          duration(folder.resolve("of-" + file.getKey() + "/scenario.yaml")),
          file.getKey());
    }
  }

  @Test
  void shouldTellOfMistakesInTheFilesThatTheUserHas() throws Exception {
    model("model.nir");
    for (String text : List.of("", "time_ms,neuron\n-3,0\n", "a,b\n1,2\n", "time_ms\n1\n")) {
      Files.writeString(folder.resolve("mine.csv"), text);
      CommandRun run =
          CommandRun.of(
              "import", path("model.nir"), "--input", path("mine.csv"), "--out", path("o"));
      assertEquals(2, run.exitCode(), run.err());
      assertTrue(run.err().contains("mine.csv"), run.err());
      assertTrue(
          !run.err().contains("in-spikes.csv") && !run.err().contains("scenario.yaml"), run.err());
    }
    NirMetadata far = NirMetadata.NONE.with("times_ms", NirArray.of(1e300));
    lif("far.nir", "cell", 0.02, new NirNode.Input(List.of(1), far));
    CommandRun run = CommandRun.of("import", path("far.nir"), "--out", path("o"));
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("far.nir: "), run.err());
    assertTrue(!run.err().contains("scenario.yaml"), run.err());
    assertTrue(!Files.exists(folder.resolve("o")));
  }

  private String driven() throws IOException {
    return scenario(
        "p.yaml",
        "scenario: p",
        "time: {step: 0.1 ms, duration: 40 ms}",
        "neurons: {cell: {size: 2, model: iaf_psc_delta, t_ref: 2 ms}}",
        "inputs: {drive: {type: poisson, to: cell, rate: 1000000 Hz, weight: 30 mV, delay: 1.5 ms,"
            + " start: 10 ms, stop: 20 ms}}");
  }

  private List<String> spikes(String result) throws IOException {
    return Files.readAllLines(folder.resolve(result + "/spikes.csv")).stream()
        .filter(line -> line.contains(",cell,"))
        .toList();
  }

  /** 100 spikes a step, each enough to fire: from 11.6 ms on, whenever a neuron may. */
  @Test
  void shouldLetPoissonInputsArriveWhenTheyDid() throws Exception {
    String file = driven();
    CommandRun export =
        CommandRun.of("export", file, "--format", "nir", "--out", path("chip"), "-q");
    assertEquals(0, export.exitCode(), export.err());
    CommandRun back = CommandRun.of("import", path("chip/p.nir"), "--out", path("back"), "-q");
    assertEquals(0, back.exitCode(), back.err());
    CommandRun run = CommandRun.of("run", file, "--out", path("one"), "--no-plots");
    CommandRun again =
        CommandRun.of("run", path("back/scenario.yaml"), "--out", path("two"), "--no-plots");
    assertEquals(0, run.exitCode() + again.exitCode(), run.err() + again.err());
    assertEquals("11.6,cell,0", spikes("one").get(0));
    assertEquals(spikes("one"), spikes("two"));
  }

  @Test
  void shouldTakeAnExportBackAtAnotherStepAndSayWhatIsRounded() throws Exception {
    String file = driven();
    CommandRun export =
        CommandRun.of("export", file, "--format", "nir", "--out", path("chip"), "-q");
    assertEquals(0, export.exitCode(), export.err());
    for (String step : List.of("1 ms", "0.3 ms", "7 ms")) {
      CommandRun back =
          CommandRun.of(
              "import", path("chip/p.nir"), "--step", step, "--out", path("back"), "--overwrite");
      assertEquals(0, back.exitCode(), back.err());
      assertTrue(back.out().contains("stop_ms rounded to whole steps of " + step), back.out());
      CommandRun run =
          CommandRun.of(
              "run", path("back/scenario.yaml"), "--out", path("two"), "--no-plots", "--overwrite");
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(!spikes("two").isEmpty());
    }
  }

  @Test
  void namesThePlaceOfAByteOfAnInputThatIsNoText() throws Exception {
    model("model.nir");
    Path bad =
        Files.write(folder.resolve("bad.csv"), new byte[] {'t', 'i', '\n', '1', (byte) 0xe9, '\n'});
    CommandRun run =
        CommandRun.of("import", path("model.nir"), "--input", "in=" + bad, "--out", path("o"));
    assertEquals(2, run.exitCode());
    assertTrue(
        run.err().startsWith(bad + ": ")
            && run.err().contains("line 2, column 2: found the byte 0xE9; expected a text file"),
        run.err());
  }
}
