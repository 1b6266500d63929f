package org.hillock.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.RunEnd;
import org.hillock.io.ChipFacts;
import org.hillock.io.Conversion;
import org.hillock.io.Manifest;
import org.hillock.io.ProgramVersion;
import org.hillock.io.ResultFolder;
import org.hillock.io.ResultSink;
import org.hillock.io.StoredResult;
import org.hillock.plot.PlotData;
import org.hillock.record.SinkException;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.write.ResolvedYaml;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of a result, one after the other. If an interruption leaves no time for all of
 * them, those that are whole are kept, and the manifest names the others.
 */
final class ResultWriter {

  /**
   * What a run gave.
   *
   * @param scenario what was run
   * @param from whose state it began with; null if it began with its own
   * @param end how it ended
   * @param chip that was emulated; null if none was
   * @param verdicts of the scenario's expectations
   */
  record Outcome(
      Scenario scenario,
      @Nullable Path from,
      RunEnd end,
      @Nullable ChipFacts chip,
      List<Verdict> verdicts) {}

  private static final String SCENARIO = "scenario.yaml";

  private final Outcome outcome;
  private final ResultFolder results;
  private final ResultSink sink;
  private final Interruption interruption;
  private final List<String> leftOut = new ArrayList<>();
  private @Nullable IOException failure;

  ResultWriter(Outcome outcome, ResultFolder results, ResultSink sink, Interruption interruption) {
    this.outcome = outcome;
    this.results = results;
    this.sink = sink;
    this.interruption = interruption;
    SinkException stopped = interruption.requested() ? null : outcome.end().failure();
    this.failure = stopped == null ? null : new IOException(stopped.getMessage(), stopped);
  }

  /** Why a file could not be written, if it is not for want of time; null if all could. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Names of the files that there was no time for, or no room. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Writes everything but the plots and what has been written while the run went on. */
  void write() throws IOException {
    interruption.writing();
    Scenario scenario = outcome.scenario();
    part(
        new Conversion(
            List.of(SCENARIO),
            folder -> Files.writeString(folder.apply(SCENARIO), ResolvedYaml.of(scenario))));
    for (Conversion files : sink.conversions()) {
      part(files);
    }
    new Manifest(
            scenario,
            outcome.end(),
            sink.totals(),
            new Manifest.Environment(
                ProgramVersion.number(), ProgramVersion.jvm(), PeakMemory.mebibytes()),
            outcome.from() == null ? null : outcome.from().toString(),
            outcome.chip(),
            sink.spikesSha256(),
            outcome.verdicts(),
            leftOut,
            sink.otherFiles())
        .write(results.file("manifest.json"));
  }

  /** Draws what the scenario asks for, if there is time. */
  void draw(PrintWriter err) throws IOException {
    if (interruption.expired() || failure != null) {
      return;
    }
    StoredResult stored = StoredResult.open(results.file(""));
    PlotData data = stored.plotData();
    try {
      Drawing.write(data, stored.plots(), results.file(""), err);
    } catch (IOException e) {
      failure = e;
      leftOut.addAll(stored.plots().keySet());
    }
  }

  private void part(Conversion files) throws IOException {
    if (interruption.expired()) {
      leftOut.addAll(files.files());
      return;
    }
    try {
      files.writing().write(results::file);
    } catch (IOException e) {
      // On a full disk what there is room for is kept.
      if (!interruption.expired() && failure == null) {
        failure = e;
      }
      for (String name : files.files()) {
        Files.deleteIfExists(results.file(name));
      }
      leftOut.addAll(files.files());
    }
  }
}
