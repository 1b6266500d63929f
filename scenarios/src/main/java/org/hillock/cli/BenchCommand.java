package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.bench.BenchCase;
import org.hillock.bench.BenchFigures;
import org.hillock.bench.BenchRun;
import org.hillock.bench.BusyMachine;
import org.hillock.bench.ChipCost;
import org.hillock.bench.EventCost;
import org.hillock.bench.Scaling;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.table.BenchPictures;
import org.hillock.cli.table.BenchTable;
import org.hillock.cli.table.ChipTable;
import org.hillock.io.ProgramVersion;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast Hillock is on this machine.",
      "Runs the standard cases, each in a process of its own, and prints a table. The phases are"
          + " parts of the real-time factor: wall-clock time per simulated time."
    })
final class BenchCommand implements Callable<Integer> {

  /** The cases that are not one network but many. */
  private static final String SCALING = "scaling";

  private static final String EVENT_COST = "event-cost";
  private static final String CHIP = "chip";
  private static final List<String> STUDIES = List.of(SCALING, EVENT_COST, CHIP);

  /** All cases, for completion. */
  static final class Cases extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Cases() {
      super(BenchCase.standard(1).stream().map(BenchCase::name).toList());
      addAll(STUDIES);
    }
  }

  private static final int MOST_RUNS = 100;
  private static final int MOST_BUSY = 1024;

  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "CASE",
      completionCandidates = Cases.class,
      arity = "0..*",
      description = {
        "Which cases: microcircuit, brunel, cuba, coba, adex, with plasticity hpc and brunel-stdp,"
            + " sparse-million, and in continuous time brunel-exp, sparse-million-event; and one-neuron, which is small; all of them"
            + " if not given. Or 'scaling': how time"
            + " and memory grow with neurons, synapses, rate and threads. Or 'event-cost': what an"
            + " event costs in continuous time as the network grows. Or 'chip': what the compiler"
            + " for chips makes of standard networks."
      })
  List<String> names = new ArrayList<>();

  @Mixin RunArguments runArguments;
  @Mixin EngineArgument engineArgument;

  @Option(
      names = "--scale",
      paramLabel = "PART",
      description = "Part of the cortical microcircuit that is run; ${DEFAULT-VALUE} if not given.")
  double scale = 0.1;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Runs of each case; the one with the median real-time factor is shown.")
  int runs = 1;

  @Option(
      names = "--busy",
      paramLabel = "N",
      description = "So many other processes keep the processors busy meanwhile.")
  int busy;

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes the figures to a file too.")
  @Nullable Path csv;

  @Option(
      names = "--plot",
      paramLabel = "BASE",
      description =
          "Draws 'scaling' into BASE-time and BASE-memory, 'event-cost' into BASE, .png and .svg.")
  @Nullable Path plot;

  @Override
  public Integer call() throws IOException, ScenarioException {
    check();
    if (names.contains(SCALING)) {
      return scaling();
    }
    if (names.contains(EVENT_COST)) {
      return eventCost();
    }
    if (names.contains(CHIP)) {
      return chip();
    }
    List<BenchCase> cases =
        BenchCase.standard(scale).stream()
            .filter(bench -> names.isEmpty() || names.contains(bench.name()))
            .map(this::asAsked)
            .toList();
    BenchRun bench = new BenchRun(Main.class.getName());
    BenchTable table = new BenchTable();
    try (BusyMachine others = new BusyMachine(busy)) {
      for (BenchCase one : cases) {
        table.add(one.name(), BenchFigures.median(measure(bench, one)));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s; %d processors%s; %s%n%n",
        ProgramVersion.jvm(),
        Runtime.getRuntime().availableProcessors(),
        busy == 0 ? "" : ", " + busy + " of them kept busy",
        runs == 1 ? "one run each" : "median of " + runs + " runs");
    table.lines().forEach(out::println);
    out.println();
    cases.forEach(one -> out.println("  " + one.name() + ": " + one.command()));
    out.flush();
    writeCsv(table.csv());
    return ExitCode.OK;
  }

  private void check() throws ScenarioException {
    List<String> known =
        new ArrayList<>(BenchCase.standard(scale).stream().map(BenchCase::name).toList());
    known.addAll(STUDIES);
    for (String name : names) {
      if (!known.contains(name)) {
        throw MistakeException.unknown("case", name, known);
      }
    }
    checkStudy(names.stream().filter(STUDIES::contains).findFirst().orElse(null));
    if (!(scale > 0 && scale <= 1000)) {
      throw new MistakeException("--scale " + scale + ": expected more than 0, such as 0.1");
    }
    if (runs < 1 || runs > MOST_RUNS) {
      throw new MistakeException("--runs " + runs + ": expected 1 to " + MOST_RUNS);
    }
    if (busy < 0 || busy > MOST_BUSY) {
      throw new MistakeException("--busy " + busy + ": expected 0 to " + MOST_BUSY);
    }
    runArguments.checkedThreads();
    runArguments.durationMs();
    OutputFile.check("--csv", csv);
    OutputFile.checkBase("--plot", plot);
  }

  private void checkStudy(@Nullable String study) {
    if (study == null) {
      if (plot != null) {
        throw new MistakeException(
            "--plot draws 'scaling' and 'event-cost' only: hillock bench scaling --plot BASE");
      }
      return;
    }
    if (names.size() > 1) {
      throw new MistakeException(
          "'" + study + "' goes alone, since its table is another: hillock bench " + study);
    }
    if (runArguments.duration() != null) {
      throw new MistakeException(
          "--duration: '" + study + "' has durations of its own; leave it out");
    }
    if (engineArgument.engine() != null) {
      throw new MistakeException(
          "--engine: 'scaling' measures the grid, 'event-cost' continuous time; leave it out");
    }
  }

  private BenchCase asAsked(BenchCase bench) {
    BenchCase asked = bench;
    Integer threads = runArguments.threads();
    if (threads != null) {
      asked = asked.with("--threads", threads.toString());
    }
    Engine engine = engineArgument.engine();
    if (engine != null) {
      asked = asked.on(engine);
    }
    // The last of equal options would be an error, so the case's own is replaced.
    String duration = runArguments.duration();
    return duration == null ? asked : asked.lasting(duration);
  }

  private List<BenchFigures> measure(BenchRun bench, BenchCase one) throws IOException {
    List<BenchFigures> figures = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(one.name() + (runs == 1 ? "" : ", run " + (run + 1) + " of " + runs) + " …");
      err.flush();
      figures.add(bench.run(one));
    }
    return figures;
  }

  private int threads() {
    Integer threads = runArguments.threads();
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private int eventCost() throws IOException {
    BenchRun bench = new BenchRun(Main.class.getName());
    EventCost cost = new EventCost(threads(), one -> BenchFigures.median(measure(bench, one)));
    List<EventCost.Point> points = cost.run();
    PrintWriter out = spec.commandLine().getOut();
    BenchTable.costLines(points).forEach(out::println);
    out.flush();
    writeCsv(BenchTable.costCsv(points));
    if (plot != null) {
      BenchPictures.eventCost(points, plot).forEach(out::println);
      out.flush();
    }
    return ExitCode.OK;
  }

  private int chip() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<ChipCost.Row> rows = new ArrayList<>();
    ChipCost.run(
        row -> {
          if (rows.isEmpty()) {
            out.println(ChipTable.heading());
          }
          rows.add(row);
          out.println(ChipTable.line(row));
          out.flush();
        });
    writeCsv(ChipTable.csv(rows));
    return ExitCode.OK;
  }

  private int scaling() throws IOException {
    BenchRun bench = new BenchRun(Main.class.getName());
    Scaling scaling = new Scaling(threads(), one -> BenchFigures.median(measure(bench, one)));
    List<Scaling.Point> points = scaling.run();
    PrintWriter out = spec.commandLine().getOut();
    BenchTable.lines(points).forEach(out::println);
    out.flush();
    writeCsv(BenchTable.csv(points));
    if (plot != null) {
      BenchPictures.scaling(points, plot).forEach(out::println);
      out.flush();
    }
    return ExitCode.OK;
  }

  private void writeCsv(List<String> lines) throws IOException {
    if (csv != null) {
      OutputFile.write(csv, lines);
    }
  }
}
