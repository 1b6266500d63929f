package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;
import org.hillock.io.ChipFacts;
import org.hillock.io.ResultFolder;
import org.hillock.io.ScenarioFacts;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.scenario.Expectation;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.ScenarioException;
import org.hillock.scenario.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options that say what becomes of the results of a run, and the run itself: of every engine.
 */
final class ResultArguments {

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of results; results/SCENARIO, or the next free number, if not given.")
  @Nullable Path out;

  @Option(names = "--overwrite", description = "Replaces an older result of the same name.")
  boolean overwrite;

  @Option(names = "--no-plots", description = "Draws nothing.")
  boolean noPlots;

  @Option(
      names = "--plots",
      split = ",",
      paramLabel = "PLOT",
      completionCandidates = Candidates.Plots.class,
      description =
          "Draws these plots, separated by commas: ${COMPLETION-CANDIDATES}. Those of the scenario,"
              + " or a raster, if not given.")
  List<String> plots = new ArrayList<>();

  @Option(names = "--no-expect", description = "Does not check what the scenario expects.")
  boolean noExpect;

  @Option(
      names = "--nest",
      description = "Writes spikes in the format of NEST's recorders too, a .dat a population.")
  boolean nest;

  @Option(names = "--show", description = "Opens the plots in a window.")
  boolean show;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing but complaints.")
  boolean quiet;

  /** Builds what is to be run, once nothing stands in the way of its results. */
  @FunctionalInterface
  interface Builder {
    Simulation build(Progress progress) throws IOException, ScenarioException;
  }

  /** Says what is worth knowing, unless all is to be quiet. */
  void note(String sentence) {
    if (!quiet) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("note: " + sentence);
      err.flush();
    }
  }

  /** Runs a scenario, checks what it expects, and writes a folder of results. */
  int run(Scenario given, Builder builder) throws ScenarioException, IOException {
    Scenario scenario = withPlots(given);
    Path folder = out != null ? out : Path.of("results", scenario.name());
    // Without --out the next free number is taken at the end.
    Path first = out != null || overwrite ? folder : ResultFolder.free(folder);
    String obstacle = ResultFolder.obstacle(first, overwrite);
    if (!obstacle.isEmpty()) {
      throw new MistakeException(obstacle);
    }
    Interruption interruption = new Interruption();
    interruption.listen();
    try {
      return run(scenario, builder, folder, interruption);
    } finally {
      interruption.finished();
    }
  }

  private Scenario withPlots(Scenario scenario) {
    if (plots.isEmpty()) {
      return scenario;
    }
    if (noPlots) {
      throw new MistakeException("--plots and --no-plots: expected one of them");
    }
    plots.forEach(Drawing::kind);
    return scenario.withPlots(plots.stream().distinct().toList());
  }

  private int run(Scenario scenario, Builder builder, Path folder, Interruption interruption)
      throws IOException, ScenarioException {
    Progress progress =
        new Progress(
            System.err,
            quiet,
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
    boolean check = !noExpect && !result.partial();
    if (result.partial() && !noExpect && !scenario.expectations().isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("interrupted: what the scenario expects was not checked");
      err.flush();
    }
    List<Verdict> verdicts = new ArrayList<>();
    if (check) {
      for (Expectation expectation : scenario.expectations()) {
        verdicts.add(expectation.check(result, scenario));
      }
    }
    Path written =
        write(new ResultWriter.Outcome(scenario, result, chip, verdicts), folder, interruption);
    if (!quiet) {
      PrintWriter text = spec.commandLine().getOut();
      RunSummary.print(scenario, result, verdicts, written, text);
      text.flush();
    }
    if (show && !result.partial()) {
      ScenarioFacts facts = new ScenarioFacts(scenario);
      Drawing.show(facts.plotData(result), facts.plots());
    }
    if (result.partial()) {
      return ExitCode.INTERRUPTED;
    }
    boolean holds = verdicts.stream().allMatch(Verdict::passed);
    if (!holds && quiet) {
      RunSummary.printFailures(verdicts, spec.commandLine().getErr());
    }
    return holds ? ExitCode.OK : ExitCode.EXPECTATION_FAILED;
  }

  private Path write(ResultWriter.Outcome outcome, Path folder, Interruption interruption)
      throws IOException {
    try {
      return writeFiles(outcome, folder, interruption);
    } catch (IOException e) {
      throw new IOException(
          "the results could not be written to '" + folder + "': " + Main.sentence(e), e);
    }
  }

  private Path writeFiles(ResultWriter.Outcome outcome, Path folder, Interruption interruption)
      throws IOException {
    // A whole result is never replaced by a part of one.
    boolean replace = overwrite && !outcome.result().partial();
    PrintWriter err = spec.commandLine().getErr();
    try (ResultFolder results = ResultFolder.create(folder, replace)) {
      ResultWriter writer = new ResultWriter(outcome, results, interruption);
      writer.write(nest);
      if (!noPlots) {
        writer.draw(err);
      }
      if (!writer.leftOut().isEmpty()) {
        err.println(
            "interrupted: no time was left to write " + String.join(", ", writer.leftOut()));
        err.flush();
      }
      Path written = results.keep();
      if (out != null || overwrite) {
        OtherPlace.tell(folder, written, err);
      }
      return written;
    }
  }
}
