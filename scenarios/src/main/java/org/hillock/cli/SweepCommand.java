package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.hillock.cli.option.Catalog;
import org.hillock.cli.option.ChipArguments;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.option.ScenarioArguments;
import org.hillock.cli.option.SweepArguments;
import org.hillock.engine.run.RunListener;
import org.hillock.experiment.Interruption;
import org.hillock.experiment.Progress;
import org.hillock.io.ResultFolder;
import org.hillock.plot.PlotException;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.hillock.scenario.write.ResolvedYaml;
import org.hillock.sweep.AxisCheck;
import org.hillock.sweep.PointRun;
import org.hillock.sweep.Shard;
import org.hillock.sweep.SweepAxis;
import org.hillock.sweep.SweepDrawing;
import org.hillock.sweep.SweepFolder;
import org.hillock.sweep.SweepGrid;
import org.hillock.sweep.SweepPlan;
import org.hillock.sweep.SweepPoint;
import org.hillock.sweep.SweepRow;
import org.hillock.sweep.SweepTable;
import org.hillock.sweep.SweepWorkers;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a scenario at every point of a grid of values, and makes a table and a plot of what came"
          + " out.",
      "Each point that ends is kept at once: what is interrupted goes on with --resume. A point that"
          + " fails is listed, and the others are run all the same; the exit code is 1 then. Whether"
          + " claims hold stands in the table, and is no failure."
    })
final class SweepCommand implements Callable<Integer> {

  private static final int LONGEST_SUMMARY = 60; // lines

  @Mixin ScenarioArguments arguments;
  @Mixin SweepArguments sweep;
  @Mixin RunArguments runArguments;
  @Mixin EngineArgument engineArgument;
  @Mixin ChipArguments chipArguments;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing but complaints.")
  boolean quiet;

  @Spec CommandSpec spec;

  private volatile @Nullable Progress progress;

  @Override
  public Integer call() throws ScenarioException, IOException {
    List<SweepAxis> axes = sweep.axes();
    Shard shard = sweep.shard();
    int threads = sweep.threads(runArguments);
    ScenarioSource source = Catalog.find(arguments.source());
    for (SweepAxis axis : axes) {
      if (arguments.sets().containsKey(axis.name())) {
        throw new MistakeException(
            "--set " + axis.name() + " and --over " + axis.name() + ": expected one of them");
      }
    }
    Scenario base = load(source, Map.of(), null, null);
    SweepGrid grid = new SweepGrid(axes, base.settings().seed(), sweep.seeds());
    PointRun.Loader loader = (point, share) -> load(source, point.values(), point.seed(), share);
    AxisCheck.check(loader, axes, grid.firstSeed());
    if (PointRun.measured(base, sweep.measures()).isEmpty()) {
      throw new MistakeException(
          "'"
              + arguments.source()
              + "' expects nothing, so that nothing would be measured: say what to, such as --measure"
              + " 'rate(exc)'");
    }
    SweepPlan plan =
        new SweepPlan(
            base.name(),
            source.text(),
            ResolvedYaml.of(base),
            grid,
            sweep.measures(),
            options(base),
            spec.commandLine().getParseResult().originalArgs());
    SweepFolder folder = folder(base, plan, shard);
    folder.check(shard, sweep.resume());
    OutputFile.checkInside("--out", folder.file(""));
    PointRun run =
        new PointRun(
            loader,
            chipArguments.choice(base.engine()),
            sweep.measures(),
            this::watch,
            new Notes()::add);
    run(folder, plan, shard, new SweepWorkers(run, sweep.jobs(), threads));
    return end(folder, plan, shard);
  }

  private Scenario load(
      ScenarioSource source,
      Map<String, String> values,
      @Nullable Long seed,
      @Nullable Integer threads)
      throws ScenarioException {
    return arguments.load(
        source,
        values,
        runArguments,
        seed,
        threads,
        engineArgument.engine(),
        engineArgument.engine() == Engine.loihi ? chipArguments.step() : null);
  }

  /** What changes results beside the scenario and the grid. */
  private Map<String, String> options(Scenario base) throws ScenarioException {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("engine", base.engine().name());
    options.put("set", base.setText());
    options.put("chip", chipArguments.choice(base.engine()).toString());
    return options;
  }

  private SweepFolder folder(Scenario base, SweepPlan plan, Shard shard) {
    Path named = sweep.out();
    Path usual = Path.of("results", base.name() + "-sweep");
    boolean fixed = named != null || shard.of() > 1 || sweep.resume();
    return new SweepFolder(named != null ? named : fixed ? usual : ResultFolder.free(usual), plan);
  }

  private void run(SweepFolder folder, SweepPlan plan, Shard shard, SweepWorkers workers)
      throws IOException {
    List<SweepPoint> pending = folder.pending(shard);
    say(
        Text.count(plan.grid().size(), "point", "points")
            + (shard.of() > 1 ? ", shard " + shard : "")
            + ": "
            + Text.count(pending.size(), "run", "runs")
            + " to go");
    AtomicInteger done = new AtomicInteger();
    Thread interruption =
        new Thread(
            () ->
                System.err.println(
                    "interrupted: "
                        + Text.count(done.get(), "run is", "runs are")
                        + " kept in '"
                        + folder.file("")
                        + "'; the same command with --resume"
                        + (sweep.out() == null ? " --out " + folder.file("") : "")
                        + " goes on"));
    Runtime.getRuntime().addShutdownHook(interruption);
    try {
      workers.run(
          pending,
          folder,
          shard,
          (point, row) ->
              say(done.incrementAndGet() + " of " + pending.size() + ": " + told(point, row)));
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(interruption);
      } catch (IllegalStateException e) {
        // The process is ending already, and says what is kept.
      }
    }
  }

  private static String told(SweepPoint point, SweepRow row) {
    if (row.failed()) {
      return point + ": failed: " + row.error();
    }
    List<String> values = new ArrayList<>();
    row.measured().forEach((label, value) -> values.add(label + " " + Text.number(value)));
    return point + ": " + String.join(", ", values);
  }

  /**
   * On a terminal one run at a time shows how far it has come; several would overwrite each other.
   */
  private RunListener watch(Scenario scenario) {
    if (quiet || sweep.jobs() > 1 || !Boolean.getBoolean(Progress.TERMINAL)) {
      return RunListener.NONE;
    }
    double duration = scenario.settings().duration();
    progress = new Progress(System.err, false, true, duration, new Interruption());
    return progress;
  }

  private void say(String line) {
    Progress shown = progress;
    if (shown != null) {
      shown.close();
    }
    if (!quiet) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(line);
      err.flush();
    }
  }

  private int end(SweepFolder folder, SweepPlan plan, Shard shard) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Map<Integer, SweepRow> rows = folder.rows();
    if (!folder.complete(rows.keySet())) {
      if (!quiet) {
        out.println(
            rows.size()
                + " of "
                + Text.count(plan.grid().size(), "point", "points")
                + " are done; the shard that ends last writes the table");
      }
      return ownFailed(rows, shard) ? ExitCode.FAILED : ExitCode.OK;
    }
    SweepTable table = new SweepTable(plan.grid(), rows);
    OutputFile.write(folder.file("table.csv"), table.csv());
    try {
      SweepDrawing.write(plan.scenario(), plan.grid(), table, folder.file(""));
    } catch (PlotException e) {
      err.println("no plots: " + e.getMessage());
    }
    if (!quiet) {
      List<String> lines = table.summary();
      lines.stream().limit(LONGEST_SUMMARY).forEach(out::println);
      if (lines.size() > LONGEST_SUMMARY) {
        out.println("  … and " + (lines.size() - LONGEST_SUMMARY) + " more lines in table.csv");
      }
      out.println();
      out.println("results in " + folder.file(""));
    }
    if (table.failed() > 0) {
      err.println(table.failed() + " of " + Text.count(table.size(), "run", "runs") + " failed:");
      table.failures().forEach(failure -> err.println("  " + failure));
      err.flush();
    }
    return table.failed() > 0 ? ExitCode.FAILED : ExitCode.OK;
  }

  private static boolean ownFailed(Map<Integer, SweepRow> rows, Shard shard) {
    return rows.values().stream().anyMatch(row -> row.failed() && shard.has(row.index()));
  }

  /** Says once what is worth knowing of many runs. */
  private final class Notes {

    private final Set<String> said = new LinkedHashSet<>();

    synchronized void add(String note) {
      if (said.add(note)) {
        say("note: " + note);
      }
    }
  }
}
