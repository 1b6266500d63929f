package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine takes postsynaptic spikes in late and row by row; here every synapse is worked through
 * on its own, spike by spike in order of arrival, and must end with the same weight.
 */
class StdpEventOrderTest {

  private static final double STEP = 0.1;
  private static final int SYNAPSES_SIDE = 12;
  private static final int DURATION_STEPS = 6000;

  /** Parameters: all delays dendritic or a part, rates of both sides [spikes per 1000 steps]. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 8, 8, 0, 0",
    "2, 0, 2, 80, 0.4, 0.4",
    "3, 0.1, 8, 8, 1, 1",
    "4, 0.5, 20, 300, 0, 1",
    "5, 1.3, 300, 5, 0.4, 0.2",
    "6, 0, 0.3, 500, 1, 0"
  })
  void shouldEqualEventByEventPlasticity(
      long seed, double dendritic, double preRate, double postRate, double muPlus, double muMinus) {
    Random random = new Random(seed);
    List<int[]> pre = trains(random, preRate);
    List<int[]> post = trains(random, postRate);
    int synapses = SYNAPSES_SIDE * SYNAPSES_SIDE;
    int[] sources = new int[synapses];
    int[] targets = new int[synapses];
    double[] weights = new double[synapses];
    double[] delays = new double[synapses];
    for (int i = 0; i < synapses; i++) {
      sources[i] = i / SYNAPSES_SIDE;
      targets[i] = i % SYNAPSES_SIDE;
      weights[i] = 20 + 60 * random.nextDouble();
      delays[i] = (1 + random.nextInt(30)) * STEP;
    }
    Map<String, Double> parameters =
        new HashMap<>(
            Map.of(
                "lambda", 0.01,
                "alpha", 1.1,
                "tau_plus", 12.0,
                "tau_minus", 25.0,
                "W_max", 100.0,
                "mu_plus", muPlus,
                "mu_minus", muMinus));
    if (dendritic > 0) {
      parameters.put("dendritic_delay", dendritic);
    }
    ConnectionRule rule = new ConnectionRule.Explicit(sources, targets, weights, delays);
    WeightTable one = run(pre, post, rule, parameters, 1);
    assertArrayEquals(
        one.weights()[1], run(pre, post, rule, parameters, 3).weights()[1], "threads");

    double[] expected = new double[synapses];
    for (int i = 0; i < synapses; i++) {
      long delay = Math.round(delays[i] / STEP);
      long dendriteSteps = dendritic == 0 ? delay : Math.min(delay, Math.round(dendritic / STEP));
      expected[i] =
          eventByEvent(
              weights[i],
              pre.get(sources[i]),
              post.get(targets[i]),
              delay - dendriteSteps,
              dendriteSteps,
              parameters);
      assertNotEquals(weights[i], expected[i], "synapse " + i + " is silent");
    }
    assertArrayEquals(expected, one.weights()[1], 1e-9);
  }

  private static double eventByEvent(
      double initial,
      int[] pre,
      int[] post,
      long axon,
      long dendrite,
      Map<String, Double> parameters) {
    TreeSet<Double> preAt = new TreeSet<>();
    TreeSet<Double> postAt = new TreeSet<>();
    Arrays.stream(pre).forEach(step -> preAt.add((double) (step + axon)));
    Arrays.stream(post).forEach(step -> postAt.add((double) (step + dendrite)));
    return EventByEvent.weight(initial, preAt, postAt, STEP, parameters);
  }

  @Test
  void shouldNotDependOnWhenWeightsAreRead() {
    Random random = new Random(5);
    List<int[]> pre = trains(random, 10);
    List<int[]> post = trains(random, 30);
    Map<String, Double> parameters = Map.of("W_max", 100.0);
    double[] finalOnly = run(pre, post, new ConnectionRule.AllToAll(), parameters, 1).weights()[1];
    double[] times = new double[500];
    for (int i = 0; i < times.length; i++) {
      times[i] = 1 + i;
    }
    WeightTable often = run(pre, post, new ConnectionRule.AllToAll(), parameters, 2, times);
    assertEquals(times.length + 1, often.times().length);
    assertArrayEquals(finalOnly, often.weights()[times.length]);
  }

  private static WeightTable run(
      List<int[]> pre,
      List<int[]> post,
      ConnectionRule rule,
      Map<String, Double> parameters,
      int threads) {
    return run(pre, post, rule, parameters, threads, 0);
  }

  private static WeightTable run(
      List<int[]> pre,
      List<int[]> post,
      ConnectionRule rule,
      Map<String, Double> parameters,
      int threads,
      double... times) {
    boolean listed = rule instanceof ConnectionRule.Explicit;
    Network network =
        new Network(
            List.of(population("pre", pre), population("post", post)),
            List.of(),
            List.of(
                new Projection(
                    "synapses",
                    new NeuronRange("pre", 0, SYNAPSES_SIDE),
                    new NeuronRange("post", 0, SYNAPSES_SIDE),
                    rule,
                    Distribution.of(listed ? 0 : 50),
                    Distribution.of(1),
                    true,
                    true,
                    new Plasticity("stdp", parameters))));
    Recording recording =
        new Recording(
            List.of(),
            List.of(),
            List.of(new Recording.Weights("synapses", Arrays.stream(times).boxed().toList())),
            List.of());
    RunResult result =
        Engines.build(
                network,
                new RunSettings(STEP, 0, DURATION_STEPS * STEP + 20, 1, threads),
                recording,
                RunListener.NONE)
            .run(RunListener.NONE);
    return result.weights().get(0);
  }

  private static Population population(String name, List<int[]> trains) {
    List<double[]> times = new ArrayList<>();
    for (int[] train : trains) {
      times.add(Arrays.stream(train).mapToDouble(step -> step * STEP).toArray());
    }
    return new Population(name, trains.size(), "spike_generator", Map.of(), SpikeTrains.of(times));
  }

  /** At least two spikes for every neuron, the rest at random. */
  private static List<int[]> trains(Random random, double per1000) {
    List<int[]> trains = new ArrayList<>();
    for (int neuron = 0; neuron < SYNAPSES_SIDE; neuron++) {
      TreeSet<Integer> steps = new TreeSet<>();
      steps.add(1 + random.nextInt(50));
      steps.add(100 + random.nextInt(50));
      for (int step = 1; step <= DURATION_STEPS; step++) {
        if (random.nextDouble() < per1000 / 1000) {
          steps.add(step);
        }
      }
      trains.add(steps.stream().mapToInt(Integer::intValue).toArray());
    }
    return trains;
  }
}
