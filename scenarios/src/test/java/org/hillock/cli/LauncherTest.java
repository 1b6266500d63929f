package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java that only says what it was given. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher of other systems")
class LauncherTest {

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "WARNING: Using incubator modules: jdk.incubator.vector" >&2
      echo "Java says something else" >&2
      printf 'without an end' >&2
      echo "the program complains" >&19
      for last; do :; done
      echo "$last"
      %s
      """;

  @TempDir Path folder;

  private Path executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int launch(String end) throws Exception {
    Path launcher =
        executable(folder.resolve("hillock"), Files.readString(Path.of("..", "hillock")));
    executable(folder.resolve("jdk/bin/java"), JAVA.formatted(end));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    // The filter may outlive the program by a moment: cat ends when both have closed what it reads,
    // whereas Java stops listening to a process that has ended.
    String script = "bash \"$0\" \"$@\" 2>&1 >\"$OUT\" | cat; exit ${PIPESTATUS[0]}";
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script, launcher.toString(), "an argument");
    builder.environment().put("HILLOCK_JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("OUT", folder.resolve("out").toString());
    Process process = builder.start();
    String err = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(
        List.of("Java says something else", "the program complains", "without an end"),
        err.lines().sorted().toList());
    return process.waitFor();
  }

  @Test
  void shouldKeepBackNothingButTheWarningOfTheIncubator() throws Exception {
    assertEquals(7, launch("exit 7"));
    assertEquals("an argument\n", Files.readString(folder.resolve("out")));
  }

  @Test
  void shouldEndBySignalWhereJavaDoes() throws Exception {
    assertEquals(128 + 15, launch("kill -TERM $$"));
  }
}
