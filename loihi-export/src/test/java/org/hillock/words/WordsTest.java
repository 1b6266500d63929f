package org.hillock.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @Test
  void shouldSayOneNeuronAndSeveralNeurons() {
    assertEquals("0 neurons", Words.count(0, "neuron"));
    assertEquals("1 neuron", Words.count(1, "neuron"));
    assertEquals("4,096 cores", Words.count(4096, "core"));
    assertEquals("1 axon", Words.count(1, "axon", "axons"));
  }

  /** 69.3 pJ were 6.930e-05 µJ. */
  @ParameterizedTest
  @CsvSource({
    "69.3, 69.3 pJ",
    "0, 0 pJ",
    "0.5, 500 fJ",
    "999.94, 999.9 pJ",
    "999.96, 1 nJ",
    "1234.5, 1.234 nJ",
    "2.5e6, 2.5 µJ",
    "123456789, 123.5 µJ",
    "7e9, 7 mJ",
    "3e12, 3 J"
  })
  void shouldChooseTheUnitOfAnEnergy(double picojoules, String text) {
    assertEquals(text, Words.energy(picojoules));
  }

  @ParameterizedTest
  @CsvSource({"6.1, 6.1 ns", "8765, 8.765 µs", "12345678, 12.35 ms", "0, 0 ns"})
  void shouldChooseTheUnitOfAShortTime(double nanoseconds, String text) {
    assertEquals(text, Words.duration(nanoseconds));
  }

  @Test
  void shouldWriteTimesWithoutDust() {
    assertEquals("0.3 ms", Words.milliseconds(0.1 + 0.2));
    assertEquals("1000 ms", Words.milliseconds(1000));
    assertEquals("0 ms", Words.milliseconds(0));
  }
}
