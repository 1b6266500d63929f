package org.hillock.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hillock.scenario.source.Overrides;
import org.hillock.scenario.source.ScenarioException;
import org.hillock.scenario.source.ScenarioSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong file has its complete error text beside it. */
class WrongFilesTest {

  static final Path FOLDER = Path.of("src/test/resources/org/hillock/scenario/wrong");

  static List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(FOLDER)) {
      return entries.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static String mistakes(ScenarioSource source) {
    return assertThrows(
            ScenarioException.class, () -> ScenarioLoader.load(source, Map.of(), Overrides.NONE))
        .getMessage();
  }

  @ParameterizedTest
  @MethodSource("files")
  void shouldBeRefusedWithAllItsMistakes(Path file) throws Exception {
    String name = String.valueOf(file.getFileName());
    ScenarioSource source = new ScenarioSource(name, Files.readString(file), FOLDER);
    Path expected = FOLDER.resolve(name.replace(".yaml", ".txt"));
    assertEquals(Files.readString(expected), mistakes(source) + "\n");
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertTrue(files().size() >= 25);
  }

  @Test
  void whatIsNoTextIsASentence(@TempDir Path folder) throws IOException {
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {1, 0, 2, 3});
    Path latin =
        Files.write(folder.resolve("latin.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(binary + ": is not a text file: found a byte 0 in line 1", unreadable(binary));
    assertEquals(
        latin
            + ":1:1: found the byte 0xE9; expected a text file in UTF-8; save it in this encoding",
        unreadable(latin));
    assertEquals(folder + ": is a folder; expected a file", unreadable(folder));
    Path missing = folder.resolve("binray.yaml");
    assertEquals(
        missing + ": there is no such file; did you mean 'binary.yaml'?", unreadable(missing));
  }

  private static String unreadable(Path file) {
    return assertThrows(ScenarioException.class, () -> ScenarioSource.ofFile(file)).getMessage();
  }

  @Test
  void garbageIsNeverMoreThanASentence() {
    SplittableRandom random = new SplittableRandom(11);
    String letters = "abc:{}[],\"'*&!|>%@` \n\t-#?0123456789.~\u0007\u00e9\ud83d\ude00";
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(1, 60);
      for (int j = 0; j < length; j++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String message = mistakes(new ScenarioSource("x.yaml", text.toString(), null));
      assertTrue(message.startsWith("x.yaml:"), message);
    }
  }

  @Test
  void deepNestingIsASentence() {
    String message = mistakes(new ScenarioSource("x.yaml", "a: " + "[".repeat(100_000), null));
    assertTrue(message.startsWith("x.yaml:1:"), message);
  }

  /** Any single damaged line gives problems or a scenario, never a bug. */
  @Test
  void damagedFilesNeverCrashTheLoader() throws IOException {
    Path right = Path.of("src/test/resources/org/hillock/scenario/right");
    String text = Files.readString(right.resolve("everything.yaml"));
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      StringBuilder damaged = new StringBuilder(text);
      int at = random.nextInt(text.length() - 12);
      switch (random.nextInt(3)) {
        case 0 -> damaged.delete(at, at + random.nextInt(1, 12));
        case 1 -> damaged.insert(at, "x: -1 ms,0[{".charAt(random.nextInt(12)));
        default -> damaged.setCharAt(at, "abm0-9 ,}".charAt(random.nextInt(9)));
      }
      try {
        ScenarioLoader.load(
            new ScenarioSource("x.yaml", damaged.toString(), right), Map.of(), Overrides.NONE);
      } catch (ScenarioException e) {
        assertTrue(e.problems().size() > 0);
      }
    }
  }
}
