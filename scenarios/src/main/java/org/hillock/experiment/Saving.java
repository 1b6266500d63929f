package org.hillock.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.Sections;
import org.hillock.engine.run.Checkpoints;
import org.hillock.engine.run.MemoryCheckpoints;
import org.hillock.io.FileSums;
import org.hillock.io.ResultFolder;
import org.hillock.io.ResultSink;
import org.hillock.io.SavedFolder;
import org.hillock.io.checkpoint.PeriodicCheckpoints;
import org.hillock.io.checkpoint.SavedRun;
import org.hillock.text.Text;

/**
 * That a run is saved now and then and at its end, in the folder of its results, so that it can be
 * gone on with.
 *
 * @param interval of simulated time [ms]; infinity for none
 * @param seconds of the clock on the wall; infinity for none
 * @param run how it was started
 * @param sums of the files that it writes, as far as they are there already
 */
public record Saving(double interval, double seconds, SavedRun run, FileSums sums) {

  /** Saves in a folder of results, until something can no more be written there. */
  Checkpoints in(ResultFolder results, ResultSink sink, PrintWriter err) {
    Path folder = results.file("");
    double[] now = {0};
    Consumer<Sections> more =
        to -> {
          try {
            Map<String, Long> bytes = sink.bytes();
            force(folder, bytes);
            run.at(now[0], sums.of(folder, bytes)).write(to);
          } catch (IOException e) {
            throw new CheckpointException(
                "what was recorded could not be put on the disk (" + e.getMessage() + ")", e);
          }
        };
    Checkpoints periodic =
        new PeriodicCheckpoints(SavedFolder.state(folder), interval, seconds, more);
    return new Checkpoints() {
      @Override
      public double next(double after) {
        return periodic.next(after);
      }

      @Override
      public boolean due() {
        return periodic.due();
      }

      @Override
      public void save(double time, Consumer<Sections> state) {
        // Of what could not be written there is none to go on from; the last checkpoint stays.
        if (sink.failed()) {
          return;
        }
        now[0] = time;
        try {
          periodic.save(time, state);
        } catch (CheckpointException e) {
          err.println(
              "at "
                  + Text.milliseconds(time)
                  + " the run could not be saved: "
                  + e.getMessage()
                  + ". It runs on, and the checkpoint before stays if there is one");
          err.flush();
        }
      }
    };
  }

  /** When the first of several processes saves, for another one, of which nothing is kept. */
  Checkpoints elsewhere() {
    return new MemoryCheckpoints(interval);
  }

  /** Puts files and their names on the disk, so that a loss of power takes nothing of them. */
  private static void force(Path folder, Map<String, Long> bytes) throws IOException {
    for (Map.Entry<String, Long> file : bytes.entrySet()) {
      if (file.getValue() > 0) {
        force(folder.resolve(file.getKey()), StandardOpenOption.WRITE);
      }
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      force(folder, StandardOpenOption.READ);
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
