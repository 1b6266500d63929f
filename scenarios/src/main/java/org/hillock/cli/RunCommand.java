package org.hillock.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.cli.option.CheckpointArguments;
import org.hillock.cli.option.ChipArguments;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.ResultArguments;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.option.ScenarioArguments;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Simulation;
import org.hillock.experiment.EngineChoice;
import org.hillock.experiment.Experiment;
import org.hillock.experiment.Follower;
import org.hillock.experiment.Saving;
import org.hillock.io.SavedFolder;
import org.hillock.io.Sha256;
import org.hillock.io.checkpoint.Checkpoint;
import org.hillock.io.checkpoint.SavedRun;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.write.ResolvedYaml;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

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
  @Mixin CheckpointArguments checkpointArguments;
  @Mixin ResultArguments resultArguments;

  @ParentCommand Main main;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws ScenarioException, IOException {
    Scenario scenario = scenario();
    Saving saving = checkpointArguments.given() ? saving(scenario) : null;
    return run(scenario, saving, null, null);
  }

  private Scenario scenario() throws ScenarioException {
    return engineArgument.engine() == Engine.loihi
        ? arguments.loadForChip(runArguments, chipArguments.step())
        : arguments.load(runArguments, engineArgument.engine());
  }

  private Saving saving(Scenario scenario) throws ScenarioException {
    return checkpointArguments.saving(
        new SavedRun(
            spec.commandLine().getParseResult().originalArgs(),
            arguments.source(),
            Sha256.of(ResolvedYaml.of(scenario)),
            Double.NaN,
            0,
            Map.of()));
  }

  /**
   * Goes on with a run that was started by these arguments.
   *
   * @param folder that it has left
   * @param checkpoint its state
   * @param saved how it was started, and how far it had come
   * @param until where it is to end [ms]; NaN for where it was to
   */
  Integer goOn(SavedFolder folder, Checkpoint checkpoint, SavedRun saved, double until)
      throws ScenarioException, IOException {
    arguments.take(saved.scenario());
    resultArguments.writeTo(folder.target());
    Scenario scenario = scenario();
    if (!Sha256.of(ResolvedYaml.of(scenario)).equals(saved.scenarioSha256())) {
      throw new MistakeException(
          "the scenario '"
              + saved.scenario()
              + "' is no more what it was when the run was started: put it back as it was ("
              + folder.folder().resolve("scenario.yaml")
              + " may have it), or start it anew");
    }
    double end = Double.isNaN(until) ? saved.until() : until;
    if (end <= saved.time()) {
      throw new MistakeException(
          "the run has come to "
              + Text.milliseconds(saved.time())
              + " already, so that it cannot end at "
              + Text.milliseconds(end)
              + ": give a later time");
    }
    if (!Double.isNaN(end)) {
      runArguments.setDuration(end - scenario.settings().warmup());
      scenario = scenario();
    }
    return run(scenario, checkpointArguments.saving(saved.until(end)), folder, checkpoint);
  }

  private Integer run(
      Scenario scenario,
      @Nullable Saving saving,
      @Nullable SavedFolder folder,
      @Nullable Checkpoint checkpoint)
      throws ScenarioException, IOException {
    SpikeExchange exchange = main.exchange();
    Experiment.Builder builder =
        listener -> {
          Simulation simulation =
              EngineChoice.build(
                  scenario,
                  chipArguments.choice(scenario.engine()),
                  listener,
                  resultArguments::note,
                  exchange);
          if (checkpoint != null) {
            simulation.restore(checkpoint);
          }
          return simulation;
        };
    return ExitCode.of(
        exchange.rank() > 0
            ? Follower.run(builder)
            : resultArguments.run(scenario, saving, folder, builder));
  }
}
