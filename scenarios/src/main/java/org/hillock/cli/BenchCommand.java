package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.bench.BenchCase;
import org.hillock.bench.BenchFigures;
import org.hillock.bench.BenchRun;
import org.hillock.bench.Build;
import org.hillock.bench.BusyMachine;
import org.hillock.bench.Comparison;
import org.hillock.bench.Machine;
import org.hillock.bench.Measured;
import org.hillock.bench.Published;
import org.hillock.bench.Work;
import org.hillock.cli.option.CaseScenario;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.table.BenchTable;
import org.hillock.cli.table.PairTable;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
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
      "Runs the standard cases, each in a process of its own, and prints two tables. RTF is the"
          + " real-time factor, wall-clock time per simulated time; 'least' is what the machine"
          + " takes for the bytes and additions alone, measured beside each run, 'ratio' how many"
          + " times that the run took. core-s are threads times RTF, ns/event threads times time"
          + " for each synaptic event. The phases of the second table are parts of the RTF; beside"
          + " them stand the speeds that were measured: reading synapses, and for a thread one"
          + " addition into a row and one step of a state variable."
    })
final class BenchCommand implements Callable<Integer> {

  /** All cases, for completion. */
  static final class Cases extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Cases() {
      super(BenchCase.all(1).stream().map(BenchCase::name).toList());
      addAll(BenchStudies.NAMES);
    }
  }

  private static final int MOST_RUNS = 100;
  private static final int MOST_BUSY = 1024;

  private static final int PAIRS = 5;

  private final BenchRun own = new BenchRun(Build.running(Main.class.getName()));

  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "CASE",
      completionCandidates = Cases.class,
      arity = "0..*",
      description = {
        "Which cases: microcircuit, brunel, cuba, coba, adex, with plasticity hpc and brunel-stdp,"
            + " sparse-million, and in continuous time brunel-exp, sparse-million-event; and one-neuron, which is small; all of these"
            + " if not given. By its name alone 'million', which takes minutes: a million neurons of 300"
            + " synapses, 5 spikes/s. Or 'scaling': how time"
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
      description =
          "Runs of each case, of which the one with the median real-time factor is shown; 1 if not"
              + " given. With --compare pairs of runs; 5 if not given.")
  @Nullable Integer givenRuns;

  @Option(
      names = "--compare",
      paramLabel = "JAR",
      description = {
        "Another build of Hillock, its hillock.jar or the folder of its launcher, runs the same"
            + " scenarios in turn with this one. Shown are medians of both, the ratio of this"
            + " one's RTF to the other's with the range of the pairs, and whether spikes are equal."
      })
  @Nullable Path compare;

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
    PrintWriter out = spec.commandLine().getOut();
    Optional<String> study = names.stream().filter(BenchStudies.NAMES::contains).findFirst();
    if (study.isPresent()) {
      new BenchStudies(out, csv, plot).run(study.get(), threads(), this::measureShipped);
      return ExitCode.OK;
    }
    return compare == null ? standard(out) : compare(compare, out);
  }

  private List<BenchCase> cases() {
    List<BenchCase> named = names.isEmpty() ? BenchCase.standard(scale) : BenchCase.all(scale);
    return named.stream()
        .filter(bench -> names.isEmpty() || names.contains(bench.name()))
        .map(this::asAsked)
        .toList();
  }

  private int standard(PrintWriter out) throws IOException, ScenarioException {
    List<BenchCase> cases = cases();
    BenchTable table = new BenchTable();
    boolean published = false;
    try (BusyMachine others = new BusyMachine(busy)) {
      for (BenchCase one : cases) {
        table.add(one.name(), measure(one));
        if (scale == 1 && one.name().equals(BenchCase.MICROCIRCUIT)) {
          table.add(Published.MICROCIRCUIT);
          published = true;
        }
      }
    }
    out.println(machine(runs() == 1 ? "one run each" : "median of " + runs() + " runs"));
    out.println();
    table.lines().forEach(out::println);
    out.println();
    table.phaseLines().forEach(out::println);
    out.println();
    if (published) {
      out.println("  " + Published.MICROCIRCUIT.name() + ": " + Published.MICROCIRCUIT.source());
    }
    cases.forEach(one -> out.println("  " + one.name() + ": " + one.command()));
    out.flush();
    writeCsv(table.csv());
    return ExitCode.OK;
  }

  private String machine(String runs) {
    return Machine.here() + (busy == 0 ? "" : ", " + busy + " kept busy") + "; " + runs;
  }

  private int compare(Path path, PrintWriter out) throws IOException, ScenarioException {
    Build build = Build.at("--compare", path);
    BenchRun other = new BenchRun(build);
    PairTable table = new PairTable();
    List<BenchCase> cases = cases();
    try (BusyMachine others = new BusyMachine(busy)) {
      for (BenchCase one : cases) {
        ScenarioSource text = CaseScenario.text(one);
        Comparison comparison =
            new Comparison(
                bench -> told(bench, ", other build", other, text),
                bench -> told(bench, ", this build", own, text),
                runs());
        table.add(comparison.run(one));
      }
    }
    out.println(machine(runs() + (runs() == 1 ? " pair" : " pairs") + " of runs in turn"));
    out.println("other: " + build.name());
    out.println();
    if (table.compared()) {
      table.lines().forEach(out::println);
    }
    table.refusals().forEach(out::println);
    out.println();
    cases.forEach(one -> out.println("  " + one.name() + ": " + one.command()));
    out.flush();
    writeCsv(table.csv());
    return table.compared() ? ExitCode.OK : ExitCode.FAILED;
  }

  private BenchFigures told(
      BenchCase bench, String which, BenchRun build, @Nullable ScenarioSource text)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    err.println(bench.name() + which + " …");
    err.flush();
    return build.run(bench, text);
  }

  private void check() throws ScenarioException {
    List<String> known =
        new ArrayList<>(BenchCase.all(scale).stream().map(BenchCase::name).toList());
    known.addAll(BenchStudies.NAMES);
    for (String name : names) {
      if (!known.contains(name)) {
        throw MistakeException.unknown("case", name, known);
      }
    }
    checkStudy(names.stream().filter(BenchStudies.NAMES::contains).findFirst().orElse(null));
    if (!(scale > 0 && scale <= 1000)) {
      throw new MistakeException("--scale " + scale + ": expected more than 0, such as 0.1");
    }
    if (runs() < 1 || runs() > MOST_RUNS) {
      throw new MistakeException("--runs " + runs() + ": expected 1 to " + MOST_RUNS);
    }
    if (busy < 0 || busy > MOST_BUSY) {
      throw new MistakeException("--busy " + busy + ": expected 0 to " + MOST_BUSY);
    }
    runArguments.checkedThreads();
    runArguments.durationMs();
    OutputFile.check("--csv", csv);
    OutputFile.checkBase("--plot", plot);
    if (compare != null) {
      Build.at("--compare", compare);
    }
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
    if (compare != null) {
      throw new MistakeException(
          "--compare: builds are compared case by case, not in '"
              + study
              + "': hillock bench brunel --compare JAR");
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

  private int runs() {
    return givenRuns != null ? givenRuns : compare == null ? 1 : PAIRS;
  }

  /** The run of the median, each with the machine measured beside it. */
  private Measured measure(BenchCase one) throws IOException, ScenarioException {
    List<Measured> measured = new ArrayList<>();
    for (int run = 0; run < runs(); run++) {
      String which = runs() == 1 ? "" : ", run " + (run + 1) + " of " + runs();
      BenchFigures figures = told(one, which, own, null);
      Scenario scenario = CaseScenario.of(one);
      boolean continuous = scenario.settings().continuous();
      double step = continuous ? 0 : scenario.settings().step();
      measured.add(Measured.beside(figures, Work.of(scenario.network(), step)));
    }
    return Measured.median(measured);
  }

  /** A case that ships is no mistake of the user. */
  private Measured measureShipped(BenchCase one) throws IOException {
    try {
      return measure(one);
    } catch (ScenarioException e) {
      throw new IllegalStateException(e);
    }
  }

  private int threads() {
    Integer threads = runArguments.threads();
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private void writeCsv(List<String> lines) throws IOException {
    if (csv != null) {
      OutputFile.write(csv, lines);
    }
  }
}
