package org.hillock.cli.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hillock.experiment.Course;
import org.hillock.experiment.Drawing;
import org.hillock.experiment.Experiment;
import org.hillock.io.ResultFormat;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what becomes of the results of a run, on any engine. */
public final class ResultArguments {

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

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "Writes spikes, state and weights in other forms too, separated by commas:"
              + " ${COMPLETION-CANDIDATES}. npy: arrays of NumPy, one file a quantity; sonata:"
              + " spikes.h5 and reports of SONATA, without weights.")
  List<ResultFormat> formats = new ArrayList<>();

  @Option(names = "--show", description = "Opens the plots in a window.")
  boolean show;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing but complaints.")
  boolean quiet;

  /** Says what is worth knowing, unless all is to be quiet. */
  public void note(String sentence) {
    if (!quiet) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("note: " + sentence);
      err.flush();
    }
  }

  /** Takes another folder than was given. */
  public void writeTo(Path folder) {
    out = folder;
  }

  /** Says nothing but complaints. */
  public void beQuiet() {
    quiet = true;
  }

  /** Runs a scenario, checks what it expects, and writes a folder of results. */
  public Experiment.Ending run(Scenario scenario, Experiment.Builder builder)
      throws ScenarioException, IOException {
    return run(scenario, Course.WHOLE, builder);
  }

  /** The same for a run that is saved, or does not begin at the beginning. */
  public Experiment.Ending run(Scenario scenario, Course course, Experiment.Builder builder)
      throws ScenarioException, IOException {
    Experiment.Plan plan =
        new Experiment.Plan(
            out, overwrite, !noPlots, !noExpect, nest, Set.copyOf(formats), show, quiet, course);
    PrintWriter text = spec.commandLine().getOut();
    return new Experiment(withPlots(scenario), plan, text, spec.commandLine().getErr())
        .run(builder);
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
}
