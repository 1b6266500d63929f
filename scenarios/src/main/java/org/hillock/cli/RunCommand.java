package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hillock.cli.option.CheckpointArguments;
import org.hillock.cli.option.ChipArguments;
import org.hillock.cli.option.EngineArgument;
import org.hillock.cli.option.ResultArguments;
import org.hillock.cli.option.RunArguments;
import org.hillock.cli.option.ScenarioArguments;
import org.hillock.cli.option.StartArguments;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.Simulation;
import org.hillock.experiment.AbandonableRun;
import org.hillock.experiment.Course;
import org.hillock.experiment.EngineChoice;
import org.hillock.experiment.Experiment;
import org.hillock.experiment.Follower;
import org.hillock.experiment.Saving;
import org.hillock.experiment.SettledState;
import org.hillock.io.ClaimedFolder;
import org.hillock.io.FileSums;
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
  @Mixin StartArguments start;
  @Mixin CheckpointArguments checkpointArguments;
  @Mixin ResultArguments resultArguments;

  @ParentCommand Main main;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws ScenarioException, IOException {
    double until = start.until(runArguments);
    Path state = start.state();
    if (state == null) {
      runArguments.between(0, until);
      Scenario scenario = scenario();
      return run(scenario, new Course(saving(scenario, 0), null, null), simulation -> {});
    }
    try (Checkpoint checkpoint = new Checkpoint(state)) {
      double begin = SavedRun.read(checkpoint).time();
      runArguments.between(begin, until);
      Scenario scenario = scenario();
      return run(
          scenario,
          new Course(saving(scenario, begin), null, start.from()),
          simulation -> SettledState.restore(scenario.network(), simulation, checkpoint));
    }
  }

  private Scenario scenario() throws ScenarioException {
    return engineArgument.engine() == Engine.loihi
        ? arguments.loadForChip(runArguments, chipArguments.step())
        : arguments.load(runArguments, engineArgument.engine());
  }

  private @Nullable Saving saving(Scenario scenario, double begin) throws ScenarioException {
    return checkpointArguments.given()
        ? checkpointArguments.saving(
            new SavedRun(
                spec.commandLine().getParseResult().originalArgs(),
                arguments.source(),
                Sha256.of(ResolvedYaml.of(scenario)),
                begin,
                Double.NaN,
                begin,
                Map.of()),
            new FileSums())
        : null;
  }

  /**
   * Goes on with a run that was started by these arguments.
   *
   * @param folder that it has left
   * @param claimed the same, if it is this process that writes it; else null
   * @param checkpoint its state
   * @param saved how it was started, and how far it had come
   * @param until where it is to end [ms]; NaN for where it was to
   */
  Integer goOn(
      SavedFolder folder,
      @Nullable ClaimedFolder claimed,
      Checkpoint checkpoint,
      SavedRun saved,
      double until)
      throws ScenarioException, IOException {
    arguments.take(saved.scenario());
    resultArguments.writeTo(folder.target());
    runArguments.between(saved.begin(), start.until(runArguments));
    Scenario scenario = scenario();
    if (!Sha256.of(ResolvedYaml.of(scenario)).equals(saved.scenarioSha256())) {
      throw new MistakeException(
          "the scenario '"
              + saved.scenario()
              + "' is no more what it was when the run was started: put it back as it was, or begin"
              + " a run of the new one where this one stands, by 'hillock run SCENARIO --from "
              + folder.folder()
              + "'");
    }
    double end = Double.isNaN(until) ? saved.until() : until;
    if (until < saved.time()) {
      throw new MistakeException(
          "the run has come to "
              + Text.milliseconds(saved.time())
              + " already, so that it cannot end at "
              + Text.milliseconds(end)
              + ": give a later time");
    }
    if (!Double.isNaN(end)) {
      runArguments.between(saved.begin(), end);
      scenario = scenario();
    }
    FileSums sums =
        claimed == null ? new FileSums() : FileSums.check(folder.folder(), saved.files());
    return run(
        scenario,
        new Course(checkpointArguments.saving(saved.until(end), sums), claimed, start.from()),
        simulation -> simulation.restore(checkpoint));
  }

  private Integer run(Scenario scenario, Course course, Consumer<Simulation> beginning)
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
          beginning.accept(simulation);
          return exchange.ranks() == 1
              ? simulation
              : new AbandonableRun(scenario, simulation, main.abandonment());
        };
    if (exchange.rank() > 0) {
      return ExitCode.of(Follower.run(builder, course));
    }
    try {
      return ExitCode.of(resultArguments.run(scenario, course, builder));
    } finally {
      main.abandonment().finished();
    }
  }
}
