package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.analysis.ComparedRun;
import org.hillock.analysis.Comparison;
import org.hillock.analysis.ComparisonSettings;
import org.hillock.analysis.IncomparableException;
import org.hillock.cli.option.Candidates;
import org.hillock.cli.option.Catalog;
import org.hillock.cli.option.ChipArguments;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.option.ScenarioValues;
import org.hillock.cli.table.ComparisonTable;
import org.hillock.experiment.ChipChoice;
import org.hillock.experiment.EngineRuns;
import org.hillock.experiment.Interruption;
import org.hillock.experiment.Progress;
import org.hillock.io.StoredResult;
import org.hillock.plot.ComparisonPlot;
import org.hillock.plot.PlotException;
import org.hillock.plot.PlotWriter;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the spikes of two results, or of one scenario on two engines: neuron by neuron, and"
          + " as distributions over neurons.",
      "Distances of spike trains are those of Victor and Purpura (1996) and van Rossum (2001),"
          + " distributions those of rate, CV of intervals and correlation. The last line says"
          + " where the runs part."
    })
final class CompareCommand implements Callable<Integer> {

  /** Shorter bins would be more than can be counted in a run of six hours [ms]. */
  private static final double LEAST_BIN = 0.01;

  @Spec CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "A",
      completionCandidates = Candidates.Scenarios.class,
      description = "A folder that 'hillock run' wrote; with --engines, a scenario.")
  String first = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "Another folder; not with --engines.")
  @Nullable Path second;

  @Option(
      names = "--engines",
      paramLabel = "X,Y",
      description =
          "Runs the scenario A on two engines and compares these, such as --engines grid,event;"
              + " nothing is written.")
  @Nullable String engines;

  @Mixin ScenarioValues values;
  @Mixin RunArguments runArguments;
  @Mixin ChipArguments chipArguments;

  @Option(
      names = "--time-scale",
      paramLabel = "TIME",
      description = {
        "How far a spike must move to count as another: the time constant of van Rossum's distance"
            + " and 1/q of Victor and Purpura's, at which moving costs as much as removing;"
            + " '10 ms' if not given."
      })
  @Nullable String timeScale;

  @Option(
      names = "--bin",
      paramLabel = "TIME",
      description = "Bins of correlations; '5 ms' if not given.")
  @Nullable String bin;

  @Option(
      names = "--tolerance",
      paramLabel = "TIME",
      description =
          "How far a spike may be off in a run that is called identical; nothing if not given.")
  @Nullable String tolerance;

  @Option(
      names = "--expect-identical",
      description = "Ends with exit code 1 unless the runs are identical.")
  boolean expectIdentical;

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes the figures to a file too.")
  @Nullable Path csv;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draws the distributions, .png or .svg by its ending, or both without one.")
  @Nullable Path plot;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keeps table, plot and what was found in a new folder, for 'hillock report'.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException, ScenarioException {
    ComparisonSettings settings = settings();
    if (out != null) {
      ComparisonFolder.check(out);
    }
    OutputFile.check("--csv", csv);
    OutputFile.check("--plot", plot);
    Comparison comparison;
    try {
      comparison =
          engines == null ? ofResults(settings) : ofEngines(EngineArgument.two(engines), settings);
    } catch (IncomparableException e) {
      throw new MistakeException(e.getMessage());
    }
    return print(comparison);
  }

  private Comparison ofResults(ComparisonSettings settings) throws IOException {
    if (second == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'B'");
    }
    if (values.given() || runArguments.given() || !chipArguments.given().isEmpty()) {
      throw new MistakeException(
          "--set, --seed, --duration, --threads, --target, --chip-step and --arithmetic say how to run"
              + " a scenario, and results have been run: leave them out, or compare SCENARIO --engines grid,event");
    }
    return Comparison.of(read(Path.of(first)), read(second), settings);
  }

  private Comparison ofEngines(List<Engine> pair, ComparisonSettings settings)
      throws IOException, ScenarioException {
    if (second != null) {
      throw new MistakeException(
          "--engines compares two runs of the scenario '"
              + first
              + "': leave out '"
              + second
              + "', or compare two folders without --engines");
    }
    if (Files.isDirectory(Path.of(first)) && !Catalog.knows(first)) {
      throw new MistakeException(
          "--engines runs a scenario, and '"
              + first
              + "' is a folder: name a scenario or its file");
    }
    // Both are read before the first is run: what one engine refuses is known at once.
    boolean onChip = pair.contains(Engine.loihi);
    if (!onChip && !chipArguments.given().isEmpty()) {
      throw new MistakeException(
          chipArguments.given()
              + ": has no effect on the engines '"
              + engines
              + "'; add --engines grid,loihi");
    }
    Scenario a = load(pair.get(0));
    Scenario b = load(pair.get(1));
    return Comparison.of(run(a), run(b), settings);
  }

  private Scenario load(Engine engine) throws ScenarioException {
    return engine == Engine.loihi
        ? values.loadForChip(first, runArguments, chipArguments.step())
        : values.load(first, runArguments, engine);
  }

  private ComparedRun run(Scenario scenario) throws IOException, ScenarioException {
    double duration = scenario.settings().duration();
    boolean terminal = Boolean.getBoolean(Progress.TERMINAL);
    Progress progress = new Progress(System.err, false, terminal, duration, new Interruption());
    try {
      return EngineRuns.run(scenario, chip(scenario.engine()), progress, this::note);
    } finally {
      progress.close();
    }
  }

  /** Says what is worth knowing of a network on a chip. */
  private void note(String sentence) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(sentence);
    err.flush();
  }

  /** What the options of the chip say, which are for one of the two engines. */
  private ChipChoice chip(Engine engine) throws ScenarioException {
    return engine == Engine.loihi ? chipArguments.choice(engine) : ChipChoice.STANDARD;
  }

  private static ComparedRun read(Path folder) throws IOException {
    return StoredResult.open(folder).comparedRun(folder.toString());
  }

  private ComparisonSettings settings() throws ScenarioException {
    ComparisonSettings standard = ComparisonSettings.STANDARD;
    double scale = time("--time-scale", timeScale, standard.timeScale());
    double width = time("--bin", bin, standard.bin());
    if (scale == 0) {
      throw new MistakeException("--time-scale " + timeScale + ": expected more than 0 ms");
    }
    if (width < LEAST_BIN) {
      throw new MistakeException("--bin " + bin + ": expected " + LEAST_BIN + " ms or more");
    }
    return new ComparisonSettings(
        scale, width, time("--tolerance", tolerance, standard.tolerance()));
  }

  private static double time(String option, @Nullable String text, double standard)
      throws ScenarioException {
    return text == null ? standard : TimeOption.milliseconds(option, text);
  }

  private int print(Comparison comparison) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    comparison.notes().forEach(err::println);
    err.flush();
    PrintWriter print = spec.commandLine().getOut();
    ComparisonTable.lines(comparison).forEach(print::println);
    print.flush();
    if (csv != null) {
      OutputFile.write(csv, ComparisonTable.csv(comparison));
    }
    if (plot != null) {
      draw(comparison, plot, print);
    }
    if (out != null) {
      ComparisonFolder.write(comparison, out);
    }
    return expectIdentical && !comparison.identical() ? ExitCode.FAILED : ExitCode.OK;
  }

  private void draw(Comparison comparison, Path file, PrintWriter out) throws IOException {
    try {
      PlotWriter.writeByEnding(ComparisonPlot.of(comparison), file, ComparisonPlot.SIZE)
          .forEach(out::println);
      out.flush();
    } catch (PlotException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
