package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.io.ClaimedFolder;
import org.hillock.io.SavedFolder;
import org.hillock.io.StoredResult;
import org.hillock.io.checkpoint.Checkpoint;
import org.hillock.io.checkpoint.SavedRun;
import org.hillock.scenario.section.TimeOption;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.text.MistakeException;
import org.hillock.text.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = {
      "Goes on with a run that was stopped or killed, from its last checkpoint.",
      "The run must have been started with --checkpoint or --checkpoint-every; it goes on with the"
          + " options that it was started with, and its results are those of a run that was never"
          + " interrupted. A run that has ended is extended by --until."
    })
final class ResumeCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      description = "The folder of results of the run, whether it came to be or not.")
  Path folder = Path.of("");

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "Where the run is to end, counted from its beginning, such as --until '20 s'; where it was"
              + " to end if not given.")
  @Nullable String until;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads, if other than before. Results do not depend on it.")
  @Nullable Integer threads;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints nothing but complaints.")
  boolean quiet;

  @ParentCommand Main main;

  @Override
  public Integer call() throws ScenarioException, IOException {
    double end = until == null ? Double.NaN : TimeOption.milliseconds("--until", until);
    SavedFolder saved = SavedFolder.find(folder);
    saved.checkOwn();
    // Of several processes the first writes; the others read what it has claimed.
    try (ClaimedFolder claimed = main.exchange().rank() == 0 ? saved.claim() : null;
        Checkpoint checkpoint = new Checkpoint(saved.state())) {
      SavedRun run = SavedRun.read(checkpoint);
      if (until == null) {
        checkUnfinished(saved);
      }
      RunCommand command = command(run.arguments());
      command.runArguments.setThreads(threads);
      if (quiet) {
        command.resultArguments.beQuiet();
      }
      return command.goOn(saved, claimed, checkpoint, run, end);
    }
  }

  private void checkUnfinished(SavedFolder saved) throws IOException {
    if (saved.hidden()) {
      return;
    }
    StoredResult stored = StoredResult.open(saved.folder());
    if (stored.whole()) {
      throw new MistakeException(
          "the run of '"
              + folder
              + "' has ended as it was to, at "
              + Text.milliseconds(stored.end())
              + "; --until extends it");
    }
  }

  /** The verb {@code run} as it was called. */
  private RunCommand command(List<String> arguments) {
    CommandLine line = Main.commandLine(main.exchange(), main.abandonment());
    line.parseArgs(arguments.toArray(new String[0]));
    RunCommand command = line.getSubcommands().get("run").getCommand();
    return command;
  }
}
