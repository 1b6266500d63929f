package org.hillock.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {

  @TempDir Path folder;

  /** A table that would never end does, as soon as its thread is interrupted. */
  @Test
  void givesUpWhenItsThreadIsInterrupted() throws Exception {
    Path file = folder.resolve("endless.csv");
    Thread writing = Thread.currentThread();
    Thread other = new Thread(writing::interrupt);
    assertThrows(
        ClosedByInterruptException.class,
        () -> {
          TableWriter out = TableWriter.into(file, "number");
          other.start();
          while (true) {
            out.whole(1).line();
          }
        });
    assertTrue(Thread.interrupted());
    other.join();
    Files.writeString(file, "whole", StandardCharsets.UTF_8);
    assertEquals("whole", Files.readString(file));
  }
}
