package org.hillock.engine.grid;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.range;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.RunResult;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.Projection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks with more synapses than one table may have are cut; here the limit is a small one. */
class ManySynapsesTest {

  private static final int SIZE = 60;
  private static final int DEGREE = 20;
  private static final int TOTAL = SIZE * DEGREE;

  static Stream<ConnectionRule> rules() {
    return Stream.of(
        new ConnectionRule.FixedIndegree(DEGREE),
        new ConnectionRule.FixedOutdegree(DEGREE),
        new FixedTotalNumber(TOTAL),
        new PairwiseBernoulli(1.0 * DEGREE / SIZE),
        listed());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldFireTheSameSpikesHoweverFewSynapsesATableMayHave(ConnectionRule rule) {
    Network network = network(rule);
    assertTrue(Networks.run(network, 100, 2).spikes().get(1).size() > 100);
    for (int limit : new int[] {TOTAL - 1, TOTAL / 2, TOTAL / 7}) {
      assertSameSpikes(network, 100, limit);
    }
    // A thousand partitions take long.
    assertSameSpikes(network, 15, 1);
  }

  private static void assertSameSpikes(Network network, double duration, int limit) {
    RunResult whole = Networks.run(network, duration, 2);
    RunResult cut =
        Networks.run(
            network, duration, 2, synapses -> Partitioning.forThreads(network, synapses, 2, limit));
    assertTrue(whole.spikes().get(1).size() > 10);
    assertEquals(whole.spikes(), cut.spikes(), "limit " + limit);
    assertEquals(whole.statistics().synapses(), cut.statistics().synapses());
    assertEquals(whole.statistics().synapticEvents(), cut.statistics().synapticEvents());
  }

  @ParameterizedTest
  @ValueSource(ints = {TOTAL - 1, TOTAL, TOTAL + 1})
  void shouldCutOnceTheLimitIsPassed(int limit) {
    Network network = network(new ConnectionRule.FixedIndegree(DEGREE));
    assertEquals(limit < TOTAL ? 2 : 1, Partitioning.forThreads(network, TOTAL, 1, limit).count());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void shouldCutEvenlyWhereOnePopulationHasAllTheSynapses(int partitions) {
    Network network = network(new ConnectionRule.FixedIndegree(DEGREE));
    Partitioning partitioning = new Partitioning(network, partitions);
    int[] sizes = new int[partitions];
    for (int p = 0; p < partitions; p++) {
      sizes[p] = partitioning.to(1, p) - partitioning.from(1, p);
      assertEquals((double) SIZE / partitions, sizes[p], 1);
    }
    assertArrayEquals(
        new int[] {0, SIZE},
        new int[] {partitioning.from(1, 0), partitioning.to(1, partitions - 1)});
  }

  private static ConnectionRule listed() {
    int[] sources = new int[TOTAL];
    int[] targets = new int[TOTAL];
    for (int i = 0; i < TOTAL; i++) {
      sources[i] = i * 7 % SIZE;
      // Half of all edges reach one neuron.
      targets[i] = i % 2 == 0 ? 5 : i * 11 % SIZE;
    }
    return new ConnectionRule.Explicit(sources, targets, null, null);
  }

  private static Network network(ConnectionRule rule) {
    NeuronRange all = range("many", 0, SIZE);
    return new Network(
        List.of(population("few", 3, 1e9), population("many", SIZE, 10)),
        List.of(
            new Input.Poisson(
                "poisson",
                List.of(all),
                3000,
                Distribution.of(0.4),
                0.5,
                0,
                Double.POSITIVE_INFINITY)),
        List.of(
            new Projection(
                "synapses",
                all,
                all,
                rule,
                new Distribution.Normal(0.3, 0.1),
                new Distribution.Normal(1.5, 0.8, 0.1, 4, Distribution.Outside.REDRAW),
                true,
                true,
                null)));
  }
}
