package org.hillock.io.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.hillock.engine.checkpoint.CheckpointException;
import org.hillock.engine.checkpoint.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  /** More than a block. */
  private static final double[] MANY = new Random(1).doubles(20_000).toArray();

  @TempDir private Path folder;

  private static void write(Sections to, double[] numbers) {
    to.section("empty", carrier -> {});
    to.section("numbers", carrier -> carrier.carry(numbers, 0, numbers.length));
    to.section("mixed", carrier -> assertTrue(carrier.carry(true) && carrier.carry(-7) == -7));
  }

  private Path written(String name, double[] numbers) {
    Path file = folder.resolve(name);
    try (CheckpointWriter writer = new CheckpointWriter(file)) {
      write(writer, numbers);
      writer.finish();
    }
    return file;
  }

  @Test
  void bringsBackWhatItTookToTheBit() {
    double[] back = new double[MANY.length];
    try (Checkpoint checkpoint = new Checkpoint(written("file", MANY))) {
      checkpoint.section(
          "mixed", carrier -> assertTrue(carrier.carry(false) && carrier.carry(0) == -7));
      checkpoint.section("numbers", carrier -> carrier.carry(back, 0, back.length));
      checkpoint.section("empty", carrier -> assertTrue(carrier.restores()));
    }
    assertArrayEquals(MANY, back);
  }

  @Test
  void refusesToBringMoreOrLessThanItTook() {
    try (Checkpoint checkpoint = new Checkpoint(written("file", new double[3]))) {
      for (int count : new int[] {2, 4}) {
        CheckpointException e =
            assertThrows(
                CheckpointException.class,
                () ->
                    checkpoint.section(
                        "numbers", carrier -> carrier.carry(new double[count], 0, count)));
        assertTrue(e.getMessage().endsWith("it is of another network"), e.getMessage());
      }
      assertThrows(CheckpointException.class, () -> checkpoint.section("other", carrier -> {}));
    }
  }

  @Test
  void refusesADamagedFileWhereverItIsDamaged() throws IOException {
    byte[] good = Files.readAllBytes(written("good", new double[200]));
    Path bad = folder.resolve("bad");
    for (int at = 0; at < good.length; at++) {
      byte[] flipped = good.clone();
      flipped[at] ^= 0x10;
      Files.write(bad, flipped);
      assertThrows(CheckpointException.class, () -> new Checkpoint(bad).close(), "byte " + at);
      Files.write(bad, Arrays.copyOf(good, at));
      assertThrows(CheckpointException.class, () -> new Checkpoint(bad).close(), "cut at " + at);
    }
  }

  @Test
  void leavesTheCheckpointBeforeWhereTheNextIsNotFinished() throws IOException {
    Path file = written("file", MANY);
    byte[] before = Files.readAllBytes(file);
    try (CheckpointWriter writer = new CheckpointWriter(file)) {
      write(writer, new double[5]);
    }
    assertArrayEquals(before, Files.readAllBytes(file));
    assertFalse(Files.exists(folder.resolve("file.new")));
  }

  @Test
  void saysWhereACheckpointCannotBeWritten() throws IOException {
    Path file = folder.resolve("file");
    // A folder stands where it would be written.
    Files.createDirectory(folder.resolve("file.new"));
    CheckpointException e =
        assertThrows(CheckpointException.class, () -> new CheckpointWriter(file).close());
    assertTrue(e.getMessage().startsWith("the checkpoint " + file + " cannot be written"));
  }

  @Test
  void savesAtRegularTimes() {
    PeriodicCheckpoints every =
        new PeriodicCheckpoints(folder.resolve("file"), 10, Double.POSITIVE_INFINITY, to -> {});
    assertEquals(10, every.next(0));
    assertEquals(20, every.next(10));
    assertEquals(20, every.next(19.5));
    assertFalse(every.due());
    every.save(10, to -> write(to, new double[2]));
    assertTrue(Files.exists(folder.resolve("file")));
  }
}
