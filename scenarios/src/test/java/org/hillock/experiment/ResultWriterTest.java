package org.hillock.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunEnd;
import org.hillock.io.ResultFolder;
import org.hillock.io.ResultSink;
import org.hillock.io.StoredResult;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioLoader;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while results are being written. */
class ResultWriterTest {

  private static final String SCENARIO =
      """
      scenario: small
      time: {step: 0.1 ms, duration: 60 ms}
      neurons: {exc: {size: 3, model: iaf_psc_exp, I_e: 500 pA}}
      record: {spikes: all, V_m: exc}
      """;

  @TempDir Path folder;

  private static Scenario scenario() throws Exception {
    return ScenarioLoader.load(
        new ScenarioSource("small.yaml", SCENARIO, null), Map.of(), Overrides.NONE);
  }

  /** Runs the scenario into a folder, up to what is written while it runs. */
  private static ResultWriter.Outcome outcome(Scenario scenario, ResultSink sink) throws Exception {
    Progress silent = new Progress(System.err, true, false, 60, new Interruption());
    RunEnd end =
        Engines.build(scenario.network(), scenario.settings(), scenario.recording(), silent)
            .run(silent, sink);
    sink.finish();
    return new ResultWriter.Outcome(scenario, null, end, null, List.of());
  }

  @Test
  void waitsForAWriterThatIsInTime() throws Exception {
    Interruption interruption = new Interruption(3600);
    interruption.waitFromNowOn();
    Thread hook = new Thread(interruption::interrupted);
    hook.start();
    while (!interruption.requested()) {
      Thread.onSpinWait();
    }
    Path out = folder.resolve("out");
    Scenario scenario = scenario();
    try (ResultFolder results = ResultFolder.create(out, false);
        ResultSink sink = new ResultSink(results, scenario, true, Set.of())) {
      ResultWriter writer = new ResultWriter(outcome(scenario, sink), results, sink, interruption);
      writer.write();
      assertEquals(List.of(), writer.leftOut());
      sink.close();
      results.keep();
    }
    interruption.finished();
    hook.join();
    assertTrue(Files.exists(out.resolve("traces.csv")));
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(
          List.of("exc.dat", "manifest.json", "scenario.yaml", "spikes.csv", "traces.csv"),
          files.map(file -> String.valueOf(file.getFileName())).sorted().toList());
    }
  }

  @Test
  void keepsWhatIsWholeWhenTheTimeIsOver() throws Exception {
    Interruption interruption = new Interruption(0);
    interruption.waitFromNowOn();
    Thread hook = new Thread(interruption::interrupted);
    Path out = folder.resolve("out");
    Scenario scenario = scenario();
    try (ResultFolder results = ResultFolder.create(out, false);
        ResultSink sink = new ResultSink(results, scenario, true, Set.of())) {
      ResultWriter.Outcome outcome = outcome(scenario, sink);
      hook.start();
      while (!interruption.expired()) {
        Thread.onSpinWait();
      }
      ResultWriter writer = new ResultWriter(outcome, results, sink, interruption);
      writer.write();
      assertEquals(List.of("scenario.yaml", "traces.csv"), writer.leftOut());
      sink.close();
      results.keep();
    }
    interruption.finished();
    hook.join();
    assertTrue(Files.exists(out.resolve("spikes.csv")), "written while the run went on");
    assertTrue(Files.exists(out.resolve("exc.dat")), "written while the run went on");
    assertFalse(Files.exists(out.resolve("traces.csv")));
    JsonArray leftOut =
        JsonParser.parseString(Files.readString(out.resolve("manifest.json")))
            .getAsJsonObject()
            .getAsJsonArray("left_out");
    assertEquals("[\"scenario.yaml\",\"traces.csv\"]", leftOut.toString());
    assertEquals("small", StoredResult.open(out).plotData().title());
  }

  /** Who is in the middle of a file gives it up: its channel is closed. */
  @Test
  void givesUpTheFileThatIsBeingWritten() throws Exception {
    Interruption interruption = new Interruption(0);
    interruption.waitFromNowOn();
    interruption.writing();
    Thread hook = new Thread(interruption::interrupted);
    hook.start();
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    assertTrue(interruption.expired());
    assertFalse(Thread.currentThread().isInterrupted(), "what comes now is not disturbed");
    interruption.finished();
    hook.join();
  }
}
