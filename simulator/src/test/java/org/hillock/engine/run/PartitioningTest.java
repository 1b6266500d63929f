package org.hillock.engine.run;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.projection;
import static org.hillock.engine.grid.Networks.range;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitioningTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 7, 2", "1000, 10, 4", "70000, 3, 2", "1000000, 77, 3", "65536, 1, 1"})
  void shouldOwnEveryNeuronOnceAndKeepToTheLimit(int first, int second, int threads) {
    Network network = network(first, second);
    Partitioning partitioning = Partitioning.forThreads(network, 1e6, threads);
    assertEquals(0, partitioning.count() % threads);
    int[] sizes = {first, second};
    for (int population = 0; population < 2; population++) {
      assertEquals(0, partitioning.from(population, 0));
      assertEquals(sizes[population], partitioning.to(population, partitioning.count() - 1));
    }
    for (int partition = 0; partition < partitioning.count(); partition++) {
      assertTrue(partitioning.receivers(partition) <= Partitioning.MAX_NEURONS);
      assertEquals(partitioning.neurons(partition), partitioning.receivers(partition));
      assertEquals(
          partitioning.to(0, partition) - partitioning.from(0, partition),
          partitioning.offset(1, partition));
    }
  }

  @Test
  void shouldCountOnlyThoseAtWhichSpikesArriveAndPutThemFirst() {
    Network network =
        new Network(
            List.of(population("senders", 1_000_000, 1), population("cells", 100_000, 1)),
            List.of(),
            List.of(onto("cells", "senders", 1_000_000, 100_000)));
    Partitioning partitioning = Partitioning.forThreads(network, 1e6, 1);
    assertEquals(2, partitioning.count());
    assertEquals(50_000, partitioning.receivers(0));
    assertEquals(550_000, partitioning.neurons(0));
    assertEquals(0, partitioning.place(1, 0));
    assertEquals(50_000, partitioning.place(0, 0));
  }

  @Test
  void shouldCutSynapsesThatAnIntCannotCount() {
    Partitioning partitioning = Partitioning.forThreads(network(1000, 1000), 1e10, 2);
    assertTrue(partitioning.count() >= 10);
  }

  @Test
  void shouldAnswerAtOnceForNetworksThatFitNoMachine() {
    Network network = network(Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertTrue(Partitioning.forThreads(network, 1e19, 2).count() > 1000);
  }

  @Test
  void shouldSpreadManySmallPopulationsOverAllPartitions() {
    Network network =
        new Network(
            IntStream.range(0, 100).mapToObj(i -> population("p" + i, 1 + i % 3, 1)).toList(),
            List.of(),
            List.of());
    Partitioning partitioning = new Partitioning(network, 10);
    assertEquals(199, IntStream.range(0, 10).map(partitioning::neurons).sum());
    for (int partition = 0; partition < 10; partition++) {
      assertEquals(20, partitioning.neurons(partition), 3);
    }
  }

  /** Two populations, each a target of the other. */
  private static Network network(int first, int second) {
    return new Network(
        List.of(population("a", first, 1), population("b", second, 1)),
        List.of(),
        List.of(onto("a", "b", second, first), onto("b", "a", first, second)));
  }

  private static Projection onto(String target, String source, int sources, int targets) {
    return projection(
        range(source, 0, sources),
        range(target, 0, targets),
        new ConnectionRule.FixedIndegree(1),
        Distribution.of(1),
        Distribution.of(1));
  }
}
