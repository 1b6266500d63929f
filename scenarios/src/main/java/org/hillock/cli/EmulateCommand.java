package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.cli.option.ArithmeticArgument;
import org.hillock.cli.option.MappingArgument;
import org.hillock.cli.option.ResultArguments;
import org.hillock.cli.option.RunArguments;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileException;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.loihi.run.ChipSimulation;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.record.Recording;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "emulate",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a mapping of 'hillock export' on the emulated chip, bit by bit, and writes a folder of",
      "results like 'run'. Spikes from outside come from the scenario beside the mapping."
    })
final class EmulateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MAPPING", description = "A folder of 'hillock export'.")
  Path mapping = Path.of("");

  @Mixin RunArguments runArguments;
  @Mixin ResultArguments resultArguments;

  @Mixin ArithmeticArgument arithmetic;

  @Override
  public Integer call() throws ScenarioException, IOException {
    MappingFile file = MappingArgument.complete(mapping);
    Overrides overrides =
        new Overrides(
            file.seed(), runArguments.durationMs(), runArguments.checkedThreads(), Engine.loihi);
    Scenario scenario = MappingArgument.scenario(mapping, overrides);
    if (MappingArgument.scenarioChanged(mapping)) {
      resultArguments.note(
          "scenario.yaml has changed since the export: inputs and what is recorded are as"
              + " it says, neurons and synapses as in the mapping");
    }
    return ExitCode.of(
        resultArguments.run(
            scenario,
            listener -> {
              try {
                EmulatedChip chip = EmulatedChip.of(file, scenario.network(), arithmetic.rules());
                return new ChipSimulation(
                    chip,
                    scenario.network(),
                    scenario.settings(),
                    recording(scenario.recording(), chip),
                    listener);
              } catch (MappingFormatException | MappingException | ProfileException e) {
                String stop = e.getMessage().endsWith(".") ? "" : ".";
                throw new MistakeException(
                    mapping
                        + ": "
                        + e.getMessage()
                        + stop
                        + " 'hillock export' writes the mapping anew.");
              }
            }));
  }

  /** What the scenario records, but no weights where none learns, and nothing of modulators. */
  private Recording recording(Recording wanted, EmulatedChip chip) {
    if (!wanted.modulators().isEmpty()) {
      resultArguments.note("chips know no modulators, so nothing of them is recorded");
    }
    boolean learns = chip.image().formats().stream().anyMatch(one -> one.learning() != null);
    if (learns || wanted.weights().isEmpty()) {
      return wanted;
    }
    resultArguments.note("no synapse of this mapping learns, so no weights are recorded");
    return new Recording(wanted.spikes(), wanted.traces(), List.of(), wanted.rates());
  }
}
