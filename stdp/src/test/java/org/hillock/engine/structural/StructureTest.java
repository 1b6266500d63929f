package org.hillock.engine.structural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.wiring.Wiring;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Growth;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.PairwiseBernoulli;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.network.SynapticElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true after every change of the wiring, whoever fired before it. */
class StructureTest {

  private static final double STEP = 1;
  private static final int EVERY = 20;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  private static Population population(String name, int size, Map<String, Double> z) {
    List<SynapticElement> elements = new ArrayList<>();
    z.forEach(
        (element, count) ->
            elements.add(
                new SynapticElement(
                    element,
                    "gaussian",
                    Map.of("growth_rate", 100.0, "eta", 0.0, "eps", 0.3, "z", count))));
    Growth growth = new Growth(Map.of("tau_Ca", 100.0, "beta_Ca", 0.1), elements);
    return new Population(name, size, "parrot_neuron", Map.of(), null, null, growth);
  }

  private static Projection projection(
      Population from, Population to, ConnectionRule rule, boolean repeat) {
    return new Projection(
        from.name() + "->" + to.name(),
        NeuronRange.all(from),
        NeuronRange.all(to),
        rule,
        new Distribution.Uniform(1, 2),
        new Distribution.Uniform(1, 5),
        repeat,
        repeat,
        null,
        null,
        null,
        new Rewiring("axon", "spine", EVERY * STEP),
        null);
  }

  private static Structure structure(Network network, long seed) {
    RunSettings settings = new RunSettings(STEP, 0, 1000, seed, 1);
    List<Wiring> wirings =
        IntStream.range(0, network.projections().size())
            .mapToObj(i -> new Wiring(network, i, seed))
            .toList();
    return new Structure(network, wirings, settings, true);
  }

  private static GrownProjection grown(Structure structure, int index) {
    return (GrownProjection) structure.synapses(index);
  }

  /** Synapses of a kind of element of each neuron, counted one by one. */
  private static int[] count(Structure structure, int projections, ElementKind kind) {
    int[] counts = new int[kind.size()];
    for (int p = 0; p < projections; p++) {
      GrownProjection projection = grown(structure, p);
      for (int target = 0; target < projection.target().size(); target++) {
        for (int place = 0; place < projection.size(target); place++) {
          int source = projection.sourceOf(target, place);
          if (projection.pre() == kind) {
            counts[source + projection.source().from()]++;
          }
          if (projection.post() == kind) {
            counts[target + projection.target().from()]++;
          }
        }
      }
    }
    return counts;
  }

  private static void fire(Structure structure, Network network, Random random, long step) {
    for (int population = 0; population < network.populations().size(); population++) {
      for (int i = 0; i < network.populations().get(population).size(); i++) {
        if (random.nextDouble() < 0.03 * (1 + step / 200 % 2)) {
          structure.spike(population, i, step);
        }
        if (structure.changesAt(step)) {
          structure.move(population, i, i + 1, step);
        }
      }
    }
    if (structure.changesAt(step)) {
      structure.change(step);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverHasMoreSynapsesThanElementsAndCountsEveryOne(int seed) {
    Population a = population("a", 12, Map.of("axon", 2.5, "spine", 1.5));
    Population b = population("b", 5, Map.of("axon", 0.0, "spine", 4.0));
    ConnectionRule some = new PairwiseBernoulli(0.4);
    ConnectionRule none = new PairwiseBernoulli(0);
    Network network =
        new Network(
            List.of(a, b),
            List.of(),
            List.of(
                projection(a, a, some, seed % 2 == 0),
                projection(a, b, none, true),
                projection(b, a, none, false)));
    Structure structure = structure(network, seed);
    Random random = new Random(seed);
    Set<Long> sizes = new HashSet<>();
    for (long step = 1; step <= 1000; step++) {
      fire(structure, network, random, step);
      sizes.add(grown(structure, 0).size());
      for (ElementKind kind :
          List.of(
              grown(structure, 0).pre(),
              grown(structure, 0).post(),
              grown(structure, 2).pre(),
              grown(structure, 1).post())) {
        int[] counted = count(structure, 3, kind);
        for (int neuron = 0; neuron < kind.size(); neuron++) {
          assertEquals(counted[neuron], kind.connected(neuron));
          if (structure.changesAt(step)) {
            assertTrue(kind.vacant(neuron) >= 0, "a synapse without an element");
          }
        }
      }
    }
    assertTrue(sizes.size() > 10, "the wiring hardly changed: " + sizes);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void formsNoAutapsesAndNoMultapsesWhereThereShouldBeNone(int seed) {
    Population a = population("a", 6, Map.of("axon", 4.0, "spine", 4.0));
    ConnectionRule none = new PairwiseBernoulli(0);
    Network network = new Network(List.of(a), List.of(), List.of(projection(a, a, none, false)));
    Structure structure = structure(network, seed);
    Random random = new Random(seed);
    long most = 0;
    for (long step = 1; step <= 600; step++) {
      fire(structure, network, random, step);
      GrownProjection projection = grown(structure, 0);
      most = Math.max(most, projection.size());
      for (int target = 0; target < 6; target++) {
        Set<Integer> sources = new HashSet<>();
        for (int place = 0; place < projection.size(target); place++) {
          int source = projection.sourceOf(target, place);
          assertTrue(source != target, "an autapse");
          assertTrue(sources.add(source), "a multapse");
        }
      }
    }
    assertTrue(most > 10, "hardly a synapse formed");
  }

  /** 1000 axons meet spines of which a quarter are in b: within three standard deviations. */
  @Test
  void joinsAxonsWithSpinesOfTwoPopulationsByTheSameChance() {
    Population a = population("a", 500, Map.of("axon", 2.0));
    Population b = population("b", 100, Map.of("spine", 5.0));
    Population c = population("c", 300, Map.of("spine", 5.0));
    ConnectionRule none = new PairwiseBernoulli(0);
    Network network =
        new Network(
            List.of(a, b, c),
            List.of(),
            List.of(projection(a, b, none, true), projection(a, c, none, true)));
    Structure structure = structure(network, 3);
    structure.change(EVERY);
    long inB = grown(structure, 0).size();
    assertEquals(1000, inB + grown(structure, 1).size());
    // Drawn without replacement out of 500 and 1500 spines (hypergeometric).
    double sd = Math.sqrt(1000 * 0.25 * 0.75 * (2000 - 1000) / (2000.0 - 1));
    assertEquals(250, inB, 3 * sd);
  }

  /** Half of the synapses of each source vanish; who is spared must not depend on its place. */
  @Test
  void losesSynapsesByTheSameChanceWhereverTheyAre() {
    Population a = population("a", 400, Map.of("axon", 0.0));
    Population b = population("b", 8, Map.of("spine", 1000.0));
    Network network =
        new Network(
            List.of(a, b),
            List.of(),
            List.of(projection(a, b, new ConnectionRule.AllToAll(), true)));
    Structure structure = structure(network, 5);
    ElementKind axons = grown(structure, 0).pre();
    for (int neuron = 0; neuron < 400; neuron++) {
      // At a calcium far above the set point elements vanish at the growth rate, 0.1 a step.
      for (int spike = 0; spike < 1000; spike++) {
        structure.spike(0, neuron, 1);
      }
    }
    structure.move(0, 0, 400, 40);
    assertEquals(4.1, axons.count(7), 1e-9);
    structure.change(EVERY);
    GrownProjection projection = grown(structure, 0);
    double chiSquare = 0;
    for (int target = 0; target < 8; target++) {
      chiSquare += Math.pow(projection.size(target) - 200, 2) / 200;
    }
    // 4 of 8 without replacement: the variance of each count is 100, with 7 degrees of freedom.
    assertTrue(chiSquare / (4.0 / 7) < 24.3, "chi square " + chiSquare / (4.0 / 7)); // p = 0.001
    assertEquals(1600, projection.size());
    assertFalse(structure.changedAt(2 * EVERY));
    assertTrue(structure.changedAt(EVERY));
  }

  /** Neurons of which no projection takes elements are in nobody's way. */
  @Test
  void leavesAloneElementsThatNoProjectionTakes() {
    Population a = population("a", 100, Map.of("axon", 10.0));
    Population b = population("b", 10, Map.of("spine", 5.0));
    Projection few =
        new Projection(
            "few",
            new NeuronRange("a", 0, 5),
            NeuronRange.all(b),
            new PairwiseBernoulli(0),
            Distribution.of(1),
            Distribution.of(1),
            true,
            true,
            null,
            null,
            null,
            new Rewiring("axon", "spine", EVERY * STEP),
            null);
    Structure structure = structure(new Network(List.of(a, b), List.of(), List.of(few)), 1);
    structure.change(EVERY);
    assertEquals(50, grown(structure, 0).size());
    assertEquals(0, grown(structure, 0).pre().connected(5));
  }
}
