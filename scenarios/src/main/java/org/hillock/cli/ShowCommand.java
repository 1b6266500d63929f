package org.hillock.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.option.ScenarioArguments;
import org.hillock.engine.Engines;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.memory.MemoryEstimate;
import org.hillock.network.Carried;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Input;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Reach;
import org.hillock.network.Rewiring;
import org.hillock.scenario.Phase;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.write.ResolvedYaml;
import org.hillock.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the network that a scenario describes, without building it.",
      "Populations, inputs, synapses, and how much memory a run will take."
    })
final class ShowCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin ScenarioArguments arguments;
  @Mixin RunArguments runArguments;
  @Mixin EngineArgument engineArgument;

  @Option(
      names = "--yaml",
      description = "Prints the scenario as it would be run, every expression resolved.")
  boolean yaml;

  @Override
  public Integer call() throws ScenarioException {
    Scenario scenario = arguments.load(runArguments, engineArgument.engine());
    PrintWriter out = spec.commandLine().getOut();
    if (yaml) {
      out.print(ResolvedYaml.of(scenario));
      out.flush();
      return ExitCode.OK;
    }
    out.println(scenario.heading());
    if (!scenario.sets().isEmpty()) {
      out.println("with " + scenario.setText());
    }
    if (scenario.reference() != null) {
      out.println(scenario.reference());
    }
    showParameters(scenario, out);
    showPopulations(scenario, out);
    showInputs(scenario, out);
    showSynapses(scenario, out);
    showTime(scenario, out);
    showMemory(scenario, out);
    return ExitCode.OK;
  }

  private static void section(PrintWriter out, String title, List<List<String>> rows, int left) {
    out.println();
    out.println(title);
    Text.table(rows, left).forEach(out::println);
  }

  private static void showParameters(Scenario scenario, PrintWriter out) {
    if (!scenario.parameters().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      scenario.parameters().forEach((name, value) -> rows.add(List.of(name, value)));
      section(out, "parameters", rows, 2);
    }
  }

  private static void showPopulations(Scenario scenario, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("population", "model", "neurons"));
    for (Population population : scenario.network().populations()) {
      rows.add(List.of(population.name(), population.model(), Text.count(population.size())));
    }
    rows.add(List.of("", "", Text.count(scenario.network().neuronCount())));
    section(out, "neurons", rows, 2);
  }

  private static void showInputs(Scenario scenario, PrintWriter out) {
    if (!scenario.network().inputs().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      for (Input input : scenario.network().inputs()) {
        rows.add(
            List.of(
                input.name(), input.accept(new Kind()), String.join(", ", names(input.targets()))));
      }
      section(out, "inputs", rows, 3);
    }
  }

  /** An input in a few words. */
  private static final class Kind implements Input.Cases<String> {

    @Override
    public String poisson(Input.Poisson input) {
      return "Poisson, " + Text.number(input.rate()) + " Hz to each neuron";
    }

    @Override
    public String changingPoisson(ChangingPoisson input) {
      return "Poisson, "
          + Text.count(input.rates().size(), "rate", "rates")
          + " up to "
          + Text.number(input.rates().most())
          + " Hz";
    }

    @Override
    public String spikes(Input.Spikes input) {
      return Text.count(input.times().count(0), "spike", "spikes");
    }

    @Override
    public String stepCurrent(Input.StepCurrent input) {
      return "current";
    }

    @Override
    public String noiseCurrent(Input.NoiseCurrent input) {
      return "noise current";
    }

    @Override
    public String sines(Input.Sines input) {
      return Text.count(input.waves().waves().size(), "sine wave", "sine waves, summed");
    }
  }

  private static List<String> names(List<NeuronRange> ranges) {
    return ranges.stream().map(NeuronRange::toString).toList();
  }

  private static void showSynapses(Scenario scenario, PrintWriter out) {
    if (scenario.network().projections().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("projection", "rule", "synapses", "per target"));
    double total = 0;
    for (Projection projection : scenario.network().projections()) {
      double synapses =
          projection
              .rule()
              .expectedSynapses(projection.source(), projection.target(), projection.autapses());
      total += synapses;
      String plastic = projection.plasticity() == null ? "" : ", " + projection.plasticity().rule();
      rows.add(
          List.of(
              projection.source() + " → " + projection.target(),
              beginning(projection)
                  + plastic
                  + structural(projection)
                  + carried(projection)
                  + travel(projection),
              Text.count(synapses),
              Text.number(synapses / projection.target().size())));
    }
    rows.add(List.of("", "", Text.count(total), ""));
    section(out, "synapses", rows, 2);
  }

  /** The rule; where it makes no synapse and others are to form, that there is none. */
  private static String beginning(Projection projection) {
    boolean none = projection.rewiring() != null && projection.expectedSynapses() == 0;
    Reach reach = projection.rule().reach();
    return none ? "none" : projection.rule().ruleName() + (reach == null ? "" : ", " + reach);
  }

  private static String structural(Projection projection) {
    Rewiring rewiring = projection.rewiring();
    return rewiring == null
        ? ""
        : ", then by "
            + rewiring.pre()
            + " and "
            + rewiring.post()
            + " every "
            + Text.milliseconds(rewiring.interval());
  }

  private static String carried(Projection projection) {
    Carried carried = projection.carries();
    return carried == null
        ? ""
        : ", carries " + carried.variable() + ", " + carried.feedback().word();
  }

  private static String travel(Projection projection) {
    return projection.conduction() == null
        ? ""
        : ", at " + Text.number(projection.conduction().velocity()) + " m/s";
  }

  private static void showTime(Scenario scenario, PrintWriter out) {
    section(
        out,
        "time",
        List.of(
            List.of("engine", scenario.engine().name()),
            List.of(
                "step",
                scenario.settings().continuous()
                    ? "none, time is continuous"
                    : Text.milliseconds(scenario.settings().step())),
            List.of("warm-up", Text.milliseconds(scenario.settings().warmup())),
            List.of("duration", Text.milliseconds(scenario.settings().duration()))),
        1);
    showProtocol(scenario, out);
  }

  /** Phases by name: how often each comes, and how long it is. */
  private static void showProtocol(Scenario scenario, PrintWriter out) {
    if (scenario.phases().isEmpty()) {
      return;
    }
    Map<String, List<Phase>> byName =
        scenario.phases().stream()
            .collect(Collectors.groupingBy(Phase::name, LinkedHashMap::new, Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("phase", "begins", "times", "in all"));
    byName.forEach(
        (name, phases) ->
            rows.add(
                List.of(
                    name,
                    Text.milliseconds(phases.get(0).begin()),
                    Integer.toString(phases.size()),
                    Text.milliseconds(
                        phases.stream().mapToDouble(each -> each.end() - each.begin()).sum()))));
    section(out, "protocol", rows, 1);
  }

  private static void showMemory(Scenario scenario, PrintWriter out) {
    MemoryEstimate memory =
        Engines.memory(
            scenario.network(),
            scenario.settings(),
            scenario.recording(),
            ExpectedRates.of(scenario.network(), scenario::expectedRate));
    double program =
        MemoryEstimate.programBytes(scenario.network(), scenario.settings().continuous());
    section(
        out,
        "memory (estimate)",
        List.of(
            List.of("neurons and inputs", Text.mebibytes(memory.neuronBytes())),
            List.of("synapses", Text.mebibytes(memory.synapseBytes())),
            List.of("spikes in flight", Text.mebibytes(memory.flight().expected())),
            List.of("while building", Text.mebibytes(memory.buildBytes())),
            List.of(
                "recording, on its way to files",
                Text.mebibytes(memory.recordBytes() + memory.spikeBytes())),
            List.of("the program", Text.mebibytes(program)),
            List.of("in all", Text.mebibytes(memory.totalBytes() + program))),
        1);
    double available = Runtime.getRuntime().maxMemory();
    if (memory.certainBytes() > available) {
      out.println(
          "  This is more than the " + Text.mebibytes(available) + " that the program may use.");
    }
  }
}
