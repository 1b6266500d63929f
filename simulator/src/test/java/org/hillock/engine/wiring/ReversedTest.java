package org.hillock.engine.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.network.ByPlace;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Extent;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.InvalidNetworkException;
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
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Synapses in both directions. */
class ReversedTest {

  private static final Positions A = Positions.random(30, Extent.of(1, 1), 1, 0);
  private static final Positions B = Positions.random(50, Extent.of(1, 1), 1, 1);
  private static final NeuronRange FROM = new NeuronRange("a", 2, 30);
  private static final NeuronRange TO = new NeuronRange("b", 0, 45);
  private static final Reach NEAR =
      new Reach(
          A,
          FROM,
          B,
          TO,
          new Mask.Corners(new double[] {-0.2, 0}, new double[] {0.5, 0.6}),
          Profile.ONE);

  private static final Reach WIDE =
      new Reach(A, FROM, B, TO, new Mask.Round(0.7, false), new Profile.Gaussian(1, 0.5));

  private static Projection projection(ConnectionRule rule, Distribution weight) {
    return new Projection("a->b", FROM, TO, rule, weight, Distribution.of(1), false, true, null);
  }

  private static Network network(Projection forward, Projection back) {
    return new Network(
        List.of(
            new Population("a", 30, "accumulator", Map.of(), null, A),
            new Population("b", 50, "accumulator", Map.of(), null, B)),
        List.of(),
        List.of(forward, back));
  }

  static Stream<ConnectionRule> rules() {
    return Stream.of(
        new ConnectionRule.AllToAll(),
        new ConnectionRule.FixedIndegree(7),
        new ConnectionRule.FixedOutdegree(5),
        new FixedTotalNumber(333),
        new PairwiseBernoulli(0.3),
        new PairwisePoisson(0.3),
        new PairwiseBernoulli(0.3).within(NEAR),
        new ConnectionRule.FixedOutdegree(2).within(WIDE),
        new ConnectionRule.Explicit(new int[] {3, 3, 0}, new int[] {2, 2, 30}, null, null));
  }

  /** Source, target and weight of every synapse, those of the second direction turned around. */
  private static List<String> synapses(Network network, int index) {
    Wiring wiring = new Wiring(network, index, 6);
    RandomStream stream = new RandomStream(6);
    IntList drawn = new IntList();
    List<String> all = new ArrayList<>();
    double[] weights = new double[1000];
    for (int target = 0; target < wiring.target().size(); target++) {
      wiring.sources(target, stream, drawn);
      wiring.weights(target, drawn, stream, weights);
      for (int i = 0; i < drawn.size(); i++) {
        int source = drawn.get(i);
        all.add((index == 0 ? source + ">" + target : target + ">" + source) + " " + weights[i]);
      }
    }
    Collections.sort(all);
    return all;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldHaveForEachSynapseTheOneInTheOtherDirection(ConnectionRule rule) {
    Distribution weight =
        new ByPlace(
            rule.reach() == null
                ? new Reach(A, FROM, B, TO, null, new Profile.Exponential(5, 0.3))
                : rule.reach().with(new Profile.Exponential(5, 0.3)));
    Projection forward = projection(rule, weight);
    Projection back = forward.reversed();
    Network network = network(forward, back);
    List<String> synapses = synapses(network, 0);
    assertTrue(synapses.size() > 2);
    assertEquals(synapses, synapses(network, 1));
    assertEquals(forward.expectedSynapses(), back.expectedSynapses());
  }

  @Test
  void shouldBelongToTheProjectionBeforeIt() {
    Projection forward = projection(new ConnectionRule.FixedIndegree(7), Distribution.of(1));
    Projection other = projection(new ConnectionRule.FixedIndegree(8), Distribution.of(1));
    assertThrows(InvalidNetworkException.class, () -> network(other, forward.reversed()));
    assertThrows(InvalidNetworkException.class, () -> network(forward.reversed(), forward));
  }

  @Test
  void shouldRefuseWhatIsNotTheSameInBothDirections() {
    ConnectionRule rule = new ConnectionRule.FixedIndegree(7);
    assertThrows(
        InvalidNetworkException.class,
        () -> projection(rule, new Distribution.Uniform(1, 2)).reversed());
    assertThrows(
        InvalidNetworkException.class,
        () ->
            projection(
                    new ConnectionRule.Explicit(
                        new int[] {3}, new int[] {2}, new double[] {1}, null),
                    Distribution.of(1))
                .reversed());
    Projection recurrent =
        new Projection(
            "a->a", FROM, FROM, rule, Distribution.of(1), Distribution.of(1), true, true, null);
    assertThrows(InvalidNetworkException.class, recurrent::reversed);
  }
}
