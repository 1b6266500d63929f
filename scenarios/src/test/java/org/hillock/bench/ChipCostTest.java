package org.hillock.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cores of standard networks: at most what the table of the benchmarks has as its target. */
class ChipCostTest {

  @ParameterizedTest
  @CsvSource({
    "ring of 40 × 64, 4",
    "8 layers × 512, 5",
    "'dense 2,000', 35",
    "'sparse 4,096', 4",
    "784-512-256-10, 6",
    "convolution, 4",
    "'Brunel 2,500, 0.5 ms', 9"
  })
  void shouldTakeFewCores(String name, int most) throws IOException {
    ChipCost.Row row =
        ChipCost.measure(
            ChipCost.cases().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow());
    assertEquals("", row.refusal());
    assertTrue(row.cores() <= most, row.toString());
    assertTrue(row.bound() <= row.cores(), row.toString());
    assertTrue(row.cores() <= row.splitCores(), row.toString());
  }

  @Test
  void shouldHaveHalfTheTrafficOfTheContiguousSplitWhereThereIsStructure() throws IOException {
    for (ChipCost.Case one : ChipCost.cases()) {
      if (one.name().startsWith("ring") || one.name().startsWith("8 layers")) {
        assertTrue(ChipCost.measure(one).traffic() <= 0.5, one.name());
      }
    }
  }
}
