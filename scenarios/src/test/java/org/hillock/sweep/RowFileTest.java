package org.hillock.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.hillock.io.ResultFormatException;
import org.hillock.text.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFileTest {

  private static final SweepPlan PLAN =
      new SweepPlan(
          "s",
          "text",
          "resolved",
          new SweepGrid(List.of(AxisReader.read("a=1:4:1")), 1, 1),
          List.of(),
          Map.of("engine", "grid"),
          List.of("s.yaml", "--over", "a=1:4:1"));

  private static final SweepRow ROW =
      new SweepRow(
          2, Map.of("rate(\"a\") [Hz]", 0.1 + 0.2, "cv, x", Double.NaN), Map.of("a < b", true), "");

  @TempDir Path folder;

  @Test
  void shouldReadBackWhatWasWrittenToTheLastBit() throws IOException {
    Path file = folder.resolve("rows-1-of-1.jsonl");
    SweepRow failed = SweepRow.failed(3, "two\n lines");
    try (RowFile rows = RowFile.open(file, PLAN, 0)) {
      rows.append(ROW);
      rows.append(failed);
    }
    RowFile.Content content = RowFile.read(file);
    assertEquals(List.of(ROW, failed), content.rows());
    assertEquals("two lines", failed.error());
    assertEquals(Files.size(file), content.bytes());
    assertEquals(List.of(), PLAN.differences(content.plan()));
  }

  @Test
  void shouldRefuseASecondWriter() throws IOException {
    Path file = folder.resolve("rows-1-of-1.jsonl");
    try (RowFile rows = RowFile.open(file, PLAN, 0)) {
      MistakeException refused =
          assertThrows(MistakeException.class, () -> RowFile.open(file, PLAN, 0));
      assertTrue(refused.getMessage().contains("is being written"), refused.getMessage());
      rows.append(ROW);
    }
    assertEquals(List.of(ROW), RowFile.read(file).rows());
  }

  @Test
  void shouldTakeTheRowWithAResultOfTwoOfOnePoint() throws IOException {
    SweepFolder sweep = new SweepFolder(folder, PLAN);
    try (RowFile rows = sweep.open(Shard.read("1/2"))) {
      rows.append(SweepRow.failed(0, "no memory"));
      rows.append(SweepRow.failed(2, "no memory"));
    }
    try (RowFile rows = sweep.open(Shard.WHOLE)) {
      rows.append(ROW);
    }
    assertEquals(Map.of(0, SweepRow.failed(0, "no memory"), 2, ROW), sweep.rows());
    assertEquals(
        List.of(0, 1, 3), sweep.pending(Shard.WHOLE).stream().map(SweepPoint::index).toList());
  }

  @Test
  void shouldReadNothingOfAFileWithoutAWholeLine() throws IOException {
    Path file = Files.writeString(folder.resolve("rows-1-of-1.jsonl"), "{\"hillock\":");
    assertNull(RowFile.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "[]",
        "{}",
        "{\"point\":1}",
        "7",
        "{\"point\":1,\"measured\":{\"x\":\"y\"},\"claims\":{},\"error\":\"\"}"
      })
  void shouldNameTheLineThatIsNoRow(String line) throws IOException {
    Path file = folder.resolve("rows-1-of-1.jsonl");
    RowFile.open(file, PLAN, 0).close();
    Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    ResultFormatException wrong =
        assertThrows(ResultFormatException.class, () -> RowFile.read(file));
    assertTrue(wrong.getMessage().contains("rows-1-of-1.jsonl:2"), wrong.getMessage());
  }
}
