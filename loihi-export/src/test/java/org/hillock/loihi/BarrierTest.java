package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hillock.loihi.chip.ChipProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Straight lines through the published times, and on beyond the last. */
class BarrierTest {

  @ParameterizedTest
  @CsvSource({
    "0, 600",
    "1, 600",
    "2, 1000",
    "3, 1200",
    "4, 1400",
    "5, 1416",
    "29, 1800",
    "30, 1816",
    "32, 1848",
    "1024, 17720"
  })
  void shouldFollowTheTableAndGrowBeyondIt(int tiles, double ns) {
    assertEquals(ns, Profiles.loihi().costs().barrier(tiles), 1e-9);
  }

  @Test
  void shouldBeOneNumberWhereOnlyOneIsKnown() {
    ChipProfile.Costs costs =
        Profiles.with("costs.barrierTiles", "[3]", "costs.barrierNs", "[70]").costs();
    assertEquals(70, costs.barrier(1));
    assertEquals(70, costs.barrier(500));
  }
}
