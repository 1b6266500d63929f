package org.hillock.engine.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ranks tell each other arrives whole, however much it is. */
class OfRanksTest {

  /** Numbers that differ by rank, round and receiver. */
  private static int[] numbers(int from, int to, int round, int count) {
    return IntStream.range(0, count)
        .map(i -> from * 1_000_003 + to * 1009 + round + 7 * i)
        .toArray();
  }

  /** Tells some numbers to each, and remembers what is heard. */
  private static final class Numbers implements Parcel {
    private final boolean selective;
    private final int[][] told;
    private final int[][] heard;

    Numbers(boolean selective, int[][] told) {
      this.selective = selective;
      this.told = told;
      this.heard = new int[told.length][];
    }

    @Override
    public void write(int rank, Packet to) {
      int[] numbers = told[Math.max(rank, 0)];
      to.putInt(numbers.length);
      to.putInts(numbers, 0, numbers.length);
    }

    @Override
    public void read(int rank, Packet from) {
      heard[rank] = new int[from.getInt()];
      from.getInts(heard[rank], 0, heard[rank].length);
    }

    @Override
    public boolean selective() {
      return selective;
    }
  }

  /** How much a rank says in a round: little, then a burst of one rank, then little again. */
  private static int amount(int rank, int round) {
    return round == 3 && rank == 1 ? 50_000 : round % 40 == 5 ? 700 * rank : rank + round % 3;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tellsEveryRankWhatEachOtherSays(boolean selective) {
    int ranks = 3;
    PlayedRanks.run(
        ranks,
        exchange -> {
          int own = exchange.rank();
          for (int round = 0; round < 200; round++) {
            int[][] told = new int[ranks][];
            for (int to = 0; to < ranks; to++) {
              told[to] = numbers(own, selective ? to : 0, round, amount(own, round));
            }
            Numbers parcel = new Numbers(selective, told);
            int said =
                own == 2
                    ? round % 7 == 0 ? SpikeExchange.STOP : 0
                    : own == 1 && round % 5 == 0 ? SpikeExchange.SAVE : 0;
            assertEquals(
                (round % 7 == 0 ? SpikeExchange.STOP : 0)
                    | (round % 5 == 0 ? SpikeExchange.SAVE : 0),
                exchange.exchange(parcel, said));
            for (int from = 0; from < ranks; from++) {
              if (from != own) {
                assertArrayEquals(
                    numbers(from, selective ? own : 0, round, amount(from, round)),
                    parcel.heard[from],
                    "round " + round + ", from " + from + " to " + own);
              }
            }
          }
          return own;
        });
  }

  @Test
  void agreesOnNumbersAndSums() {
    List<double[]> found =
        PlayedRanks.run(
            4,
            exchange -> {
              int own = exchange.rank();
              double[] least = {own - 1.5, -own};
              Agreement.least(exchange, least);
              double[] most = {own - 1.5, -own};
              Agreement.most(exchange, most);
              long sum = Agreement.sum(exchange, own + 1);
              return new double[] {least[0], least[1], most[0], most[1], sum};
            });
    found.forEach(each -> assertArrayEquals(new double[] {-1.5, -3, 1.5, 0, 10}, each));
  }

  @Test
  void givesEachRankItsShareOfTheSums() {
    int[] first = {0, 2, 2, 5};
    List<int[]> found =
        PlayedRanks.run(
            3,
            exchange -> {
              int[] counts = new int[5];
              Arrays.setAll(counts, i -> (exchange.rank() + 1) * (i + 1));
              return Agreement.ownSums(exchange, counts, first);
            });
    assertArrayEquals(new int[] {6, 12}, found.get(0));
    assertArrayEquals(new int[0], found.get(1));
    assertArrayEquals(new int[] {18, 24, 30}, found.get(2));
  }

  @Test
  void takesResultsOfAnySizeToTheFirstRank() {
    int[] sizes = {0, 1, 1000, 65_535, 65_536, 300_000};
    List<Boolean> all =
        PlayedRanks.run(
            3,
            exchange -> {
              if (exchange.rank() > 0) {
                try (ToFirst out = exchange.toFirst()) {
                  for (int size : sizes) {
                    out.put(numbers(exchange.rank(), 0, 1, size));
                    out.put((long) size);
                    out.put(doubles(exchange.rank(), size));
                  }
                }
                return true;
              }
              for (int rank = 1; rank < 3; rank++) {
                FromRank in = exchange.from(rank);
                for (int size : sizes) {
                  assertArrayEquals(numbers(rank, 0, 1, size), in.ints());
                  assertEquals(size, in.next());
                  assertArrayEquals(doubles(rank, size), in.doubles());
                }
              }
              return true;
            });
    assertEquals(3, all.size());
  }

  private static double[] doubles(int rank, int size) {
    return IntStream.range(0, size).mapToDouble(i -> rank + i / 3.0).toArray();
  }

  @Test
  void endsAllRanksWhenOneFails() {
    IllegalArgumentException failure =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                PlayedRanks.run(
                    3,
                    exchange -> {
                      if (exchange.rank() == 1) {
                        throw new IllegalArgumentException("no");
                      }
                      return Agreement.sum(exchange, 1);
                    }));
    assertEquals("no", failure.getMessage());
  }
}
