package org.hillock.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hillock.text.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "g=3:4:0.5           | 3;3.5;4",
        "g=3:3.3:0.1         | 3;3.1;3.2;3.3",
        "g=0:1:1/3           | 0;0.333333333333333;0.666666666666666;1",
        "g=3:4.9:0.5         | 3;3.5;4;4.5",
        "g=4:3:-0.5          | 4;3.5;3",
        "g=2:2:1             | 2",
        "J=1 mV:3 mV:1 mV    | 1 mV;2 mV;3 mV",
        "J=0.1 mV:300 uV:0.1 mV | 0.1 mV;0.2 mV;0.3 mV",
        "f=10 Hz, 0.02 kHz   | 10 Hz;0.02 kHz",
        "kind=poisson,regular | poisson;regular",
        "w=[1 pA, 2 pA],[3 pA] | [1 pA, 2 pA];[3 pA]"
      })
  void shouldReadRangesWithTheirEndAndLists(String text, String values) {
    List<String> read = AxisReader.read(text.strip()).values();
    List<String> expected = List.of(values.strip().split(";"));
    if (text.contains("1/3")) {
      assertEquals(4, read.size());
      IntStream.range(0, 4)
          .forEach(i -> assertEquals(i / 3.0, Double.parseDouble(read.get(i)), 1e-12));
      assertEquals("1", read.get(3), "the end itself");
    } else {
      assertEquals(expected, read);
    }
  }

  @Test
  void shouldKnowNumbersInOneUnitAndWordsAsWords() {
    SweepAxis rates = AxisReader.read("f=10 Hz,0.02 kHz");
    assertEquals(List.of(10.0, 20.0), rates.numbers());
    assertEquals("f [Hz]", rates.label());
    assertFalse(AxisReader.read("kind=poisson,regular").numeric());
    assertFalse(AxisReader.read("x=1 ms,2 mV").numeric(), "of two kinds");
    assertTrue(AxisReader.read("eta=1,2").numeric());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "g",
        "=1,2",
        "g=",
        "g=1,,2",
        "g=1:2",
        "g=1:2:3:4",
        "g=1:2:0",
        "g=2:1:0.5",
        "g=1 mV:2:1",
        "g=a:b:c",
        "g=1:2:1e-9",
        "seed=1:3:1",
        "g=1,1",
        "g=0:1:1/0"
      })
  void shouldRefuseWhatIsNoAxis(String text) {
    MistakeException mistake = assertThrows(MistakeException.class, () -> AxisReader.read(text));
    assertTrue(mistake.getMessage().startsWith("--over " + text + ": "), mistake.getMessage());
    assertTrue(mistake.getMessage().contains("expected"), mistake.getMessage());
  }

  @Test
  void shouldNumberThePointsWithTheSeedFastestAndGiveEachToOneShard() {
    SweepGrid grid =
        new SweepGrid(List.of(AxisReader.read("a=1,2"), AxisReader.read("b=x,y,z")), 7, 2);
    assertEquals(12, grid.size());
    assertEquals("a = 1, b = x, seed 7", grid.point(0).toString());
    assertEquals("a = 1, b = x, seed 8", grid.point(1).toString());
    assertEquals("a = 1, b = y, seed 7", grid.point(2).toString());
    assertEquals("a = 2, b = z, seed 8", grid.point(11).toString());
    List<Integer> all =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> Shard.read(i + "/5"))
            .flatMap(shard -> shard.of(grid).boxed())
            .sorted()
            .toList();
    assertEquals(IntStream.range(0, 12).boxed().toList(), all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "1", "1/0", "a/b", "-1/3"})
  void shouldRefuseWhatIsNoShard(String text) {
    assertThrows(MistakeException.class, () -> Shard.read(text));
  }
}
