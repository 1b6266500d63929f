package org.hillock.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFolderTest {

  private static final String MANIFEST =
      """
      {"hillock": "0", "scenario": "s", "engine": "grid", "spikes_sha256": null,
       "populations": {"exc": {}}}
      """;

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private Path written(String content, boolean overwrite) throws IOException {
    try (ResultFolder results = ResultFolder.create(folder.resolve("out"), overwrite)) {
      Files.writeString(results.file("manifest.json"), MANIFEST);
      Files.writeString(results.file("spikes.csv"), content);
      return results.keep();
    }
  }

  /** As a killed process leaves it: with the file of its lock, which nobody holds. */
  private Path abandoned(String name) throws IOException {
    Path partial = Files.createDirectory(folder.resolve(name));
    Files.writeString(partial.resolve(".running"), "");
    Files.writeString(partial.resolve("spikes.csv"), "half of i");
    return partial;
  }

  @Test
  void appearsUnderItsNameWhenItIsWhole() throws IOException {
    assertEquals(folder.resolve("out"), written("1", false));
    assertEquals(folder.resolve("out-2"), written("2", false));
    assertEquals(folder.resolve("out"), written("3", true));
    assertEquals("3", Files.readString(folder.resolve("out/spikes.csv")));
    assertEquals(List.of("out", "out-2"), names());
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertEquals(2, files.count(), "nothing but what was written");
    }
  }

  @Test
  void removesWhatKilledRunsLeftInTheSamePlace() throws IOException {
    abandoned(".out.partial-123");
    abandoned(".other.partial-123");
    Files.createDirectory(folder.resolve(".out.partial-strange"));
    written("1", false);
    assertEquals(
        List.of(".other.partial-123", ".out.partial-strange", "out"),
        names(),
        "only what is marked, and only of the same name");
  }

  @Test
  void leavesWhatARunningProcessWrites() throws IOException {
    try (ResultFolder running = ResultFolder.create(folder.resolve("out"), false)) {
      Files.writeString(running.file("spikes.csv"), "1");
      assertEquals(folder.resolve("out"), written("2", false));
      Files.writeString(running.file("manifest.json"), MANIFEST);
      assertEquals(folder.resolve("out-2"), running.keep());
    }
    assertEquals("1", Files.readString(folder.resolve("out-2/spikes.csv")));
    assertEquals(List.of("out", "out-2"), names());
  }

  @Test
  void leavesWhatAnotherProcessHoldsTheLockOf() throws Exception {
    Path partial = abandoned(".out.partial-7");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                partial.resolve(".running").toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertEquals("held", other.inputReader().readLine());
      written("1", false);
      assertTrue(Files.exists(partial.resolve("spikes.csv")));
    } finally {
      other.destroyForcibly().waitFor();
    }
    written("2", false);
    assertFalse(Files.exists(partial), "the process is gone, so is what it left");
  }

  /** Another process, which holds a lock until it is killed. */
  static final class Holder {
    public static void main(String[] file) throws Exception {
      try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
        System.out.println(channel.tryLock() == null ? "not held" : "held");
        System.in.read();
      }
    }
  }

  @Test
  void bringsBackAResultThatWasSetAsideWhenItsSuccessorWasKilled() throws IOException {
    written("old", false);
    Files.move(folder.resolve("out"), folder.resolve(".out.partial-9.old"));
    abandoned(".out.partial-9");
    ResultFolder.create(folder.resolve("out"), true).close();
    assertEquals("old", Files.readString(folder.resolve("out/spikes.csv")));
    assertEquals(List.of("out"), names());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links")
  void neverReplacesALink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.writeString(real.resolve("manifest.json"), MANIFEST);
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    String obstacle = ResultFolder.obstacle(link, true);
    assertEquals(
        "'" + link + "' is a link; name the folder that it leads to, or another with --out",
        obstacle);
    assertEquals("", ResultFolder.obstacle(real, true));
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    assertTrue(ResultFolder.obstacle(dangling, true).contains("is a link"));
    assertEquals(folder.resolve("dangling-2"), ResultFolder.free(dangling));
  }

  @Test
  void doesNotReplaceAFolderThatBecameSomethingElseMeanwhile() throws IOException {
    Path out = written("1", false);
    try (ResultFolder results = ResultFolder.create(out, true)) {
      Files.delete(out.resolve("manifest.json"));
      Files.writeString(out.resolve("thesis.tex"), "…");
      Files.writeString(results.file("manifest.json"), MANIFEST);
      assertEquals(folder.resolve("out-2"), results.keep());
    }
    assertTrue(Files.exists(out.resolve("thesis.tex")));
  }

  @Test
  void takesNoFileNameThatLeadsElsewhere() throws IOException {
    try (ResultFolder results = ResultFolder.create(folder.resolve("out"), false)) {
      assertThrows(IllegalArgumentException.class, () -> results.file("../x"));
    }
  }

  @Test
  void doesNotReplaceAFolderWithFilesThatNoRunWrites() throws IOException {
    Path out = written("1", false);
    Files.writeString(out.resolve("exc.dat"), "");
    Files.writeString(out.resolve("raster.png"), "");
    assertEquals("", ResultFolder.obstacle(out, true));
    Files.writeString(out.resolve("inh.dat"), "no population of this run");
    Files.writeString(out.resolve("notes.txt"), "mine");
    Files.createDirectory(out.resolve("analysis"));
    assertEquals(
        "the folder '"
            + out
            + "' holds what Hillock did not write there, 'analysis', 'inh.dat', 'notes.txt', and is"
            + " not overwritten; choose another with --out",
        ResultFolder.obstacle(out, true));
    assertEquals(folder.resolve("out-2"), written("2", true));
    assertEquals("mine", Files.readString(out.resolve("notes.txt")));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links")
  void doesNotTakeALinkOfAKnownNameForAFileOfItsOwn() throws IOException {
    Path out = written("1", false);
    Files.createSymbolicLink(out.resolve("rates.csv"), Path.of("elsewhere"));
    assertTrue(ResultFolder.obstacle(out, true).contains("'rates.csv'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hillock\": \"x\"}",
        "{\"hillock\": \"x\", \"scenario\": \"s\"}",
        "{\"hillock\": \"x\", \"scenario\": \"s\", \"kind\": \"export\"}",
        "{\"hillock\": \"x\", \"scenario\": \"s\", \"kind\": \"import\", \"from\": \"f\"}",
        "{\"scenario\": \"s\", \"engine\": \"grid\", \"spikes_sha256\": \"\"}",
        "{\"hillock",
        "[]",
      })
  void doesNotTakeAManifestWithoutTheKeysOfOneForItsOwn(String manifest) throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.writeString(out.resolve("manifest.json"), manifest);
    assertEquals(
        "the folder '"
            + out
            + "' holds something else than results of Hillock, and is not overwritten; choose"
            + " another with --out",
        ResultFolder.obstacle(out, true));
  }
}
