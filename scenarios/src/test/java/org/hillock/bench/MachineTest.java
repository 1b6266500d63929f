package org.hillock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a machine is named. */
class MachineTest {

  @TempDir Path folder;

  private void cache(int index, String level, String type, String size) throws IOException {
    Path cache = Files.createDirectory(folder.resolve("index" + index));
    Files.writeString(cache.resolve("level"), level + "\n");
    Files.writeString(cache.resolve("type"), type + "\n");
    Files.writeString(cache.resolve("size"), size + "\n");
  }

  @Test
  void listsTheCachesForDataThatTheSystemDescribes() throws IOException {
    cache(3, "3", "Unified", "32768K");
    cache(0, "1", "Data", "48K");
    cache(1, "1", "Instruction", "32K");
    cache(2, "2", "Unified", "1024K");
    Files.writeString(folder.resolve("uevent"), "");
    assertEquals(List.of("48 KiB", "1 MiB", "32 MiB"), Machine.caches(folder));
  }

  @Test
  void leavesCachesOutWhereTheSystemDescribesNoneOrHalf() throws IOException {
    assertEquals(List.of(), Machine.caches(folder.resolve("nowhere")));
    cache(0, "1", "Data", "48K");
    Files.createDirectory(folder.resolve("index1"));
    assertEquals(List.of(), Machine.caches(folder));
  }

  @Test
  void isOneLine() {
    assertEquals(
        "2 processors, caches of 48 KiB, 1 MiB, vectors of 8 doubles, Some VM 25",
        new Machine(2, List.of("48 KiB", "1 MiB"), 8, "Some VM 25").toString());
    assertEquals(
        "1 processor, no vectors, Some VM 17",
        new Machine(1, List.of(), 1, "Some VM 17").toString());
  }
}
