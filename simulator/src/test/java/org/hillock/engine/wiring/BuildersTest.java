package org.hillock.engine.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.engine.exchange.PlayedRanks;
import org.hillock.engine.grid.Networks;
import org.hillock.engine.run.Crew;
import org.hillock.engine.run.Partitioning;
import org.hillock.engine.run.Workers;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Extent;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.Mask;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.PairwisePoisson;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Profile;
import org.hillock.network.Projection;
import org.hillock.network.Reach;
import org.hillock.network.ThirdFactor;
import org.hillock.network.ThirdPool;
import org.hillock.network.WattsStrogatz;
import org.hillock.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rank builds its share of the synapses that one process builds, and holds no more. */
class BuildersTest {

  private static final int SIZE = 3000;
  private static final int RANKS = 3;

  private static final NeuronRange INNER = Networks.range("a", 100, SIZE - 50);

  /** Everybody on a ring, so that all have as many near them. */
  private static final Positions RING =
      Positions.grid(new int[] {SIZE}, Extent.of(SIZE)).wrapped(Extent.of(SIZE));

  private static final Reach NEAR =
      new Reach(
          RING,
          Networks.range("a", 0, SIZE),
          RING,
          INNER,
          new Mask.Round(200, false),
          new Profile.Exponential(1, 40));

  static List<ConnectionRule> rules() {
    int[] sources = IntStream.range(0, 20_000).map(i -> i * 31 % SIZE).toArray();
    int[] targets = IntStream.range(0, 20_000).map(i -> i * 17 % SIZE).toArray();
    double[] weights = IntStream.range(0, 20_000).mapToDouble(i -> i / 7.0).toArray();
    return List.of(
        new ConnectionRule.OneToOne(),
        new ConnectionRule.FixedIndegree(20),
        new ConnectionRule.FixedOutdegree(20),
        new FixedTotalNumber(700_001),
        new PairwiseBernoulli(0.01),
        new PairwisePoisson(0.01),
        new WattsStrogatz(20, 0.2),
        new PairwiseBernoulli(0.5).within(NEAR),
        new PairwisePoisson(0.5).within(NEAR),
        new ConnectionRule.FixedIndegree(20).within(NEAR),
        new ConnectionRule.FixedOutdegree(20).within(NEAR),
        new ConnectionRule.Explicit(sources, targets, weights, null));
  }

  private static Network network(ConnectionRule rule, boolean autapses) {
    boolean whole = !rule.random() || rule instanceof WattsStrogatz;
    Projection projection =
        new Projection(
            "synapses",
            Networks.range("a", 0, SIZE),
            whole ? Networks.range("a", 0, SIZE) : INNER,
            rule,
            rule.hasWeights() ? Distribution.of(1) : new Distribution.Normal(0, 1),
            new Distribution.Uniform(1, 5),
            autapses,
            true,
            null);
    Population plain = Networks.population("a", SIZE, 1);
    Population cells = new Population("a", SIZE, plain.model(), plain.parameters(), null, RING);
    return new Network(List.of(cells), List.of(), List.of(projection));
  }

  private record Row(int[] sources, double[] weights, double[] delays) {

    static Row of(Wiring wiring, int target, RandomStream stream) {
      IntList drawn = new IntList();
      wiring.sources(target, stream, drawn);
      double[] weights = new double[drawn.size()];
      double[] delays = new double[drawn.size()];
      wiring.weights(target, drawn, stream, weights);
      wiring.delays(target, drawn, stream, delays);
      return new Row(Arrays.copyOf(drawn.array(), drawn.size()), weights, delays);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void drawsInEachRankWhatOneProcessDraws(ConnectionRule rule) {
    drawsTheSame(network(rule, true));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void drawsTheSameWhereNoNeuronMayReachItself(ConnectionRule rule) {
    drawsTheSame(network(rule, false));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void drawsTheSameThirdNeurons(ConnectionRule rule) {
    Projection primary = network(rule, true).projections().get(0);
    ThirdPool pool = new ThirdPool(INNER, 0.5, 40, ThirdPool.Type.RANDOM);
    ThirdFactor factor = ThirdFactor.of(primary, pool);
    Distribution drawn = new Distribution.Uniform(1, 5);
    Network network =
        new Network(
            network(rule, true).populations(),
            List.of(),
            List.of(
                primary,
                factor.in("synapses", drawn, drawn, null),
                factor.out("synapses", drawn, drawn, null)));
    drawsTheSame(network, 1);
    drawsTheSame(network, 2);
  }

  private static void drawsTheSame(Network network) {
    drawsTheSame(network, 0);
  }

  private static void drawsTheSame(Network network, int index) {
    Wiring whole = new Wiring(network, index, new WeightQuanta(network, 0), 9, Crew.ALONE);
    Partitioning partitions = new Partitioning(network, 2 * RANKS);
    List<Integer> built =
        PlayedRanks.run(
            RANKS,
            exchange -> {
              Builders builders = new Builders(new Workers.OfThreads(2), exchange, partitions);
              Wiring share = new Wiring(network, index, new WeightQuanta(network, 0), 9, builders);
              int[] first = builders.firstTargets(network, share.projection());
              RandomStream stream = new RandomStream(9);
              for (int t = first[exchange.rank()]; t < first[exchange.rank() + 1]; t++) {
                Row expected = Row.of(whole, t, stream);
                Row row = Row.of(share, t, stream);
                assertArrayEquals(expected.sources(), row.sources(), "target " + t);
                assertArrayEquals(expected.weights(), row.weights(), "target " + t);
                assertArrayEquals(expected.delays(), row.delays(), "target " + t);
              }
              return first[exchange.rank() + 1] - first[exchange.rank()];
            });
    assertEquals(
        whole.projection().target().size(), built.stream().mapToInt(Integer::intValue).sum());
    built.forEach(each -> assertTrue(each <= SIZE / RANKS + 1, "share of " + each));
  }
}
