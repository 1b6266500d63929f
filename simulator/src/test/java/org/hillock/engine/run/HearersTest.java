package org.hillock.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.hillock.engine.exchange.PlayedRanks;
import org.hillock.engine.grid.Networks;
import org.hillock.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rank knows who hears its neurons, and tells all everything where most do. */
class HearersTest {

  private static final int RANKS = 4;

  private static final Network NETWORK =
      new Network(
          List.of(Networks.population("a", 50, 1), Networks.population("b", 31, 1)),
          List.of(),
          List.of());

  /** Whether a rank has synapses of a neuron: of one in so many. */
  private static boolean heard(int rank, int population, int neuron, int oneIn) {
    return (7 * rank + 3 * population + neuron) % oneIn == 0;
  }

  @ParameterizedTest
  @CsvSource({"1, false", "3, true", "10, true"})
  void tellsOnlyThoseWhoHearWhereTheyAreFewerThanHalf(int oneIn, boolean selective) {
    Partitioning whole = new Partitioning(NETWORK, 2 * RANKS);
    int[] sizes = {50, 31};
    List<Hearers> found =
        PlayedRanks.run(
            RANKS,
            exchange ->
                Hearers.of(
                    NETWORK,
                    whole,
                    exchange,
                    (population, marks) -> {
                      for (int neuron = 0; neuron < sizes[population]; neuron++) {
                        if (heard(exchange.rank(), population, neuron, oneIn)) {
                          marks.set(neuron);
                        }
                      }
                    }));
    assertEquals(RANKS, found.size());
    for (int rank = 0; rank < RANKS; rank++) {
      Hearers hearers = found.get(rank);
      assertEquals(selective, hearers != null);
      if (hearers != null) {
        check(hearers, whole.share(rank, RANKS), rank, oneIn);
      }
    }
  }

  private static void check(Hearers hearers, Partitioning own, int rank, int oneIn) {
    BitSet compared = new BitSet();
    for (int population = 0; population < 2; population++) {
      for (int p = 0; p < own.count(); p++) {
        for (int n = own.from(population, p); n < own.to(population, p); n++) {
          for (int other = 0; other < RANKS; other++) {
            if (other != rank) {
              assertEquals(heard(other, population, n, oneIn), hearers.hears(other, population, n));
              compared.set(other);
            }
          }
        }
      }
    }
    assertTrue(compared.cardinality() == RANKS - 1);
  }
}
