package org.hillock.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.engine.run.RunEnd;
import org.hillock.io.ChipFacts;
import org.hillock.io.Manifest;
import org.hillock.io.ProgramVersion;
import org.hillock.io.ResultFolder;
import org.hillock.io.ResultSink;
import org.hillock.io.StoredResult;
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
   * @param end how it ended
   * @param chip that was emulated; null if none was
   * @param verdicts of the scenario's expectations
   */
  record Outcome(Scenario scenario, RunEnd end, @Nullable ChipFacts chip, List<Verdict> verdicts) {}

  private final Outcome outcome;
  private final ResultFolder results;
  private final ResultSink sink;
  private final Interruption interruption;
  private final List<String> leftOut = new ArrayList<>();

  ResultWriter(Outcome outcome, ResultFolder results, ResultSink sink, Interruption interruption) {
    this.outcome = outcome;
    this.results = results;
    this.sink = sink;
    this.interruption = interruption;
  }

  /** Names of the files that there was no time for, or no room. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Writes everything but the plots and what has been written while the run went on. */
  void write() throws IOException {
    interruption.writing();
    Scenario scenario = outcome.scenario();
    part("scenario.yaml", file -> Files.writeString(file, ResolvedYaml.of(scenario)));
    for (Map.Entry<String, ResultSink.Conversion> file : sink.conversions().entrySet()) {
      part(file.getKey(), file.getValue());
    }
    new Manifest(
            scenario,
            outcome.end(),
            sink.totals(),
            new Manifest.Environment(
                ProgramVersion.number(), ProgramVersion.jvm(), PeakMemory.mebibytes()),
            outcome.chip(),
            sink.spikesSha256(),
            outcome.verdicts(),
            leftOut)
        .write(results.file("manifest.json"));
  }

  /** Draws what the scenario asks for, if there is time. */
  void draw(PrintWriter err) throws IOException {
    if (interruption.expired()) {
      return;
    }
    StoredResult stored = StoredResult.open(results.file(""));
    Drawing.write(stored.plotData(), stored.plots(), results.file(""), err);
  }

  private void part(String name, ResultSink.Conversion part) throws IOException {
    Path file = results.file(name);
    if (interruption.expired()) {
      leftOut.add(name);
      return;
    }
    try {
      part.write(file);
    } catch (IOException e) {
      // On a full disk what there is room for is kept; then the failure is known already.
      if (!interruption.expired() && outcome.end().failure() == null) {
        throw e;
      }
      Files.deleteIfExists(file);
      leftOut.add(name);
    }
  }
}
