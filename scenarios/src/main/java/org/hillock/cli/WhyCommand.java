package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.cause.CausePicture;
import org.hillock.cause.Causes;
import org.hillock.cause.Explanation;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.NeuronRanges;
import org.hillock.cli.option.OutputFile;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.option.ScenarioArguments;
import org.hillock.cli.table.CauseTable;
import org.hillock.experiment.Interruption;
import org.hillock.experiment.Progress;
import org.hillock.network.Population;
import org.hillock.plot.CausePlot;
import org.hillock.plot.PlotData;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Says why a neuron fired: what each spike and each current that reached it made of its"
          + " potential.",
      "The scenario is run again up to the spike. For each spike that arrived, from neurons or from"
          + " outside, it tells what is left of it when the neuron fires; with currents, resets and"
          + " the values at the beginning that adds up to the potential, for neurons that are"
          + " linear between spikes."
    })
final class WhyCommand implements Callable<Integer> {

  @Spec CommandSpec spec;
  @Mixin ScenarioArguments arguments;
  @Mixin RunArguments runArguments;
  @Mixin EngineArgument engineArgument;

  @Option(
      names = "--spike",
      required = true,
      paramLabel = "NEURON@TIME",
      description =
          "Which spike, such as 'exc[17] @ 123.4 ms', of the simulation's time as spikes.csv has"
              + " it, to a twentieth of a millisecond.")
  String spike = "";

  @Option(
      names = "--largest",
      paramLabel = "N",
      description = "How many single spikes are listed; default ${DEFAULT-VALUE}.")
  int largest = 10;

  @Option(names = "--table", paramLabel = "FILE", description = "Writes all of them to a CSV file.")
  @Nullable Path table;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draws them over the potential; .png or .svg, both without an ending.")
  @Nullable Path plot;

  @Override
  public Integer call() throws ScenarioException, IOException {
    OutputFile.check("--table", table);
    OutputFile.checkBase("--plot", plot);
    if (largest < 0) {
      throw new MistakeException("--largest " + largest + ": expected 0 or more");
    }
    int at = spike.lastIndexOf('@');
    if (at < 1) {
      throw new MistakeException(
          "--spike '" + spike + "': expected a neuron and a time, such as 'exc[17] @ 123.4 ms'");
    }
    double time = TimeOption.milliseconds("--spike", spike.substring(at + 1).strip());
    Scenario scenario = arguments.load(runArguments, engineArgument.engine());
    PlotData.Group neuron = neuron(spike.substring(0, at).strip(), scenario);
    PrintWriter out = spec.commandLine().getOut();
    Explanation explanation;
    Progress progress =
        new Progress(
            System.err,
            false,
            Boolean.getBoolean(Progress.TERMINAL),
            scenario.settings().duration(),
            new Interruption());
    try {
      explanation = Causes.of(scenario, neuron.name(), neuron.from(), time, progress);
    } finally {
      progress.close();
    }
    CauseTable.lines(explanation, largest).forEach(out::println);
    if (table != null) {
      OutputFile.write(table, CauseTable.csv(explanation));
      out.println("all of them in " + table);
    }
    if (plot != null) {
      CausePlot.write(CausePicture.of(explanation, scenario.title()), plot)
          .forEach(file -> out.println("drawn in " + file));
    }
    return ExitCode.OK;
  }

  private static PlotData.Group neuron(String text, Scenario scenario) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (Population population : scenario.network().populations()) {
      sizes.put(population.name(), population.size());
    }
    PlotData.Group range = NeuronRanges.parse("--spike", List.of(text), sizes).get(0);
    if (range.to() - range.from() != 1) {
      throw new MistakeException(
          "--spike " + text + ": expected one neuron, such as " + range.name() + "[0]");
    }
    return range;
  }
}
