package org.hillock.bench;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Processes that do nothing but keep the processors busy, while something else is measured. */
public final class BusyMachine implements AutoCloseable {

  private final List<Process> processes = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param count how many
   * @throws IOException if one cannot be started
   */
  public BusyMachine(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      ProcessBuilder builder =
          new ProcessBuilder(
              Build.java(),
              "-cp",
              System.getProperty("java.class.path"),
              BusyMachine.class.getName());
      processes.add(
          builder
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
  }

  /** Ends them. */
  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }

  /** One of them: ends when the process that started it does, and its input with that. */
  public static void main(String[] arguments) throws IOException {
    Thread busy =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
            });
    busy.setDaemon(true);
    busy.start();
    try (InputStream parent = System.in) {
      while (parent.read() >= 0) {
        // Nothing is ever written.
      }
    }
  }
}
