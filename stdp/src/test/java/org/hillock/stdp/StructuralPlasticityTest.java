package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.Rewiring;
import org.hillock.network.SynapticElement;
import org.hillock.record.Recording;
import org.hillock.record.StructureTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose wiring changes, as a whole. */
class StructuralPlasticityTest {

  private static final Distribution DELAYS = new Distribution.Uniform(1, 4);
  private static final Rewiring REWIRING = new Rewiring("axon", "spine", 20);

  private static SynapticElement element(String name, double eps) {
    return new SynapticElement(
        name, "gaussian", Map.of("growth_rate", 5.0, "eta", 0.0, "eps", eps));
  }

  private static Population population(String name, int size, SynapticElement... elements) {
    return GrowingNetwork.growing(
        name, "iaf_psc_exp", size, null, Map.of("tau_Ca", 500.0, "beta_Ca", 0.01), elements);
  }

  /** Excitation and inhibition that both grow, driven by noise; drawn weights and delays. */
  private static Network network(boolean multapses) {
    Population exc = population("exc", 37, element("axon", 0.1), element("spine", 0.1));
    Population inh = population("inh", 11, element("axon", 0.2), element("spine", 0.2));
    List<Projection> projections = new ArrayList<>();
    for (Population from : List.of(exc, inh)) {
      for (Population to : List.of(exc, inh)) {
        projections.add(
            GrowingNetwork.projection(
                from,
                to,
                from == exc ? new ConnectionRule.FixedIndegree(2) : GrowingNetwork.EMPTY,
                from == exc
                    ? new Distribution.Uniform(20, 60)
                    : new Distribution.Uniform(-100, -50),
                DELAYS,
                multapses,
                multapses,
                null,
                REWIRING));
      }
    }
    Input noise =
        new Input.Poisson(
            "noise",
            List.of(NeuronRange.all(exc), NeuronRange.all(inh)),
            8000,
            Distribution.of(30),
            1,
            0,
            Double.POSITIVE_INFINITY);
    return new Network(List.of(exc, inh), List.of(noise), projections);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesTheSameForAnyNumberOfThreads(boolean multapses) {
    RunResult one = GrowingNetwork.run(network(multapses), 0.1, 100, 1500, 1);
    long[] counts = one.structure().synapses().get(0).counts();
    assertTrue(Arrays.stream(counts).distinct().count() > 10, "the wiring hardly changed");
    for (int threads : List.of(2, 3)) {
      RunResult more = GrowingNetwork.run(network(multapses), 0.1, 100, 1500, threads);
      for (int i = 0; i < 2; i++) {
        assertArrayEquals(one.spikes().get(i).times(), more.spikes().get(i).times());
        assertArrayEquals(one.spikes().get(i).neurons(), more.spikes().get(i).neurons());
      }
      same(one.structure(), more.structure());
      assertEquals(one.statistics().synapses(), more.statistics().synapses());
    }
  }

  private static void same(StructureTable one, StructureTable other) {
    assertArrayEquals(one.times(), other.times());
    for (int i = 0; i < one.synapses().size(); i++) {
      assertArrayEquals(one.synapses().get(i).counts(), other.synapses().get(i).counts());
    }
    for (int i = 0; i < one.calcium().size(); i++) {
      assertArrayEquals(one.calcium().get(i).means(), other.calcium().get(i).means());
    }
    for (int i = 0; i < one.elements().size(); i++) {
      assertArrayEquals(one.elements().get(i).means(), other.elements().get(i).means());
      assertArrayEquals(one.elements().get(i).connected(), other.elements().get(i).connected());
    }
  }

  @Test
  void doesNotDependOnWhoLooks() {
    Network network = network(true);
    RunResult watched = GrowingNetwork.run(network, 0.1, 100, 900, 2);
    Recording spikes =
        Recording.spikesOf(network.populations().stream().map(NeuronRange::all).toList());
    RunSettings settings = new RunSettings(0.1, 100, 900, 7, 2);
    RunResult alone =
        Engines.build(network, settings, spikes, RunListener.NONE).run(RunListener.NONE);
    assertArrayEquals(watched.spikes().get(0).times(), alone.spikes().get(0).times());
    assertEquals(watched.statistics().synapses(), alone.statistics().synapses());
    assertTrue(alone.structure().isEmpty());
  }

  @Test
  void recordsFromTheEndOfTheWarmUpOn() {
    StructureTable table = GrowingNetwork.run(network(true), 0.1, 100, 200, 1).structure();
    double[] expected = new double[11];
    Arrays.setAll(expected, i -> 100 + 20 * i);
    assertArrayEquals(expected, table.times(), 1e-9);
  }

  @Test
  void countsEverySynapseOnBothOfItsSides() {
    StructureTable table = GrowingNetwork.run(network(true), 0.1, 0, 1000, 2).structure();
    assertArrayEquals(new double[] {0}, new double[] {table.times()[0]});
    assertEquals(74, table.synapses().get(0).counts()[0], "two for each of 37 at the beginning");
    for (int i = 0; i < table.times().length; i++) {
      long fromExc = table.synapses().get(0).counts()[i] + table.synapses().get(1).counts()[i];
      long toExc = table.synapses().get(0).counts()[i] + table.synapses().get(2).counts()[i];
      assertEquals(fromExc, 37 * connected(table, "exc", "axon", i), 1e-9);
      assertEquals(toExc, 37 * connected(table, "exc", "spine", i), 1e-9);
    }
  }

  private static double connected(StructureTable table, String population, String kind, int at) {
    return table.elements().stream()
        .filter(of -> of.population().equals(population) && of.element().equals(kind))
        .findFirst()
        .orElseThrow()
        .connected()[at];
  }

  @Test
  void anEarlyChangeKeepsWhatTheRuleMadeUntilItsElementsAreLost() {
    // Without growth, elements only cover what there is: nothing forms, nothing vanishes.
    SynapticElement still = new SynapticElement("axon", "linear", Map.of("growth_rate", 0.0));
    SynapticElement spines = new SynapticElement("spine", "linear", Map.of("growth_rate", 0.0));
    Population all = population("all", 30, still, spines);
    Network network =
        new Network(
            List.of(all),
            List.of(),
            List.of(
                GrowingNetwork.projection(
                    all,
                    all,
                    new ConnectionRule.FixedIndegree(5),
                    Distribution.of(10),
                    DELAYS,
                    REWIRING)));
    StructureTable table = GrowingNetwork.run(network, 0.1, 0, 200, 2).structure();
    assertTrue(Arrays.stream(table.synapses().get(0).counts()).allMatch(count -> count == 150));
  }

  private static String refusal(Network network, double step) {
    RunSettings settings = new RunSettings(step, 0, 100, 1, 1);
    return assertThrows(
            InvalidNetworkException.class,
            () -> Engines.build(network, settings, Recording.nothing(), RunListener.NONE))
        .getMessage();
  }

  private static Network two(Population from, Population to, Projection... projections) {
    return new Network(List.of(from, to), List.of(), List.of(projections));
  }

  @Test
  void refusesWhatItCannot() {
    Population a = population("a", 3, element("axon", 0.1));
    Population b = population("b", 3, element("spine", 0.1));
    Distribution one = Distribution.of(1);
    ConnectionRule empty = GrowingNetwork.EMPTY;
    Projection right = GrowingNetwork.projection(a, b, empty, one, one, REWIRING);

    assertTrue(refusal(two(a, b, right), 0).contains("continuous time does not have"));
    assertTrue(
        refusal(
                two(
                    a,
                    b,
                    GrowingNetwork.projection(
                        a,
                        b,
                        empty,
                        one,
                        one,
                        true,
                        true,
                        new Plasticity("stdp", Map.of()),
                        REWIRING)),
                0.1)
            .contains("plasticity of their weights"));
    assertTrue(
        refusal(
                two(
                    a,
                    b,
                    GrowingNetwork.projection(
                        a, b, empty, one, one, new Rewiring("bouton", "spine", 20))),
                0.1)
            .contains("'bouton' of a"));
    assertTrue(
        refusal(
                two(
                    a,
                    b,
                    GrowingNetwork.projection(
                        a, b, empty, one, one, new Rewiring("axon", "spine", 0.25))),
                0.1)
            .contains("a multiple of the step"));
    assertTrue(refusal(two(a, b, right, right), 0.1).contains("one entry for each pair"));
    assertTrue(refusal(two(a, b), 0.1).contains("no projection makes synapses"));
    assertTrue(
        refusal(
                two(
                    a,
                    b,
                    GrowingNetwork.projection(
                        a,
                        b,
                        empty,
                        one,
                        new Distribution.Normal(
                            2, 1, 1, Double.POSITIVE_INFINITY, Distribution.Outside.CLIP),
                        REWIRING)),
                0.1)
            .contains("a distribution without a bound"));
    assertTrue(
        refusal(
                two(
                    a,
                    b,
                    GrowingNetwork.projection(a, b, empty, one, Distribution.of(0.01), REWIRING)),
                0.1)
            .contains("bounds from one step"));
  }
}
