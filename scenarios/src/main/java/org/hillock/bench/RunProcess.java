package org.hillock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.io.ResultFolder;
import org.jspecify.annotations.Nullable;

/**
 * A process with a folder of its own: when this program is interrupted the process ends, and then
 * the folder is deleted. That is arranged before the process starts, so that there is no moment at
 * which one of them is left behind.
 */
final class RunProcess implements AutoCloseable {

  /** In place of an exit code: the process was ended, or never started, by an interruption. */
  static final int ENDED = -1;

  private final Path folder;
  private final Thread end = new Thread(this::end, "hillock-bench-end");
  private @Nullable Process process;
  private boolean ended;

  /**
   * @param folder what the process writes; deleted at the end
   */
  RunProcess(Path folder) {
    this.folder = folder;
    try {
      Runtime.getRuntime().addShutdownHook(end);
    } catch (IllegalStateException e) {
      ended = true; // this program is ending
    }
  }

  /** Starts the process, waits for its end, and returns its exit code, or {@link #ENDED}. */
  int run(ProcessBuilder builder) throws IOException {
    Process started = start(builder);
    if (started == null) {
      return ENDED;
    }
    try {
      int code = started.waitFor();
      synchronized (this) {
        return ended ? ENDED : code;
      }
    } catch (InterruptedException e) {
      started.destroyForcibly().onExit().join();
      Thread.currentThread().interrupt();
      return ENDED;
    }
  }

  private synchronized @Nullable Process start(ProcessBuilder builder) throws IOException {
    process = ended ? null : builder.start();
    return process;
  }

  private void end() {
    Process running;
    synchronized (this) {
      ended = true;
      running = process;
    }
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
    }
    try {
      delete();
    } catch (IOException e) {
      System.err.println("could not delete '" + folder + "': " + e.getMessage());
    }
  }

  /** Deletes the folder; if this program is ending, {@link #end} does. */
  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
      delete();
    } catch (IllegalStateException e) {
      // The program is ending.
    }
  }

  private void delete() throws IOException {
    if (Files.exists(folder)) {
      ResultFolder.delete(folder);
    }
  }
}
