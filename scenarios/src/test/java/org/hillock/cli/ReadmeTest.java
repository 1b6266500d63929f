package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.cli.option.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says is true. */
class ReadmeTest {

  private static final Path README = Path.of("..", "README.md");

  @TempDir Path folder;

  @Test
  void shouldShowAScenarioThatRunsAndMeetsItsExpectation() throws Exception {
    List<String> yaml = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(README)) {
      if (line.startsWith("```")) {
        inside = line.equals("```yaml");
      } else if (inside) {
        yaml.add(line);
      }
    }
    Path file = Files.write(folder.resolve("mine.yaml"), yaml);
    CommandRun run =
        CommandRun.of("run", file.toString(), "--out", folder.resolve("out").toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
    assertTrue(Files.size(folder.resolve("out/raster.png")) > 10_000, "its picture");
  }

  @Test
  void shouldNameEveryVerbAndEveryScenario() throws Exception {
    String readme = Files.readString(README);
    for (String verb : Main.commandLine().getSubcommands().keySet()) {
      assertTrue(readme.contains("`" + verb), verb);
    }
    for (String scenario : Catalog.names()) {
      assertTrue(readme.contains("| `" + scenario + "`"), scenario);
    }
  }
}
