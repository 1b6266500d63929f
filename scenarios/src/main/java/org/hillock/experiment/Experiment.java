package org.hillock.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;
import org.hillock.file.FileFailure;
import org.hillock.io.ChipFacts;
import org.hillock.io.OtherPlace;
import org.hillock.io.ResultFolder;
import org.hillock.io.ScenarioFacts;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.claim.Verdict;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;

/**
 * A scenario from check to picture, on any engine:
 *
 * <ol>
 *   <li>whether the results can be kept is asked first, not after hours;
 *   <li>the network is built and run;
 *   <li>what the scenario expects is checked;
 *   <li>the results are written into a folder, which appears when it is whole, and drawn;
 *   <li>a summary is printed.
 * </ol>
 *
 * <p>Ctrl-C ends the second step; what was simulated until then goes on to the fourth, marked as
 * partial and unchecked.
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
   * @param show whether the plots are shown in a window
   * @param quiet whether nothing is said but complaints
   */
  public record Plan(
      @Nullable Path out,
      boolean overwrite,
      boolean draw,
      boolean check,
      boolean nest,
      boolean show,
      boolean quiet) {}

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
    INTERRUPTED
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
    // Without a name given the next free number is taken at the end.
    Path first = named != null || plan.overwrite() ? folder : ResultFolder.free(folder);
    String obstacle = ResultFolder.obstacle(first, plan.overwrite());
    if (!obstacle.isEmpty()) {
      throw new MistakeException(obstacle);
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
    ResultWriter.Outcome outcome = outcome(builder, interruption);
    RunResult result = outcome.result();
    Path written = write(outcome, folder, interruption);
    if (!plan.quiet()) {
      RunSummary.print(scenario, result, outcome.verdicts(), written, out);
      out.flush();
    }
    if (plan.show() && !result.partial()) {
      ScenarioFacts facts = new ScenarioFacts(scenario);
      Drawing.show(facts.plotData(result), facts.plots());
    }
    if (result.partial()) {
      return Ending.INTERRUPTED;
    }
    boolean holds = outcome.verdicts().stream().allMatch(Verdict::passed);
    if (!holds && plan.quiet()) {
      RunSummary.printFailures(outcome.verdicts(), err);
    }
    return holds ? Ending.DONE : Ending.EXPECTATION_FAILED;
  }

  private ResultWriter.Outcome outcome(Builder builder, Interruption interruption)
      throws IOException, ScenarioException {
    Progress progress =
        new Progress(
            System.err,
            plan.quiet(),
            Boolean.getBoolean(Progress.TERMINAL),
            scenario.settings().duration(),
            interruption);
    RunResult result;
    ChipFacts chip = null;
    try {
      Simulation simulation = builder.build(progress);
      if (simulation instanceof ChipSimulation emulated) {
        chip = ChipFacts.of(emulated.chip());
      }
      interruption.waitFromNowOn();
      result = simulation.run(progress);
    } finally {
      progress.close();
    }
    return new ResultWriter.Outcome(scenario, result, chip, verdicts(result));
  }

  private List<Verdict> verdicts(RunResult result) {
    if (!plan.check() || scenario.expectations().isEmpty()) {
      return List.of();
    }
    if (result.partial()) {
      err.println("interrupted: what the scenario expects was not checked");
      err.flush();
      return List.of();
    }
    return scenario.expectations().stream()
        .map(claim -> claim.check(result, scenario.network(), scenario.settings()))
        .toList();
  }

  private Path write(ResultWriter.Outcome outcome, Path folder, Interruption interruption)
      throws IOException {
    try {
      return writeFiles(outcome, folder, interruption);
    } catch (IOException e) {
      throw new IOException(
          "the results could not be written to '" + folder + "': " + FileFailure.sentence(e), e);
    }
  }

  private Path writeFiles(ResultWriter.Outcome outcome, Path folder, Interruption interruption)
      throws IOException {
    // A whole result is never replaced by a part of one.
    boolean replace = plan.overwrite() && !outcome.result().partial();
    try (ResultFolder results = ResultFolder.create(folder, replace)) {
      ResultWriter writer = new ResultWriter(outcome, results, interruption);
      writer.write(plan.nest());
      if (plan.draw()) {
        writer.draw(err);
      }
      if (!writer.leftOut().isEmpty()) {
        err.println(
            "interrupted: no time was left to write " + String.join(", ", writer.leftOut()));
        err.flush();
      }
      Path written = results.keep();
      if (plan.out() != null || plan.overwrite()) {
        OtherPlace.tell(folder, written, err);
      }
      return written;
    }
  }
}
