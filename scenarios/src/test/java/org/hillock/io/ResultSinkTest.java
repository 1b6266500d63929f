package org.hillock.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.record.Batch;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultSinkTest {

  /** Every kind of recorder, and samples enough for several batches. */
  private static final String SCENARIO =
      """
      scenario: all
      time: {step: 0.1 ms, warmup: 3 ms, duration: 3 s}
      neurons:
        exc: {size: 40, model: iaf_psc_exp, I_e: 500 pA, V_m: {distribution: uniform, min: -70 mV, max: -55 mV}}
        inh: {size: 10, like: exc}
      synapses:
        - name: plastic
          from: exc
          to: inh
          rule: all_to_all
          weight: 20 pA
          delay: 1.5 ms
          plasticity: {rule: benna_fusi}
      record:
        spikes: all
        V_m: exc
        rates: {of: [exc, inh], bin: 5 ms}
        weights: {of: [plastic], every: 50 ms, states: true}
      """;

  @TempDir Path folder;

  private static Scenario scenario() throws Exception {
    return ScenarioLoader.load(
        new ScenarioSource("all.yaml", SCENARIO, null), Map.of(), Overrides.NONE);
  }

  private static List<Batch> batches(Scenario scenario) {
    List<Batch> batches = new ArrayList<>();
    Engines.build(scenario.network(), scenario.settings(), scenario.recording(), RunListener.NONE)
        .run(RunListener.NONE, batches::add);
    return batches;
  }

  /** Ends a sink, and reads all files. */
  private static Map<String, String> files(ResultFolder results, ResultSink sink)
      throws IOException {
    sink.finish();
    for (Conversion files : sink.conversions()) {
      files.writing().write(results::file);
    }
    sink.close();
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> entries = Files.list(results.file(""))) {
      for (Path file : entries.filter(path -> !path.endsWith(".running")).toList()) {
        all.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void filesThatAreGoneOnWithAreThoseOfARunThatWasNotInterrupted(int before) throws Exception {
    Scenario scenario = scenario();
    List<Batch> batches = batches(scenario);
    assertTrue(batches.size() > 4, batches.size() + " batches");
    Map<String, String> expected;
    String hash;
    double variation;
    try (ResultFolder results = ResultFolder.create(folder.resolve("whole"), false);
        ResultSink sink = new ResultSink(results, scenario, true, Set.of())) {
      for (Batch batch : batches) {
        sink.take(batch);
      }
      expected = files(results, sink);
      hash = sink.spikesSha256();
      variation = sink.totals().cvIsi("exc");
    }
    assertEquals(
        List.of(
            "exc.dat",
            "inh.dat",
            "rates.csv",
            "spikes.csv",
            "synapse_states.csv",
            "traces.csv",
            "weights.csv"),
        List.copyOf(expected.keySet()));
    try (ResultFolder results = ResultFolder.create(folder.resolve("again"), false);
        ResultSink killed = new ResultSink(results, scenario, true, Set.of())) {
      for (Batch batch : batches.subList(0, before)) {
        killed.take(batch);
      }
      Map<String, Long> bytes = killed.bytes();
      killed.take(batches.get(before));
      killed.bytes(); // puts into files what is cut off again
      try (ResultSink sink = new ResultSink(results, scenario, true, Set.of(), false, bytes)) {
        for (Batch batch : batches.subList(before, batches.size())) {
          sink.take(batch);
        }
        assertEquals(expected, files(results, sink));
        assertEquals(hash, sink.spikesSha256());
        assertEquals(variation, sink.totals().cvIsi("exc"));
      }
    }
  }

  @Test
  void claimsFindTheSameInFilesAsInMemory() throws Exception {
    Scenario scenario = scenario();
    var kept =
        Engines.build(
                scenario.network(), scenario.settings(), scenario.recording(), RunListener.NONE)
            .run(RunListener.NONE);
    try (ResultFolder results = ResultFolder.create(folder.resolve("out"), false);
        ResultSink sink = new ResultSink(results, scenario, false, Set.of())) {
      for (Batch batch : batches(scenario)) {
        sink.take(batch);
      }
      sink.finish();
      var found = sink.findings(kept.spikeCounts(), kept.endTime(), false);
      assertEquals(kept.spikes(), List.copyOf(found.spikes()));
      assertArrayEquals(
          kept.traces().get(0).values()[0][7],
          found.traces().of("exc", 7, "V_m").orElseThrow().values()[0][0]);
      assertTrue(found.traces().of("exc", 40, "V_m").isEmpty());
      double[][] weights = kept.weights().get(0).weights();
      assertArrayEquals(weights[weights.length - 1], found.weights().get(0).weights()[0]);
    }
  }
}
