package org.hillock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hillock.cli.CtrlC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a measurement that is interrupted. */
class BenchInterruptionTest {

  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void leavesNeitherProcessNorFilesBehind() throws Exception {
    CtrlC.assumeHeard();
    Process bench =
        new ProcessBuilder(
                Build.java(),
                "-Xmx1g",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.hillock.cli.Main",
                "bench",
                "cuba",
                "--duration",
                "100000 s",
                "--threads",
                "1")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = bench.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("cuba …", output.readLine());
      Optional<ProcessHandle> run = Optional.empty();
      while (run.isEmpty() && bench.isAlive()) {
        Thread.onSpinWait();
        run = bench.children().findFirst();
      }
      assertTrue(run.isPresent(), "the measurement ended by itself");
      CtrlC.to(bench);
      assertTrue(bench.waitFor(60, TimeUnit.SECONDS));
      assertNotEquals(0, bench.exitValue());
      run.get().onExit().get(60, TimeUnit.SECONDS);
    } finally {
      bench.destroyForcibly();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }
}
