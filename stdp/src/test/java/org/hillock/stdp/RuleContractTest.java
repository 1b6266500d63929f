package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hillock.engine.Engines;
import org.hillock.engine.checkpoint.Snapshot;
import org.hillock.engine.run.MemoryCheckpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.model.SynapseModel;
import org.hillock.model.SynapseRule;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is true of every rule: weights do not depend on threads, on the engine, nor on when anybody
 * looked at them; they stay within their bounds; and everything is described.
 *
 * <p>Most of this compares our results with each other, and guards against change; that they are
 * right is for {@link NestStdpTest}, {@link NestShortTermTest} and {@link RecordedWeightsTest}.
 */
class RuleContractTest {

  private static final double STEP = 0.1;
  private static final int SIDE = 9;
  private static final int STEPS = 3000;

  static Stream<SynapseModel> rules() {
    return Models.synapses().stream();
  }

  /** Parameters with which all rules have room for change in both directions. */
  private static Map<String, Double> parameters(SynapseModel rule) {
    Map<String, Double> values = new HashMap<>();
    Map<String, Double> usual =
        Map.of("W_max", 100.0, "eta", 0.3, "Aplus", 0.4, "Aminus", 0.7, "Aplus_triplet", 0.3);
    for (Parameter parameter : rule.parameters()) {
      Double value = usual.get(parameter.name());
      if (value != null) {
        values.put(parameter.name(), value);
      }
    }
    return values;
  }

  private static Network network(SynapseModel rule, double dendrite) {
    Random random = new Random(17);
    int count = SIDE * SIDE;
    Map<String, Double> values = parameters(rule);
    if (dendrite > 0 && hasDendrite(rule)) {
      values.put("dendritic_delay", dendrite);
    }
    return new Network(
        List.of(
            generators("pre", random, 25),
            targets(rule, random),
            generators("third", new Random(5), 3)),
        List.of(),
        List.of(
            new Projection(
                "synapses",
                new NeuronRange("pre", 0, SIDE),
                new NeuronRange("post", 0, SIDE),
                new ConnectionRule.Explicit(
                    IntStream.range(0, count).map(i -> i / SIDE).toArray(),
                    IntStream.range(0, count).map(i -> i % SIDE).toArray(),
                    random.doubles(count, 20, 80).toArray(),
                    random
                        .ints(count, 1, 30)
                        .mapToDouble(i -> descends(rule) ? STEP : GridTime.time(i, STEP))
                        .toArray()),
                Distribution.of(0),
                Distribution.of(1),
                true,
                true,
                new Plasticity(
                    rule.name(),
                    values,
                    rule.modulated() ? new NeuronRange("third", 1, SIDE - 1) : null))));
  }

  private static double[] weights(
      SynapseModel rule, double dendrite, double step, int threads, List<Double> samples) {
    Network network = network(rule, dendrite);
    Recording recording =
        new Recording(
            List.of(), List.of(), List.of(new Recording.Weights("synapses", samples)), List.of());
    double duration = GridTime.time(STEPS, STEP);
    RunSettings settings =
        step == 0
            ? RunSettings.continuous(0, duration, 1, threads)
            : new RunSettings(step, 0, duration, 1, threads);
    double[][] all =
        Engines.build(network, settings, recording, RunListener.NONE)
            .run(RunListener.NONE)
            .weights()
            .get(0)
            .weights();
    return all[all.length - 1];
  }

  /** Spikes as they are given; or where a rule follows more than spikes, neurons that have it. */
  private static Population targets(SynapseModel rule, Random random) {
    Population spikes = generators("post", random, 40);
    if (descends(rule)) {
      Map<String, Distribution> learning =
          Map.of(
              "eprop_update_interval",
              Distribution.of(30),
              "eprop_learning_window",
              Distribution.of(30),
              "surrogate_gradient_function",
              Distribution.of(1),
              "surrogate_gradient_width",
              Distribution.of(20),
              "c_reg",
              Distribution.of(3e5));
      return new Population("post", SIDE, "eprop_iaf_adapt_bsshslm_2020", learning);
    }
    return runsOnGridAlone(rule)
        ? new Population(
            "post",
            SIDE,
            "aeif_psc_delta_clopath",
            Map.of("I_e", new Distribution.Uniform(500, 1500)))
        : spikes;
  }

  private static boolean runsOnGridAlone(SynapseModel rule) {
    return !made(rule).postsynapticSignals().isEmpty() || descends(rule);
  }

  private static boolean descends(SynapseModel rule) {
    return made(rule).descendsGradient();
  }

  private static SynapseRule made(SynapseModel rule) {
    return rule.rule(ParameterSet.of(rule.name(), rule.parameters(), parameters(rule)));
  }

  private static List<Double> steps(SynapseModel rule) {
    return runsOnGridAlone(rule) ? List.of(STEP) : List.of(STEP, 0.0);
  }

  /** Those that run on both engines. */
  static Stream<SynapseModel> everywhere() {
    return rules().filter(rule -> !runsOnGridAlone(rule));
  }

  private static boolean hasDendrite(SynapseModel rule) {
    return rule.parameters().stream().anyMatch(p -> p.name().equals("dendritic_delay"));
  }

  private static Population generators(String name, Random random, double rate) {
    List<double[]> trains = new ArrayList<>();
    for (int i = 0; i < SIDE; i++) {
      trains.add(
          IntStream.rangeClosed(1, STEPS)
              .filter(step -> random.nextDouble() < rate * STEP / 1000)
              .mapToDouble(step -> GridTime.time(step, STEP))
              .toArray());
    }
    return new Population(name, SIDE, "spike_generator", Map.of(), SpikeTrains.of(trains));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void dependsNeitherOnThreadsNorOnWhoLooks(SynapseModel rule) {
    List<Double> often = IntStream.range(1, 60).mapToObj(i -> GridTime.time(50 * i, STEP)).toList();
    for (double dendrite : new double[] {0, 0.5}) {
      for (double step : steps(rule)) {
        double[] alone = weights(rule, dendrite, step, 1, List.of());
        String where = rule.name() + ", step " + step;
        assertArrayEquals(alone, weights(rule, dendrite, step, 3, List.of()), 0, where);
        assertArrayEquals(alone, weights(rule, dendrite, step, 2, often), 0, where + ", watched");
      }
    }
  }

  /**
   * What is known at the end is compared, to the last bit: all that a run could still depend on.
   */
  @ParameterizedTest
  @MethodSource("rules")
  void goesOnFromACheckpointAsIfNothingHadHappened(SynapseModel rule) {
    for (double dendrite : new double[] {0, 0.5}) {
      for (double step : steps(rule)) {
        Network network = network(rule, dendrite);
        Snapshot whole = run(network, step, STEPS, 1, null);
        Snapshot third = run(network, step, STEPS / 3, 2, null);
        Snapshot half = run(network, step, STEPS / 2, 3, third);
        Snapshot parts = run(network, step, STEPS, 1, half);
        String where = rule.name() + ", step " + step + ", " + whole.difference(parts);
        assertEquals(whole, parts, where);
      }
    }
  }

  private static Snapshot run(
      Network network, double step, int steps, int threads, @Nullable Snapshot from) {
    double duration = GridTime.time(steps, STEP);
    RunSettings settings =
        step == 0
            ? RunSettings.continuous(0, duration, 1, threads)
            : new RunSettings(step, 0, duration, 1, threads);
    Simulation simulation = Engines.build(network, settings, Recording.nothing(), RunListener.NONE);
    if (from != null) {
      simulation.restore(from.bringing());
    }
    MemoryCheckpoints checkpoints = new MemoryCheckpoints();
    simulation.run(RunListener.NONE, checkpoints);
    return checkpoints.last();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void isTheSameOnBothEngines(SynapseModel rule) {
    for (double dendrite : new double[] {0, 0.5}) {
      double[] grid = weights(rule, dendrite, STEP, 1, List.of());
      double[] event = weights(rule, dendrite, 0, 1, List.of());
      for (int i = 0; i < grid.length; i++) {
        assertTrue(
            Math.abs(grid[i] - event[i]) <= 1e-9 * (1 + Math.abs(grid[i])),
            rule.name() + ", synapse " + i + ": " + grid[i] + " and " + event[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void staysWithinItsBounds(SynapseModel rule) {
    ParameterSet set = ParameterSet.of(rule.name(), rule.parameters(), parameters(rule));
    for (double weight : weights(rule, 0, STEP, 1, List.of())) {
      assertTrue(
          weight >= rule.leastWeight(set) && weight <= rule.greatestWeight(set),
          rule.name() + ": " + weight);
    }
  }

  /** Rules of short-term plasticity leave weights alone; all others change every one of them. */
  @ParameterizedTest
  @MethodSource("rules")
  void changesWeights(SynapseModel rule) {
    ParameterSet set = ParameterSet.of(rule.name(), rule.parameters(), parameters(rule));
    Random random = new Random(17);
    generators("pre", random, 25);
    generators("post", random, 40);
    double[] first = random.doubles(SIDE * SIDE, 20, 80).toArray();
    double[] last = weights(rule, 0, STEP, 1, List.of());
    boolean changes = rule.rule(set).heedsPostsynapticSpikes() || runsOnGridAlone(rule);
    for (int i = 0; i < first.length; i++) {
      assertEquals(changes, first[i] != last[i], rule.name() + ", synapse " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isDescribed(SynapseModel rule) {
    assertFalse(rule.description().summary().isBlank());
    assertFalse(rule.description().equations().isBlank(), rule.name() + " has no equations");
    assertTrue(rule.description().source().matches("(?s).*\\d{4}.*"), rule.name() + ": a year");
    for (Parameter parameter : rule.parameters()) {
      assertFalse(parameter.description().isBlank(), rule.name() + "." + parameter.name());
      assertTrue(parameter.allows(parameter.defaultValue()), rule.name() + "." + parameter.name());
    }
  }

  @Test
  void contributingShowsARuleInFull() throws IOException {
    String shown = Files.readString(Path.of("..", "CONTRIBUTING.md"));
    Path sources = Path.of("src/main/java/org/hillock/stdp");
    assertTrue(shown.contains(Files.readString(sources.resolve("StdpNnSymm.java"))));
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        assertTrue(Files.readAllLines(file).size() <= 120, file + " is longer than 120 lines");
      }
    }
  }
}
