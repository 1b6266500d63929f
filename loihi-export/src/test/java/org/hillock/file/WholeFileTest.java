package org.hillock.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and pipes")
class WholeFileTest {

  private static final byte[] TEXT = "new\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static void write(Path file) throws IOException {
    WholeFile.write(file, out -> out.write(TEXT));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void replacesARegularFileAtOnceAndMakesItsFolder() throws IOException {
    Path file = folder.resolve("a/b/c.csv");
    assertEquals(Optional.empty(), WholeFile.obstacle(file));
    assertEquals(List.of(), names(), "a check makes nothing");
    write(file);
    write(file);
    assertArrayEquals(TEXT, Files.readAllBytes(file));
  }

  @Test
  void leavesTheOldFileWhereWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "old");
    assertThrows(
        IOException.class,
        () ->
            WholeFile.write(
                file,
                out -> {
                  out.write(TEXT);
                  throw new IOException("the disk is full");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("old"), names());
  }

  @Test
  void followsALinkAndLeavesItALink() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    write(second);
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.isSymbolicLink(second));
    assertArrayEquals(TEXT, Files.readAllBytes(file));
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("missing"));
    write(dangling);
    assertTrue(Files.isSymbolicLink(dangling));
    assertArrayEquals(TEXT, Files.readAllBytes(folder.resolve("missing")));
  }

  @Test
  void writesThroughAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    FutureTask<byte[]> reader = new FutureTask<>(() -> Files.newInputStream(pipe).readAllBytes());
    new Thread(reader, "reader").start();
    assertEquals(Optional.empty(), WholeFile.obstacle(pipe));
    write(pipe);
    assertArrayEquals(TEXT, reader.get());
    assertTrue(WholeFile.isSpecial(pipe), "it is still a pipe");
  }

  @Test
  void writesToADeviceThatStaysOne() throws IOException {
    Path device = Path.of("/dev/null");
    assertEquals(Optional.empty(), WholeFile.obstacle(device));
    write(device);
    assertTrue(WholeFile.isSpecial(device));
    Path link = Files.createSymbolicLink(folder.resolve("link"), device);
    write(link);
    assertTrue(Files.isSymbolicLink(link));
    Files.delete(link);
    assertTrue(WholeFile.isSpecial(device));
    assertTrue(WholeFile.baseObstacle(device).orElse("").startsWith("is a device or pipe"));
  }

  @Test
  void refusesAFolderAndAPathThroughAFile() throws IOException {
    assertEquals(
        Optional.of("is a folder: expected the name of a file"), WholeFile.obstacle(folder));
    assertThrows(IOException.class, () -> write(folder));
    Path file = Files.writeString(folder.resolve("file"), "");
    String fault = WholeFile.obstacle(file.resolve("x.csv")).orElse("");
    assertEquals("'" + file + "' is not a folder; name another place", fault);
    assertFalse(WholeFile.obstacle(Path.of("")).isEmpty());
    assertFalse(WholeFile.obstacle(Path.of("/")).isEmpty());
  }
}
