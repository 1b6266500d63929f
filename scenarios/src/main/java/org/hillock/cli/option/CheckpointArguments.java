package org.hillock.cli.option;

import org.hillock.experiment.Saving;
import org.hillock.io.FileSums;
import org.hillock.io.checkpoint.SavedRun;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say when a run is saved. */
public final class CheckpointArguments {

  @Option(
      names = "--checkpoint",
      paramLabel = "TIME",
      description =
          "Saves the run whenever so much time has been simulated, such as --checkpoint '10 s', and"
              + " at its end, in the folder of results. If it is stopped or killed, 'hillock resume'"
              + " goes on from there.")
  @Nullable String interval;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "TIME",
      description = "The same by the clock on the wall, such as --checkpoint-every '5 min'.")
  @Nullable String clock;

  /** Whether any was given. */
  public boolean given() {
    return interval != null || clock != null;
  }

  /**
   * When the run is saved.
   *
   * @param sums of the files that are there already
   */
  public Saving saving(SavedRun run, FileSums sums) throws ScenarioException {
    return new Saving(
        milliseconds("--checkpoint", interval),
        milliseconds("--checkpoint-every", clock) / 1000,
        run,
        sums);
  }

  private static double milliseconds(String option, @Nullable String text)
      throws ScenarioException {
    if (text == null) {
      return Double.POSITIVE_INFINITY;
    }
    double time = TimeOption.milliseconds(option, text);
    if (!(time > 0)) {
      throw new MistakeException(option + " " + text + ": expected a time above 0");
    }
    return time;
  }
}
