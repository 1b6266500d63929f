package org.hillock.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

  @TempDir Path folder;

  /** Valid characters of one to four bytes, then lines, then a line that goes wrong. */
  private Path damaged(int lines, byte... wrong) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < lines; i++) {
      bytes.write("aµ→\ud83d\ude00,1\n".getBytes(StandardCharsets.UTF_8));
    }
    bytes.write("µx".getBytes(StandardCharsets.UTF_8));
    bytes.write(wrong);
    return Files.write(folder.resolve("text"), bytes.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5957, 5958, 20_000})
  void tellsTheLineAndColumnOfAByteThatIsNone(int lines) throws IOException {
    Path file = damaged(lines, (byte) 0xe9, (byte) 'y', (byte) '\n');
    String expected =
        file + ":" + (lines + 1) + ":3: not a text file in UTF-8: found the byte 0xE9";
    NotTextException whole = assertThrows(NotTextException.class, () -> TextFile.read(file));
    assertEquals(expected, whole.getMessage());
    NotTextException byLine =
        assertThrows(
            NotTextException.class,
            () -> {
              try (TextFile in = TextFile.open(file)) {
                while (in.next() != null) {}
              }
            });
    assertEquals(expected, byLine.getMessage());
    assertEquals(lines + 1, byLine.line());
  }

  @Test
  void tellsOfACharacterThatIsCutOffAtTheEnd() throws IOException {
    Path file = damaged(0, (byte) 0xf0, (byte) 0x9f);
    NotTextException fault = assertThrows(NotTextException.class, () -> TextFile.read(file));
    assertEquals(3, fault.column());
    assertEquals("found the byte 0xF0", fault.found());
  }

  @Test
  void readsLinesWithoutTheMarkOfTheByteOrder() throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "\ufeffone\r\ntwo");
    assertEquals("one\r\ntwo", TextFile.read(file));
    try (TextFile in = TextFile.open(file)) {
      assertEquals("one", in.next());
      assertEquals(1, in.line());
      assertEquals("two", in.next());
      assertEquals(2, in.line());
    }
  }
}
