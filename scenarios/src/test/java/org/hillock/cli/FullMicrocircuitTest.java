package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The full cortical microcircuit: some 3 GiB and a minute. */
@Tag("long")
class FullMicrocircuitTest {

  @TempDir Path folder;

  @Test
  void shouldFireAtThePublishedRates() {
    CommandRun run =
        CommandRun.of(
            "run",
            "cortical-microcircuit",
            "--set",
            "scale=1",
            "--no-plots",
            "--out",
            folder.resolve("full").toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
  }
}
