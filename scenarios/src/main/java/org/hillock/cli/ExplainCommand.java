package org.hillock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.cli.option.MappingArgument;
import org.hillock.cli.table.NeuronText;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.NeuronOnChip;
import org.hillock.loihi.validate.AskedSynapses;
import org.hillock.model.Models;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Tells of a neuron of a mapping: the core and compartment that it is, its fields, the cores",
      "that its spikes go to, and the synapses onto it as the chip has them."
    })
final class ExplainCommand implements Callable<Integer> {

  private static final Pattern NEURON = Pattern.compile("(.+)\\[(\\d{1,9})\\]");

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "MAPPING", description = "A folder of 'hillock export'.")
  Path mapping = Path.of("");

  @Option(
      names = "--neuron",
      required = true,
      paramLabel = "NEURON",
      description = "The neuron, such as 'exc[17]'.")
  String neuron = "";

  @Option(
      names = "--all",
      description = "Lists all synapses and cores; the first ten of each kind if not given.")
  boolean all;

  @Override
  public Integer call() throws IOException, ScenarioException {
    Matcher matcher = NEURON.matcher(neuron);
    if (!matcher.matches()) {
      throw new MistakeException(
          "--neuron " + neuron + ": expected a population and an index, such as 'exc[17]'");
    }
    MappingFile file = MappingArgument.complete(mapping);
    String name = matcher.group(1);
    int index = Integer.parseInt(matcher.group(2));
    MappedPopulation population =
        file.populations().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> MistakeException.unknown("population", name, names(file)));
    if (index >= population.size()) {
      throw new MistakeException(
          "--neuron " + neuron + ": " + name + " has " + population.size() + " neurons, from 0 on");
    }
    if (!population.onChip()) {
      throw new MistakeException(
          "--neuron " + neuron + ": " + name + " is outside the chip; its neurons are input ports");
    }
    PrintWriter out = spec.commandLine().getOut();
    NeuronOnChip found = NeuronOnChip.of(file, name, index);
    List<AskedSynapses.Asked> asked = List.of();
    String unit = "";
    boolean relay = population.isRelay();
    if (!relay && MappingArgument.hasScenario(mapping)) {
      Network network = MappingArgument.scenario(mapping).network();
      for (Population one : network.populations()) {
        if (one.name().equals(name) && index < one.size()) {
          asked = AskedSynapses.onto(file, network, name, index);
          unit =
              Models.neuron(one.model())
                  .map(model -> model.description().weightUnit().symbol())
                  .orElse("");
        }
      }
    }
    NeuronText.lines(found, name, file, asked, unit, all).forEach(out::println);
    if (asked.isEmpty() && !found.synapses().isEmpty() && !relay) {
      out.println("scenario.yaml beside the mapping would tell what was asked for");
    }
    out.flush();
    return ExitCode.OK;
  }

  private static List<String> names(MappingFile file) {
    return new ArrayList<>(file.populations().stream().map(MappedPopulation::name).toList());
  }
}
