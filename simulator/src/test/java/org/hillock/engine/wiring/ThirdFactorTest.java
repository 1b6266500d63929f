package org.hillock.engine.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hillock.engine.run.Workers;
import org.hillock.network.Carried;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.PairwisePoisson;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.network.ThirdFactor;
import org.hillock.network.ThirdPool;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Synapses that have third neurons. */
class ThirdFactorTest {

  private static final ThirdPool.Type RANDOM = ThirdPool.Type.RANDOM;
  private static final ThirdPool.Type BLOCK = ThirdPool.Type.BLOCK;
  private static final Distribution ONE = Distribution.of(1);

  /** Where the ranges begin, in populations that are larger. */
  private static final int FIRST = 3;

  private record Edge(int source, int target) {}

  private static NeuronRange range(String population, int size) {
    return new NeuronRange(population, FIRST, FIRST + size);
  }

  private static Projection primary(ConnectionRule rule, int sources, int targets) {
    NeuronRange from = range("a", sources);
    NeuronRange to = range("b", targets);
    return new Projection("a->b", from, to, rule, ONE, ONE, true, true, null);
  }

  private static ThirdPool pool(int third, double probability, int size, ThirdPool.Type type) {
    return new ThirdPool(range("glia", third), probability, size, type);
  }

  private static Network network(Projection... projections) {
    return new Network(
        Stream.of("a", "b", "glia")
            .map(name -> new Population(name, 10_000, "accumulator", Map.of()))
            .toList(),
        List.of(),
        List.of(projections));
  }

  private static Network network(Projection primary, ThirdPool pool) {
    ThirdFactor factor = ThirdFactor.of(primary, pool);
    return network(
        primary,
        factor.in(primary.name(), ONE, ONE, null),
        factor.out(primary.name(), ONE, ONE, null));
  }

  /** All synapses of a projection, by targets, in their order. */
  private static List<Edge> edges(Network network, int index, int threads) {
    Builders builders = Builders.of(new Workers.OfThreads(threads));
    Wiring wiring = new Wiring(network, index, new WeightQuanta(network, 0), 5, builders);
    RandomStream stream = new RandomStream(5);
    IntList drawn = new IntList();
    List<Edge> edges = new ArrayList<>();
    for (int target = 0; target < wiring.target().size(); target++) {
      wiring.sources(target, stream, drawn);
      assertTrue(drawn.size() <= wiring.projection().mostSources());
      for (int i = 0; i < drawn.size(); i++) {
        edges.add(new Edge(drawn.get(i), target));
      }
    }
    return edges;
  }

  private static List<Edge> edges(Network network, int index) {
    return edges(network, index, 1);
  }

  static Stream<ConnectionRule> rules() {
    return Stream.of(
        new ConnectionRule.AllToAll(),
        new ConnectionRule.FixedIndegree(9),
        new ConnectionRule.FixedOutdegree(7),
        new FixedTotalNumber(400),
        new PairwiseBernoulli(0.3),
        new PairwisePoisson(0.4),
        new ConnectionRule.Explicit(
            new int[] {3, 3, 0, 29}, new int[] {2, 2, 39, 0}, new double[] {1, 2, 3, 4}, null));
  }

  /**
   * The n-th spike path into a third neuron and the n-th out of it, by targets, are those of one
   * primary synapse, and each has its own.
   */
  @ParameterizedTest
  @MethodSource("rules")
  void joinsTheEndsOfPrimarySynapsesEachAtMostOnce(ConnectionRule rule) {
    Network network = network(primary(rule, 30, 40), pool(25, 0.6, 5, RANDOM));
    Map<Edge, Integer> unused = new HashMap<>();
    edges(network, 0).forEach(edge -> unused.merge(edge, 1, Integer::sum));
    Map<Integer, List<Integer>> sources = new TreeMap<>();
    edges(network, 1)
        .forEach(e -> sources.computeIfAbsent(e.target(), k -> new ArrayList<>()).add(e.source()));
    Map<Integer, List<Integer>> targets = new TreeMap<>();
    edges(network, 2)
        .forEach(e -> targets.computeIfAbsent(e.source(), k -> new ArrayList<>()).add(e.target()));
    assertEquals(sources.keySet(), targets.keySet());
    assertTrue(!sources.isEmpty());
    sources.forEach(
        (third, from) -> {
          List<Integer> to = targets.get(third);
          assertEquals(from.size(), to.size(), "of " + third);
          for (int i = 0; i < from.size(); i++) {
            int left = unused.merge(new Edge(from.get(i), to.get(i)), -1, Integer::sum);
            assertTrue(left >= 0, "no synapse from " + from.get(i) + " to " + to.get(i));
          }
        });
  }

  /** With a probability of 1 and a single third neuron, the synapses are the primary ones. */
  @ParameterizedTest
  @MethodSource("rules")
  void copiesThePrimarySynapsesWhereAllHaveTheSameThirdNeuron(ConnectionRule rule) {
    Network network = network(primary(rule, 30, 40), pool(1, 1, 1, RANDOM));
    List<Edge> primary = edges(network, 0);
    assertEquals(
        primary.stream().map(edge -> new Edge(edge.source(), 0)).toList(), edges(network, 1));
    assertEquals(
        primary.stream().map(edge -> new Edge(0, edge.target())).toList(), edges(network, 2));
    for (int i = 0; i < 3; i++) {
      Projection projection = network.projections().get(i);
      assertEquals(rule.randomNumber(), projection.rule().randomNumber());
      assertEquals(network.projections().get(0).expectedSynapses(), projection.expectedSynapses());
      assertEquals(rule.random(), projection.rule().random());
    }
  }

  @Test
  void givesEachSynapseAThirdNeuronWithTheProbability() {
    Network network =
        network(primary(new ConnectionRule.AllToAll(), 300, 200), pool(50, 0.3, 10, RANDOM));
    int synapses = 300 * 200;
    int found = edges(network, 2).size();
    assertEquals(found, edges(network, 1).size());
    assertEquals(0.3 * synapses, found, 5 * Math.sqrt(synapses * 0.3 * 0.7));
    assertEquals(0.3 * synapses, network.projections().get(1).expectedSynapses(), 1e-9);
    assertEquals(0.3 * synapses, network.projections().get(2).expectedSynapses(), 1e-9);
    assertTrue(network.projections().get(1).mostSources() < synapses);
  }

  @Test
  void drawsPoolsWithoutRepetitionAndFromThemUniformly() {
    int targets = 400;
    int third = 60;
    int size = 12;
    Network network =
        network(primary(new ConnectionRule.AllToAll(), 300, targets), pool(third, 1, size, RANDOM));
    List<Map<Integer, Integer>> heard = new ArrayList<>();
    for (int target = 0; target < targets; target++) {
      heard.add(new HashMap<>());
    }
    edges(network, 2).forEach(e -> heard.get(e.target()).merge(e.source(), 1, Integer::sum));
    int[] pools = new int[third];
    for (Map<Integer, Integer> counts : heard) {
      // Of 300 draws none leaves out any of twelve, but once in 10^10 networks.
      assertEquals(size, counts.size());
      double mean = 300.0 / size;
      double chance = 1.0 / size;
      counts.forEach(
          (neuron, count) -> {
            pools[neuron]++;
            assertEquals(mean, count, 6 * Math.sqrt(300 * chance * (1 - chance)));
          });
    }
    double chance = (double) size / third;
    for (int each : pools) {
      assertEquals(targets * chance, each, 5 * Math.sqrt(targets * chance * (1 - chance)));
    }
    Set<Set<Integer>> different = new HashSet<>();
    heard.forEach(counts -> different.add(Set.copyOf(counts.keySet())));
    assertEquals(targets, different.size());
  }

  @Test
  void givesEachTargetTheNextBlock() {
    Network network =
        network(primary(new ConnectionRule.AllToAll(), 100, 10), pool(40, 1, 4, BLOCK));
    Set<Edge> found = new HashSet<>(edges(network, 2));
    Set<Edge> expected = new HashSet<>();
    for (int third = 0; third < 40; third++) {
      expected.add(new Edge(third, third / 4));
    }
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @CsvSource({"12, 4, 3", "12, 12, 1", "12, 1, 12"})
  void sharesBlocksOfOneAmongAsManyTargets(int targets, int third, int each) {
    Network network =
        network(primary(new ConnectionRule.AllToAll(), 5, targets), pool(third, 1, 1, BLOCK));
    for (Edge edge : edges(network, 2)) {
      assertEquals(edge.target() / each, edge.source());
    }
    assertEquals(5 * targets, edges(network, 2).size());
  }

  @Test
  void hasNoSynapsesWhereTheProbabilityIsZero() {
    Network network =
        network(primary(new ConnectionRule.AllToAll(), 30, 40), pool(25, 0, 5, RANDOM));
    assertEquals(List.of(), edges(network, 1));
    assertEquals(List.of(), edges(network, 2));
    assertEquals(0, network.projections().get(1).expectedSynapses());
  }

  @Test
  void drawsTheSameOnAnyNumberOfThreads() {
    Network network =
        network(
            primary(new ConnectionRule.FixedOutdegree(600), 900, 700), pool(80, 0.7, 9, RANDOM));
    assertTrue(network.projections().get(1).expectedSynapses() > 3 << 16);
    for (int index = 1; index < 3; index++) {
      assertEquals(edges(network, index, 1), edges(network, index, 3));
    }
  }

  /** A phase, or who looks at one part of a network, may leave out the primary synapses. */
  @Test
  void drawsTheSameWhereThePrimarySynapsesWereLeftOut() {
    Projection primary = primary(new ConnectionRule.FixedIndegree(9), 30, 40);
    Network whole = network(primary, pool(25, 0.6, 5, RANDOM));
    Projection none =
        primary(new ConnectionRule.Explicit(new int[0], new int[0], null, null), 30, 40);
    Network part = network(none, whole.projections().get(1), whole.projections().get(2));
    assertEquals(edges(whole, 1), edges(part, 1));
    assertEquals(edges(whole, 2), edges(part, 2));
    assertNotEquals(List.of(), edges(part, 2));
  }

  @Test
  void belongsToTheProjectionBeforeIt() {
    Projection primary = primary(new ConnectionRule.FixedIndegree(9), 30, 40);
    ThirdFactor factor = ThirdFactor.of(primary, pool(25, 0.6, 5, RANDOM));
    Projection in = factor.in("a->b", ONE, ONE, null);
    Projection out = factor.out("a->b", ONE, ONE, null);
    Projection other = primary(new ConnectionRule.FixedIndegree(8), 30, 40);
    assertThrows(InvalidNetworkException.class, () -> network(other, in, out));
    assertThrows(InvalidNetworkException.class, () -> network(in, primary, out));
    assertThrows(InvalidNetworkException.class, () -> network(primary, out, in));
    assertThrows(InvalidNetworkException.class, () -> network(primary, out));
    assertThrows(InvalidNetworkException.class, () -> network(in));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 5, RANDOM, probability",
    "-0.5, 5, RANDOM, probability",
    "NaN, 5, RANDOM, probability",
    "0.5, 0, RANDOM, pool_size",
    "0.5, 26, RANDOM, pool_size",
    "0.5, 2, BLOCK, pool_type",
    "0.5, 1, BLOCK, pool_type",
  })
  void refusesPoolsThatDoNotFit(double probability, int size, ThirdPool.Type type, String blamed) {
    Projection primary = primary(new ConnectionRule.AllToAll(), 30, 40);
    ThirdFactor factor = ThirdFactor.of(primary, pool(25, probability, size, type));
    InvalidNetworkException refused =
        assertThrows(
            InvalidNetworkException.class, () -> factor.in(primary.name(), ONE, ONE, null));
    assertTrue(refused.where().endsWith(".third_factor." + blamed), refused.where());
  }

  @Test
  void refusesSynapsesThatChangeOrCarrySignalsOrFollowOthers() {
    ThirdPool pool = pool(25, 0.5, 5, RANDOM);
    Projection plain = primary(new ConnectionRule.FixedIndegree(5), 30, 40);
    Projection growing = with(plain, new Rewiring("axon", "dendrite", 10), null);
    Projection carrying = with(plain, null, new Carried("V_m", Carried.Feedback.RANDOM));
    assertThrows(InvalidNetworkException.class, () -> ThirdFactor.of(growing, pool));
    assertThrows(InvalidNetworkException.class, () -> ThirdFactor.of(carrying, pool));
    ThirdFactor reversed = ThirdFactor.of(plain.reversed(), pool);
    assertThrows(InvalidNetworkException.class, () -> reversed.in("b->a", ONE, ONE, null));
    Projection in = ThirdFactor.of(plain, pool).in("a->b", ONE, ONE, null);
    ThirdFactor again = ThirdFactor.of(in, pool);
    assertThrows(InvalidNetworkException.class, () -> again.out("a->glia", ONE, ONE, null));
  }

  private static Projection with(Projection plain, Rewiring rewiring, Carried carries) {
    return new Projection(
        plain.name(),
        plain.source(),
        plain.target(),
        plain.rule(),
        ONE,
        ONE,
        true,
        true,
        null,
        null,
        null,
        rewiring,
        carries);
  }
}
