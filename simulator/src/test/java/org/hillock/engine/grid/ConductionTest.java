package org.hillock.engine.grid;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.range;
import static org.hillock.engine.grid.Networks.run;
import static org.hillock.engine.grid.Networks.spikes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.wiring.IntList;
import org.hillock.engine.wiring.Wiring;
import org.hillock.network.Conduction;
import org.hillock.network.ConnectionRule;
import org.hillock.network.DelayBounds;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delays that are distances over a velocity. */
class ConductionTest {

  private static final ConnectionRule ALL = new ConnectionRule.AllToAll();

  private static Population placed(String name, double threshold, @Nullable Positions positions) {
    int size = positions == null ? 2 : positions.size();
    return new Population(
        name, size, "accumulator", population(name, 1, threshold).parameters(), null, positions);
  }

  private static Projection travelling(
      NeuronRange source,
      NeuronRange target,
      ConnectionRule rule,
      Distribution offset,
      double velocity) {
    return new Projection(
        "axon",
        source,
        target,
        rule,
        Distribution.of(1),
        offset,
        true,
        true,
        null,
        new Conduction(velocity));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 5, 20, 50, 100})
  void shouldArriveAfterDistanceOverVelocity(double velocity) {
    Network network =
        new Network(
            List.of(
                placed("pre", 1, Positions.of(new double[] {0})),
                placed("row", 1, Positions.between(10, new double[] {100}, new double[] {1000}))),
            List.of(spikes("pre", 1, 0.1, 0.9)),
            List.of(
                travelling(
                    range("pre", 0, 1), range("row", 0, 10), ALL, Distribution.of(0), velocity)));
    RunResult result = run(network, 1010, 1);
    double[] times = result.spikes().get(1).times();
    int[] neurons = result.spikes().get(1).neurons();
    assertEquals(10, times.length);
    for (int i = 0; i < times.length; i++) {
      assertEquals(1.0 + 100 * (neurons[i] + 1) / velocity, times[i], 1e-12);
    }
  }

  static List<ConnectionRule> rules() {
    return List.of(
        ALL,
        new ConnectionRule.OneToOne(),
        new ConnectionRule.FixedIndegree(7),
        new ConnectionRule.FixedOutdegree(7),
        new FixedTotalNumber(60),
        new PairwiseBernoulli(0.3),
        new ConnectionRule.Explicit(new int[] {3, 0, 9}, new int[] {1, 1, 8}, null, null));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldAddTheTimeOfTravelToWhatIsDrawn(ConnectionRule rule) {
    Distribution offset = new Distribution.Uniform(0.5, 1.5);
    Network network = random(rule, offset);
    Projection projection = network.projections().get(0);
    Network still =
        new Network(
            network.populations(),
            List.of(),
            List.of(
                new Projection(
                    "axon",
                    projection.source(),
                    projection.target(),
                    rule,
                    Distribution.of(1),
                    offset,
                    true,
                    true,
                    null)));
    DelayBounds bounds = DelayBounds.of(network, projection);
    Wiring wiring = new Wiring(network, 0, 1);
    Wiring stillWiring = new Wiring(still, 0, 1);
    RandomStream stream = new RandomStream(1);
    IntList sources = new IntList();
    double[] delays = new double[500];
    double[] offsets = new double[500];
    Positions from = network.population("pre").positions();
    Positions to = network.population("post").positions();
    for (int target = 0; target < projection.target().size(); target++) {
      wiring.sources(target, stream, sources);
      wiring.delays(target, sources, stream, delays);
      stillWiring.delays(target, sources, stream, offsets);
      for (int i = 0; i < sources.size(); i++) {
        double distance = from.distance(sources.get(i) + 5, to, target + 3);
        assertEquals(offsets[i] + distance / 2, delays[i]);
        assertTrue(delays[i] >= bounds.min() && delays[i] <= bounds.max(), rule.ruleName());
      }
    }
  }

  /** From a part of one cloud of neurons in the plane to a part of another. */
  private static Network random(ConnectionRule rule, Distribution offset) {
    Random random = new Random(3);
    double[][] points = new double[20][];
    double[][] others = new double[20][];
    for (int i = 0; i < 20; i++) {
      points[i] = new double[] {random.nextDouble(), random.nextDouble()};
      others[i] = new double[] {3 + random.nextDouble(), random.nextDouble()};
    }
    return new Network(
        List.of(placed("pre", 1, Positions.of(points)), placed("post", 1, Positions.of(others))),
        List.of(spikes("pre", 1, 0.1, 0.9)),
        List.of(travelling(range("pre", 5, 15), range("post", 3, 13), rule, offset, 2)));
  }

  @Test
  void shouldBoundDelaysByTheBoxesAroundSourcesAndTargets() {
    Network network =
        new Network(
            List.of(
                placed("pre", 1, Positions.of(new double[] {0, 0}, new double[] {1, 1})),
                placed("post", 1, Positions.of(new double[] {4, 5}, new double[] {5, 6}))),
            List.of(),
            List.of(
                travelling(range("pre", 0, 2), range("post", 0, 1), ALL, Distribution.of(0.5), 10),
                travelling(
                    range("pre", 0, 2),
                    range("post", 0, 2),
                    new ConnectionRule.Explicit(new int[] {1}, new int[] {1}, null, null),
                    new Distribution.Uniform(1, 2),
                    1)));
    // From the box (0..1, 0..1) to the point (4, 5): 3 and 4 away at the least.
    assertEquals(
        new DelayBounds(0.5 + 5 / 10.0, 0.5 + Math.sqrt(16 + 25) / 10),
        DelayBounds.of(network, network.projections().get(0)));
    double distance = Math.sqrt(16 + 25);
    assertEquals(
        new DelayBounds(1 + distance, 2 + distance),
        DelayBounds.of(network, network.projections().get(1)));
  }

  @Test
  void shouldGiveTheSameSpikesOnAnyNumberOfPartitions() {
    Network network = random(new ConnectionRule.FixedIndegree(7), Distribution.of(0.3));
    RunResult one = run(network, 20, 1, 1);
    for (int partitions : new int[] {2, 3}) {
      RunResult more = run(network, 20, 2, partitions);
      for (int i = 0; i < one.spikes().size(); i++) {
        assertArrayEquals(one.spikes().get(i).times(), more.spikes().get(i).times());
        assertArrayEquals(one.spikes().get(i).neurons(), more.spikes().get(i).neurons());
      }
    }
  }

  @Test
  void shouldRefuseANeuronThatIsReachedInNoTime() {
    Positions here = Positions.of(new double[] {0}, new double[] {10});
    Network network =
        new Network(
            List.of(placed("pre", 1, here), placed("post", 1, here)),
            List.of(),
            List.of(
                travelling(range("pre", 0, 2), range("post", 0, 2), ALL, Distribution.of(0), 1)));
    assertEquals(
        "synapses.axon.delay: found 0.0 ms; allowed: from one step, 0.1 ms, to 3000.0 ms",
        assertThrows(InvalidNetworkException.class, () -> run(network, 1, 1)).getMessage());
  }

  @Test
  void shouldRefuseToTravelFromNowhere() {
    Positions line = Positions.of(new double[] {0}, new double[] {10});
    Positions plane = Positions.of(new double[] {0, 0}, new double[] {10, 0});
    assertEquals(
        "synapses.axon.delay: found a conduction velocity, but post has no positions;"
            + " allowed: positions of source and target",
        refused(line, null));
    assertEquals(
        "synapses.axon.delay: found a distance from 1 to 2 dimensions;"
            + " allowed: positions of as many dimensions",
        refused(line, plane));
    assertEquals(
        "neurons.pre.positions: found 2 positions; allowed: one per neuron, so 3",
        assertThrows(
                InvalidNetworkException.class,
                () -> new Population("pre", 3, "accumulator", Map.of(), null, line))
            .getMessage());
    assertEquals(
        "synapses.axon.delay: found a conduction velocity although every edge has its own delay;"
            + " allowed: one of the two",
        assertThrows(
                InvalidNetworkException.class,
                () ->
                    travelling(
                        range("pre", 0, 2),
                        range("post", 0, 2),
                        new ConnectionRule.Explicit(
                            new int[] {0}, new int[] {0}, null, new double[] {1}),
                        Distribution.of(0),
                        1))
            .getMessage());
  }

  private static String refused(Positions from, @Nullable Positions to) {
    return assertThrows(
            InvalidNetworkException.class,
            () ->
                new Network(
                    List.of(placed("pre", 1, from), placed("post", 1, to)),
                    List.of(),
                    List.of(
                        travelling(
                            range("pre", 0, 2), range("post", 0, 2), ALL, Distribution.of(0), 1))))
        .getMessage();
  }
}
