package org.hillock.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.RunEnd;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.Simulation;
import org.hillock.file.FileFailure;
import org.hillock.io.ChipFacts;
import org.hillock.io.ClaimedFolder;
import org.hillock.io.OtherPlace;
import org.hillock.io.ResultFolder;
import org.hillock.io.ResultFormat;
import org.hillock.io.ResultSink;
import org.hillock.io.SavedFolder;
import org.hillock.io.StoredResult;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Findings;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A scenario from check to picture, on any engine:
 *
 * <ol>
 *   <li>whether the results can be kept is asked first, not after hours;
 *   <li>the network is built and run, and what it records goes into a folder meanwhile;
 *   <li>what the scenario expects is checked;
 *   <li>the folder is completed, so that it appears when it is whole, and drawn;
 *   <li>a summary is printed.
 * </ol>
 *
 * <p>Ctrl-C ends the second step; what was simulated until then goes on to the fourth, marked as
 * partial and unchecked. So does a disk that is full.
 */
public final class Experiment {

  /**
   * What becomes of the results.
   *
   * @param out folder of results; null for one named like the scenario
   * @param overwrite whether an older result of the same name is replaced
   * @param draw whether the plots of the scenario are drawn
   * @param check whether what it expects is checked
   * @param nest whether spikes are written in the format of NEST's recorders too
   * @param formats other forms in which the record is written too
   * @param show whether the plots are shown in a window
   * @param quiet whether nothing is said but complaints
   * @param course where the run begins, and whether it is saved
   */
  public record Plan(
      @Nullable Path out,
      boolean overwrite,
      boolean draw,
      boolean check,
      boolean nest,
      Set<ResultFormat> formats,
      boolean show,
      boolean quiet,
      Course course) {}

  /** Builds what is to be run, once nothing stands in the way of its results. */
  @FunctionalInterface
  public interface Builder {
    /**
     * Builds it.
     *
     * @param listener is told how far building has come
     */
    Simulation build(RunListener listener) throws IOException, ScenarioException;
  }

  /** How an experiment ends. */
  public enum Ending {
    /** All that was asked for holds. */
    DONE,
    /** The results are whole, but are not as the scenario expects. */
    EXPECTATION_FAILED,
    /** The results end before their time. */
    INTERRUPTED,
    /** The results end where there was no room any more, or no other way to write them. */
    UNWRITTEN
  }

  private final Scenario scenario;
  private final Plan plan;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * @param scenario what to run
   * @param plan what becomes of the results
   * @param out takes the summary
   * @param err takes complaints
   */
  public Experiment(Scenario scenario, Plan plan, PrintWriter out, PrintWriter err) {
    this.scenario = scenario;
    this.plan = plan;
    this.out = out;
    this.err = err;
  }

  /**
   * Does it all.
   *
   * @throws MistakeException if there is no place for the results
   */
  public Ending run(Builder builder) throws ScenarioException, IOException {
    Path named = plan.out();
    Path folder = named != null ? named : Path.of("results", scenario.name());
    if (plan.course().folder() == null) {
      // Without a name given the next free number is taken at the end.
      Path first = named != null || plan.overwrite() ? folder : ResultFolder.free(folder);
      String obstacle = ResultFolder.obstacle(first, plan.overwrite());
      if (!obstacle.isEmpty()) {
        throw new MistakeException(obstacle);
      }
      tellWhatIsLeft(folder);
    }
    Interruption interruption = new Interruption();
    interruption.listen();
    try {
      return run(builder, folder, interruption);
    } finally {
      interruption.finished();
    }
  }

  private Ending run(Builder builder, Path folder, Interruption interruption)
      throws IOException, ScenarioException {
    Progress progress =
        new Progress(
            System.err,
            plan.quiet(),
            Boolean.getBoolean(Progress.TERMINAL),
            scenario.settings().duration(),
            interruption);
    try {
      Simulation simulation = builder.build(progress);
      interruption.waitFromNowOn();
      return run(simulation, progress, folder, interruption);
    } finally {
      progress.close();
    }
  }

  private Ending run(
      Simulation simulation, Progress progress, Path folder, Interruption interruption)
      throws IOException, ScenarioException {
    ResultFolder results;
    try {
      results = folder(folder);
    } catch (IOException e) {
      throw unwritten(folder, e);
    }
    try (results) {
      ResultSink sink;
      try {
        sink = sink(results);
      } catch (IOException e) {
        throw unwritten(folder, e);
      }
      try (sink) {
        interruption.writing();
        RunEnd end = simulation.run(progress, sink, checkpoints(results, sink));
        progress.close();
        return finish(simulation, end, sink, results, interruption);
      }
    }
  }

  private ResultFolder folder(Path folder) throws IOException {
    ClaimedFolder claimed = plan.course().folder();
    return claimed == null
        ? ResultFolder.create(folder, plan.overwrite())
        : ResultFolder.goOn(claimed);
  }

  private ResultSink sink(ResultFolder results) throws IOException {
    Saving saving = plan.course().saving();
    Map<String, Long> bytes = Map.of();
    if (saving != null && plan.course().folder() != null) {
      bytes = saving.run().bytes();
      results.removeFiles(bytes.keySet());
    }
    ResultSink sink =
        new ResultSink(results, scenario, plan.nest(), plan.formats(), saving != null, bytes);
    if (saving != null) {
      sink.goesOnFrom(saving.run().time());
    }
    return sink;
  }

  private Checkpoints checkpoints(ResultFolder results, ResultSink sink) {
    Saving saving = plan.course().saving();
    return saving == null ? Checkpoints.NONE : saving.in(results, sink, err);
  }

  /** What a killed run left is not forgotten. */
  private void tellWhatIsLeft(Path folder) {
    for (SavedFolder left : SavedFolder.left(folder)) {
      if (!left.isBeingWritten() && !plan.quiet()) {
        err.println(
            "note: '"
                + left.folder()
                + "' is left of a run that was killed; 'hillock resume "
                + folder
                + "' goes on with it, if it is not wanted remove it");
        err.flush();
      }
    }
  }

  private Ending finish(
      Simulation simulation,
      RunEnd ran,
      ResultSink sink,
      ResultFolder results,
      Interruption interruption)
      throws IOException {
    RunEnd end = ran;
    Path written;
    ResultWriter.Outcome outcome;
    IOException failure;
    try {
      if (ran.failure() != null) {
        interruption.expired(); // if that is why, what comes now is not disturbed any more
        sink.cutToWhole();
        end = ran.until(Math.min(ran.time(), sink.wholeUntil()));
      } else {
        sink.finish();
      }
      ChipFacts chip =
          simulation instanceof ChipSimulation emulated ? ChipFacts.of(emulated.chip()) : null;
      outcome =
          new ResultWriter.Outcome(scenario, plan.course().from(), end, chip, verdicts(end, sink));
      ResultWriter writer = new ResultWriter(outcome, results, sink, interruption);
      written = write(writer, outcome, sink, results);
      failure = writer.failure();
    } catch (IOException e) {
      throw unwritten(results.target(), e);
    }
    if (!plan.quiet()) {
      RunSummary.print(scenario, end, sink.totals(), outcome.verdicts(), written, out);
      out.flush();
    }
    if (failure != null && !interruption.requested()) {
      tellWhatIsMissing(failure, end, results.target(), written);
      return Ending.UNWRITTEN;
    }
    return ending(end, outcome.verdicts(), written);
  }

  private Ending ending(RunEnd end, List<Verdict> verdicts, Path written) throws IOException {
    if (end.partial()) {
      if (SavedFolder.canGoOn(written)) {
        err.println("'hillock resume " + written + "' goes on from here");
        err.flush();
      }
      return Ending.INTERRUPTED;
    }
    if (plan.show()) {
      StoredResult stored = StoredResult.open(written);
      Drawing.show(stored.plotData(), stored.plots());
    }
    boolean holds = verdicts.stream().noneMatch(Verdict::failed);
    if (!holds && plan.quiet()) {
      RunSummary.printFailures(verdicts, err);
    }
    return holds ? Ending.DONE : Ending.EXPECTATION_FAILED;
  }

  private void tellWhatIsMissing(IOException failure, RunEnd end, Path wanted, Path written) {
    String kept =
        end.failure() == null
            ? "What could be written is kept in '" + written + "', and its manifest names the rest"
            : "The run was stopped. What was recorded up to "
                + Text.milliseconds(end.time())
                + " is kept in '"
                + written
                + "', marked as partial";
    String remedy =
        SavedFolder.canGoOn(written)
            ? "Make room there, and go on with 'hillock resume " + written + "'"
            : "Make room there, or name another place with --out, and run it again";
    err.println(
        "no more could be written to '"
            + wanted
            + "': "
            + FileFailure.sentence(failure)
            + ". "
            + kept
            + ". "
            + remedy);
    err.flush();
  }

  private static IOException unwritten(Path folder, IOException e) {
    return new IOException(
        "the results could not be written to '" + folder + "': " + FileFailure.sentence(e), e);
  }

  private List<Verdict> verdicts(RunEnd end, ResultSink sink) throws IOException {
    if (!plan.check() || scenario.expectations().isEmpty()) {
      return List.of();
    }
    if (end.partial()) {
      err.println("interrupted: what the scenario expects was not checked");
      err.flush();
      return List.of();
    }
    Findings findings = sink.findings(end.spikeCounts(), end.time(), end.partial());
    return scenario.expectations().stream()
        .map(claim -> claim.check(findings, scenario.network(), scenario.settings()))
        .toList();
  }

  private Path write(
      ResultWriter writer, ResultWriter.Outcome outcome, ResultSink sink, ResultFolder results)
      throws IOException {
    writer.write();
    sink.close();
    if (plan.draw()) {
      writer.draw(err);
    }
    if (!writer.leftOut().isEmpty()) {
      String why = writer.failure() == null ? "interrupted: no time was left" : "no room was left";
      err.println(why + " to write " + String.join(", ", writer.leftOut()));
      err.flush();
    }
    // A whole result is never replaced by a part of one.
    boolean part = outcome.end().partial() || writer.failure() != null;
    Path written = part ? results.keepBeside() : results.keep();
    if (plan.out() != null || plan.overwrite()) {
      OtherPlace.tell(results.target(), written, err);
    }
    return written;
  }
}
