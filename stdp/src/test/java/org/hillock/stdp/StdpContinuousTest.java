package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.hillock.record.WeightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plasticity in continuous time, where the engine takes postsynaptic spikes in late and row by row,
 * against every synapse worked through on its own, spike by spike in order of arrival.
 */
class StdpContinuousTest {

  private static final int SIDE = 12;
  private static final double DURATION = 600;

  /** Delays of the network that only spikes by their weights are compared to; longest [ms]. */
  private static final double LONGEST = 5;

  private static Map<String, Double> parameters(double muPlus, double muMinus, double dendritic) {
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
    return parameters;
  }

  /**
   * Rates are in spikes a second, shortest delays in ms. With a unit above 0 all times are its
   * multiples, and exact, so that spikes meet at synapses at one moment.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0.1, 80, 80, 0, 0, 0",
    "2, 0, 0.1, 20, 800, 0.4, 0.4, 0",
    "3, 0.1, 0.1, 80, 80, 1, 1, 0",
    "4, 0.5, 0.1, 200, 3000, 0, 1, 0",
    "5, 1.3, 0.1, 3000, 50, 0.4, 0.2, 0",
    "6, 0, 0.02, 5, 5000, 1, 0, 0",
    "7, 0.013, 2, 300, 300, 0, 0, 0",
    "8, 0, 0.25, 100, 100, 0, 0, 0.25",
    "9, 0.5, 0.25, 300, 500, 0.4, 1, 0.25",
    "10, 1.25, 0.25, 900, 900, 1, 1, 0.25"
  })
  void shouldEqualEventByEventPlasticity(
      long seed,
      double dendritic,
      double shortest,
      double preRate,
      double postRate,
      double muPlus,
      double muMinus,
      double unit) {
    Random random = new Random(seed);
    List<double[]> pre = trains(random, preRate, unit);
    List<double[]> post = trains(random, postRate, unit);
    int synapses = SIDE * SIDE;
    int[] sources = IntStream.range(0, synapses).map(i -> i / SIDE).toArray();
    int[] targets = IntStream.range(0, synapses).map(i -> i % SIDE).toArray();
    double[] weights = random.doubles(synapses, 20, 80).toArray();
    double[] delays = random.doubles(synapses, shortest, LONGEST).map(d -> onto(d, unit)).toArray();
    delays[17] = shortest;
    Map<String, Double> parameters = parameters(muPlus, muMinus, dendritic);
    ConnectionRule rule = new ConnectionRule.Explicit(sources, targets, weights, delays);
    Network network = network(pre, post, rule, parameters);
    double[] found = finalWeights(network, 1);
    assertArrayEquals(found, finalWeights(network, 3), "threads");

    double[] expected = new double[synapses];
    for (int i = 0; i < synapses; i++) {
      double dendrite = dendritic == 0 ? delays[i] : Math.min(delays[i], dendritic);
      expected[i] =
          eventByEvent(
              weights[i],
              pre.get(sources[i]),
              post.get(targets[i]),
              delays[i] - dendrite,
              dendrite,
              parameters);
      assertNotEquals(weights[i], expected[i], "synapse " + i + " is silent");
    }
    assertArrayEquals(expected, found, 1e-9);
  }

  private static double onto(double time, double unit) {
    return unit == 0 ? time : unit * Math.ceil(time / unit);
  }

  private static double eventByEvent(
      double initial,
      double[] pre,
      double[] post,
      double axon,
      double dendrite,
      Map<String, Double> parameters) {
    TreeSet<Double> preAt = new TreeSet<>();
    TreeSet<Double> postAt = new TreeSet<>();
    Arrays.stream(pre).forEach(time -> preAt.add(time + axon));
    Arrays.stream(post).forEach(time -> postAt.add(time + dendrite));
    return EventByEvent.weight(initial, preAt, postAt, 1, parameters);
  }

  /** Two runs of ours: it holds that looking changes nothing, not that weights are right. */
  @Test
  void shouldChangeNothingWhenWeightsAreReadAtOtherTimes() {
    Random random = new Random(5);
    NeuronRange pre = new NeuronRange("pre", 0, 20);
    NeuronRange post = new NeuronRange("post", 0, 15);
    Network network =
        new Network(
            List.of(
                new Population(
                    "pre",
                    20,
                    "spike_generator",
                    Map.of(),
                    SpikeTrains.of(
                        IntStream.range(0, 20).mapToObj(i -> train(random, 90, 0)).toList())),
                new Population("post", 15, "iaf_psc_exp", Map.of("I_e", Distribution.of(360)))),
            List.of(),
            List.of(
                new Projection(
                    "plastic",
                    pre,
                    post,
                    new ConnectionRule.AllToAll(),
                    Distribution.of(50),
                    new Distribution.Uniform(0.4, 3.3),
                    true,
                    true,
                    new Plasticity("stdp", parameters(0.4, 0.4, 0.3)))));
    RunResult never = run(network, 1, post);
    SpikeList spikes = never.spikes().get(0);
    assertNotEquals(0, spikes.size());
    double[] times = random.doubles(400, 0, DURATION).sorted().toArray();
    RunResult often = run(network, 2, post, times);
    assertEquals(spikes, often.spikes().get(0));
    WeightTable table = often.weights().get(0);
    assertArrayEquals(times, Arrays.copyOf(table.times(), times.length));
    assertArrayEquals(
        never.weights().get(0).weights()[0], table.weights()[times.length], "at the end");
    // A moment gives the same weights whatever else is asked.
    double[] alone = run(network, 1, post, times[123]).weights().get(0).weights()[0];
    assertArrayEquals(alone, table.weights()[123]);
  }

  @Test
  void shouldRefuseAPlasticSynapseWithoutDelay() {
    List<double[]> silent = IntStream.range(0, SIDE).mapToObj(i -> new double[] {1}).toList();
    Network network =
        network(
            silent,
            silent,
            new ConnectionRule.Explicit(
                new int[] {0, 1}, new int[] {1, 2}, new double[] {1, 1}, new double[] {0, 1}),
            parameters(1, 1, 0));
    assertEquals(
        "synapses.synapses.delay: found a plastic synapse without delay; allowed: more than 0 ms,"
            + " since a postsynaptic spike takes time to reach the synapse",
        assertThrows(InvalidNetworkException.class, () -> finalWeights(network, 1)).getMessage());
    Network all =
        network(
            silent,
            silent,
            new ConnectionRule.Explicit(
                new int[] {0}, new int[] {1}, new double[] {1}, new double[] {0}),
            parameters(1, 1, 0));
    assertEquals(
        "synapses.synapses.delay",
        assertThrows(InvalidNetworkException.class, () -> finalWeights(all, 1)).where());
  }

  private static Network network(
      List<double[]> pre,
      List<double[]> post,
      ConnectionRule rule,
      Map<String, Double> parameters) {
    return new Network(
        List.of(
            new Population("pre", SIDE, "spike_generator", Map.of(), SpikeTrains.of(pre)),
            new Population("post", SIDE, "spike_generator", Map.of(), SpikeTrains.of(post))),
        List.of(),
        List.of(
            new Projection(
                "synapses",
                new NeuronRange("pre", 0, SIDE),
                new NeuronRange("post", 0, SIDE),
                rule,
                Distribution.of(0),
                Distribution.of(1),
                true,
                true,
                new Plasticity("stdp", parameters))));
  }

  private static RunResult run(
      Network network, int threads, NeuronRange recorded, double... times) {
    Recording recording =
        new Recording(
            List.of(recorded),
            List.of(),
            List.of(
                new Recording.Weights(
                    network.projections().get(0).name(), Arrays.stream(times).boxed().toList())),
            List.of());
    return Engines.build(
            network,
            RunSettings.continuous(0, DURATION + 2 * LONGEST, 1, threads),
            recording,
            RunListener.NONE)
        .run(RunListener.NONE);
  }

  private static double[] finalWeights(Network network, int threads) {
    double[][] weights =
        run(network, threads, new NeuronRange("pre", 0, 1)).weights().get(0).weights();
    return weights[weights.length - 1];
  }

  private static List<double[]> trains(Random random, double rate, double unit) {
    List<double[]> trains = new ArrayList<>();
    for (int neuron = 0; neuron < SIDE; neuron++) {
      trains.add(train(random, rate, unit));
    }
    return trains;
  }

  /** At least two spikes, the rest at random. */
  private static double[] train(Random random, double rate, double unit) {
    TreeSet<Double> times = new TreeSet<>();
    times.add(onto(0.5 + 5 * random.nextDouble(), unit));
    times.add(onto(10 + 5 * random.nextDouble(), unit));
    int count = (int) (rate * DURATION / 1000);
    for (int i = 0; i < count; i++) {
      times.add(onto(DURATION * random.nextDouble(), unit));
    }
    return times.stream().mapToDouble(time -> time).toArray();
  }
}
