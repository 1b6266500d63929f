package org.hillock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Ctrl-C, as a signal to a process. */
public final class CtrlC {

  private CtrlC() {}

  /**
   * Skips a test where processes do not hear it: a shell that starts something in the background
   * lets it, and all that it starts, ignore the signal.
   */
  public static void assumeHeard() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      long ignored =
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("SigIgn:"))
              .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
              .findFirst()
              .orElse(0);
      Assumptions.assumeTrue(
          (ignored >>> 1 & 1) == 0, "run in the background of a shell, where Ctrl-C is ignored");
    }
  }

  /** Sends it. */
  public static void to(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }
}
