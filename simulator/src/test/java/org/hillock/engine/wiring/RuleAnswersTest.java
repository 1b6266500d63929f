package org.hillock.engine.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.Mask;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Pairs;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.PairwisePoisson;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Profile;
import org.hillock.network.Projection;
import org.hillock.network.Reach;
import org.hillock.network.WattsStrogatz;
import org.hillock.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rule says of its synapses is what comes of drawing them. */
class RuleAnswersTest {

  private static final int SIZE = 40;

  static Stream<ConnectionRule> rules() {
    return Stream.of(
        new ConnectionRule.OneToOne(),
        new ConnectionRule.AllToAll(),
        new ConnectionRule.FixedIndegree(7),
        new ConnectionRule.FixedOutdegree(5),
        new FixedTotalNumber(333),
        new PairwiseBernoulli(0.301),
        new PairwisePoisson(0.301),
        new WattsStrogatz(6, 0.3),
        new WattsStrogatz(38, 0.5),
        new WattsStrogatz(4, 0),
        new PairwiseBernoulli(0.9).within(near(new Profile.Gaussian(0.77, 3))),
        new PairwisePoisson(1.3).within(near(new Profile.Exponential(1, 5))),
        new ConnectionRule.FixedIndegree(7).within(near(new Profile.Gaussian(1, 3))),
        new ConnectionRule.FixedOutdegree(5).within(near(Profile.ONE)),
        new ConnectionRule.Explicit(
            new int[] {3, 3, 0, 9}, new int[] {2, 2, 0, 30}, null, new double[] {1, 2, 3, 4}));
  }

  private static Positions places() {
    return Positions.between(SIZE, new double[] {0}, new double[] {SIZE - 1});
  }

  private static Reach near(Profile profile) {
    NeuronRange all = new NeuronRange("a", 0, SIZE);
    return new Reach(places(), all, places(), all, new Mask.Round(6, false), profile);
  }

  private static Projection projection(ConnectionRule rule, boolean autapses) {
    NeuronRange all = new NeuronRange("a", 0, SIZE);
    return new Projection(
        "a->a", all, all, rule, Distribution.of(1), Distribution.of(1), autapses, true, null);
  }

  /** Source and target of every synapse, in the order of targets, then sources. */
  private static List<String> drawn(Projection projection, long seed) {
    Population cells = new Population("a", SIZE, "accumulator", Map.of(), null, places());
    Network network = new Network(List.of(cells), List.of(), List.of(projection));
    Wiring wiring = new Wiring(network, 0, seed);
    RandomStream stream = new RandomStream(seed);
    IntList sources = new IntList();
    List<String> synapses = new ArrayList<>();
    for (int target = 0; target < SIZE; target++) {
      wiring.sources(target, stream, sources);
      for (int i = 0; i < sources.size(); i++) {
        synapses.add(sources.get(i) + ">" + target);
      }
    }
    Collections.sort(synapses);
    return synapses;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void listsThePairsThatAreConnected(ConnectionRule rule) {
    for (boolean autapses : new boolean[] {true, false}) {
      Projection projection = projection(rule, autapses);
      Pairs pairs = rule.pairs(projection.source(), projection.target(), autapses);
      if (pairs != null) {
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
          listed.add(pairs.source(i) + ">" + pairs.target(i));
        }
        Collections.sort(listed);
        assertEquals(drawn(projection, 1), listed);
      }
    }
  }

  /**
   * A rule that lists its synapses knows its pairs; one that gives delays of its own lists them.
   */
  @ParameterizedTest
  @MethodSource("rules")
  void knowsThePairsOfWhatItLists(ConnectionRule rule) {
    NeuronRange all = new NeuronRange("a", 0, SIZE);
    if (rule.hasWeights() || rule.hasDelays()) {
      assertNotNull(rule.listed());
    }
    if (rule.listed() != null) {
      assertNotNull(rule.pairs(all, all, true));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void dependsOnTheSeedOnlyIfItIsRandom(ConnectionRule rule) {
    Projection projection = projection(rule, true);
    assertEquals(!rule.random(), drawn(projection, 1).equals(drawn(projection, 2)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void makesAsManySynapsesAsExpectedUnlessTheirNumberIsRandom(ConnectionRule rule) {
    for (boolean autapses : new boolean[] {true, false}) {
      Projection projection = projection(rule, autapses);
      int first = drawn(projection, 1).size();
      assertEquals(!rule.randomNumber(), first == projection.expectedSynapses());
    }
  }
}
