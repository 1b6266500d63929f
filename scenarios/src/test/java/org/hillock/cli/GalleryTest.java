package org.hillock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.cli.option.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario that ships runs, and its claims hold. */
class GalleryTest {

  @TempDir Path folder;

  static List<String> names() {
    return Catalog.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shouldRunAndMeetEveryExpectation(String name) {
    CommandRun run =
        CommandRun.of("run", name, "--no-plots", "--out", folder.resolve(name).toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
  }

  @Test
  void shouldListEveryFileOfTheGallery() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("gallery"))) {
      assertEquals(
          Catalog.names().stream().sorted().toList(),
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .map(file -> file.replace(".yaml", ""))
              .sorted()
              .toList());
    }
  }
}
