package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of docs/java.md do what the page says: each is started as a reader would. */
class JavaPageTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"BalancedNetwork.java", "RunScenario.java"})
  void shouldPrintWhatThePageSays(String name) throws Exception {
    String page = Files.readString(Path.of("../docs/java.md"));
    Matcher program =
        Pattern.compile("(?s)<!-- " + name + " -->\n```java\n(.*?)```\n.*?\n```text\n(.*?)```\n")
            .matcher(page);
    assertTrue(program.find(), name);
    Path file = Files.writeString(folder.resolve(name), program.group(1));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Xmx500m",
                "-cp",
                System.getProperty("java.class.path"),
                file.toString())
            .directory(Path.of("..").toFile()) // where the page's commands are given
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    int code = process.waitFor();
    String errors = Files.readString(folder.resolve("errors.txt"), StandardCharsets.UTF_8);
    assertEquals(0, code, errors);
    assertEquals(program.group(2), Files.readString(output).replace("\r\n", "\n"));
  }
}
