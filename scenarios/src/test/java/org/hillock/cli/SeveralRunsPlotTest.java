package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.io.StoredResult;
import org.hillock.plot.PlotData;
import org.hillock.plot.SeveralRuns;
import org.hillock.record.Spikes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several runs in one picture. */
class SeveralRunsPlotTest {

  private static final String SCENARIO =
      """
      scenario: drive
      time: {step: 0.1 ms, duration: 400 ms}
      parameters: {r: 6 kHz}
      neurons:
        exc: {size: 20, model: iaf_psc_delta}
        inh: {size: 5, model: iaf_psc_delta}
      inputs:
        noise: {type: poisson, to: [exc, inh], rate: r, weight: 0.4 mV}
      synapses:
        - {name: loop, from: exc, to: exc, rule: pairwise_bernoulli, probability: 0.2,
           weight: 0.2 mV, delay: 1 ms, plasticity: {rule: stdp, lambda: 0.01, W_max: 2 mV}}
      record:
        spikes: all
        V_m: "exc[0:2]"
        interval: 1 ms
        weights: {of: loop, every: 50 ms}
      plots: [{raster: {window: [350 ms, 400 ms]}}, traces]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void run() throws IOException {
    Path scenario = Files.writeString(folder.resolve("drive.yaml"), SCENARIO);
    call(0, "run", scenario, "-q", "--out", folder.resolve("weak"));
    call(
        0,
        "run",
        scenario,
        "-q",
        "--set",
        "r=9 kHz",
        "--duration",
        "300 ms",
        "--out",
        folder.resolve("strong"));
  }

  private CommandRun call(int code, Object... words) {
    CommandRun run = CommandRun.of(Stream.of(words).map(Object::toString).toArray(String[]::new));
    assertEquals(code, run.exitCode(), run.err());
    return run;
  }

  private CommandRun plot(int code, String... options) {
    Stream<Object> runs = Stream.of("plot", folder.resolve("weak"), folder.resolve("strong"));
    return call(code, Stream.concat(runs, Stream.of(options)).toArray());
  }

  private Map<String, PlotData> stored() throws IOException {
    Map<String, PlotData> runs = new LinkedHashMap<>();
    for (String name : List.of("weak", "strong")) {
      runs.put(name, StoredResult.open(folder.resolve(name)).plotData());
    }
    return runs;
  }

  @Test
  void theSamePopulationsStandBesideEachOther() throws IOException {
    PlotData data = SeveralRuns.together(stored());
    assertEquals(
        List.of("weak: exc", "strong: exc", "weak: inh", "strong: inh"),
        data.groups().stream().map(PlotData.Group::name).toList());
  }

  @Test
  void theTimeIsThatWhichAllRunsRecorded() throws IOException {
    PlotData data = SeveralRuns.together(stored());
    assertEquals(0, data.start());
    assertEquals(300, data.stop());
    for (Map.Entry<String, PlotData> run : stored().entrySet()) {
      PlotData own = run.getValue().between(0, 300);
      for (PlotData.Group group : own.groups()) {
        PlotData.Group here = new PlotData.Group(run.getKey() + ": " + group.name(), 0, 1);
        Spikes spikes = data.spikesOf(here).orElseThrow();
        assertTrue(spikes.count() > 0);
        assertEquals(own.spikesOf(group).orElseThrow().count(), spikes.count());
      }
    }
  }

  @Test
  void runsThatHaveNoTimeInCommonAreToldInASentence() throws IOException {
    Path late = folder.resolve("late");
    String text =
        Files.readString(folder.resolve("drive.yaml"))
            .replace("duration", "warmup: 400 ms, duration");
    Path scenario =
        Files.writeString(
            folder.resolve("late.yaml"),
            text.replace("{raster: {window: [350 ms, 400 ms]}}", "raster"));
    call(0, "run", scenario, "-q", "--out", late);
    assertEquals(
        "no time was recorded by all runs: weak goes from 0 ms to 400 ms,"
            + " late goes from 400 ms to 800 ms\n",
        call(2, "plot", folder.resolve("weak"), late, "--out", folder.resolve("figure")).err());
  }

  @ParameterizedTest
  @CsvSource({
    "raster, weak: exc",
    "rate, strong: inh",
    "isi, strong: exc",
    "traces, strong: exc[1]",
    "weights, weak: loop",
    "weight_time, strong: loop",
    "spectrum, weak: inh",
    "correlogram, strong: inh",
    "spectrogram, strong: inh",
    "receptive_fields, strong: loop",
    "weight_matrix, weak: loop"
  })
  void aPictureCallsPopulationsAndProjectionsByTheirRun(String kind, String label)
      throws IOException {
    Path out = folder.resolve("figure");
    plot(0, "--plots", kind, "--out", out.toString());
    String svg = Files.readString(out.resolve(kind + ".svg"));
    assertTrue(svg.contains(label), label);
  }

  @Test
  void populationsOfDifferentRunsAreNotCorrelated() throws IOException {
    Path out = folder.resolve("figure");
    plot(0, "--plots", "correlogram", "--out", out.toString());
    String svg = Files.readString(out.resolve("correlogram.svg"));
    assertTrue(svg.contains("strong: exc, then strong: inh"), svg);
    assertFalse(svg.contains("weak: exc, then strong"), svg);
  }

  @Test
  void neuronsAreChosenInEachRun() throws IOException {
    Path out = folder.resolve("figure");
    plot(0, "--plots", "raster", "--neurons", "exc[0:4]", "--out", out.toString());
    String svg = Files.readString(out.resolve("raster.svg"));
    assertTrue(svg.contains("strong: exc"), svg);
    assertFalse(svg.contains("inh"), svg);
  }

  @Test
  void thePlotsOfTheScenarioAreDrawnOverTheCommonTime() {
    Path out = folder.resolve("figure");
    CommandRun run = plot(0, "--out", out.toString());
    assertTrue(run.out().contains("raster.png"), run.out());
    assertTrue(run.out().contains("traces.png"), run.out());
  }

  @Test
  void whatCannotBeDrawnTogetherIsToldInASentence() {
    Path weak = folder.resolve("weak");
    assertEquals(
        "pictures of 2 runs: expected --out, the folder that they go into\n", plot(2).err());
    Path strong = folder.resolve("strong");
    String own = plot(2, "--out", strong.toString()).err();
    String sentence = strong + " is one of the runs: expected another folder";
    assertTrue(own.contains(sentence), own);
    assertFalse(Files.exists(strong.resolve("spectrum.png")));
    String twice = call(2, "plot", weak, weak.resolve("../weak"), "--out", folder).err();
    assertTrue(twice.contains("weak is given twice: expected each run once"), twice);
    String[] range = {"--neurons", "exc,nobody", "--out", "figure"};
    assertEquals("there is no population 'nobody' (known: exc, inh)\n", plot(2, range).err());
  }
}
