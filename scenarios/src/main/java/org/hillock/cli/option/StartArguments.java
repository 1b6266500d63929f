package org.hillock.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.io.SavedFolder;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where in time a run begins and ends. */
public final class StartArguments {

  @Option(
      names = "--from",
      paramLabel = "CHECKPOINT",
      description =
          "Goes on from the state of another run, with the protocol of this scenario: neurons,"
              + " learnt weights and spikes under way are those that were saved, by name; inputs,"
              + " parameters, what is recorded and what is expected may be others. A folder of"
              + " results with a checkpoint, or the file. Time goes on, too.")
  @Nullable Path from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "Where the run ends, counted from the beginning of time, such as --until '20 s'; instead of"
              + " --duration.")
  @Nullable String until;

  /** The file of the checkpoint that is gone on from; null if none is. */
  public @Nullable Path state() {
    if (from == null) {
      return null;
    }
    return Files.isRegularFile(from) ? from : SavedFolder.find(from).checkFree().state();
  }

  /** What is gone on from, as it was named; null if nothing is. */
  public @Nullable Path from() {
    return from;
  }

  /** Where the run ends [ms]; NaN if that was not said. */
  public double until(RunArguments run) throws ScenarioException {
    if (until == null) {
      return Double.NaN;
    }
    if (run.duration() != null) {
      throw new MistakeException("--until and --duration: expected one of them");
    }
    return TimeOption.milliseconds("--until", until);
  }
}
