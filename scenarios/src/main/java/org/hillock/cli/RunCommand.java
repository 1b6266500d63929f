package org.hillock.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hillock.cli.option.ChipArguments;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.ResultArguments;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.option.ScenarioArguments;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.experiment.EngineChoice;
import org.hillock.experiment.Experiment;
import org.hillock.experiment.Follower;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a scenario and writes a folder of results.",
      "The folder holds manifest.json, spikes.csv, plots and whatever else the scenario records."
          + " What the scenario expects is checked. Started by mpirun or srun, several processes"
          + " share the run."
    })
final class RunCommand implements Callable<Integer> {

  @Mixin ScenarioArguments arguments;
  @Mixin RunArguments runArguments;
  @Mixin EngineArgument engineArgument;
  @Mixin ChipArguments chipArguments;
  @Mixin ResultArguments resultArguments;

  @ParentCommand Main main;

  @Override
  public Integer call() throws ScenarioException, IOException {
    Scenario scenario =
        engineArgument.engine() == Engine.loihi
            ? arguments.loadForChip(runArguments, chipArguments.step())
            : arguments.load(runArguments, engineArgument.engine());
    SpikeExchange exchange = main.exchange();
    Experiment.Builder builder =
        listener ->
            EngineChoice.build(
                scenario,
                chipArguments.choice(scenario.engine()),
                listener,
                resultArguments::note,
                exchange);
    return ExitCode.of(
        exchange.rank() > 0 ? Follower.run(builder) : resultArguments.run(scenario, builder));
  }
}
