package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hillock.engine.run.RunResult;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scaling against its integral, and in a network. */
class SynapticScalingTest {

  private static final double TAU = 700;
  private static final double GOAL = 8;

  private static double[] poisson(Random random, double rate, double duration) {
    return PlasticRun.poisson(random, new double[] {rate}, duration);
  }

  /**
   * ln w moves by beta E + gamma times the integral of E. With a = the sum of exp(-(t - t_i)/tau)
   * /tau over the spikes, both integrals are sums over spikes.
   */
  @ParameterizedTest
  @CsvSource({"1, 1e-2, 0, 1", "2, 1e-2, 1e-3, 1", "3, 1e-2, 1e-3, 0", "4, 1e-4, 2e-2, 0"})
  void movesByTheIntegralOfWhatIsLacking(long seed, double beta, double gamma, double step) {
    Random random = new Random(seed);
    double last = 19_000;
    double[] post = poisson(random, 11, last - 1);
    double[] pre =
        DoubleStream.concat(Arrays.stream(poisson(random, 5, last - 1)), DoubleStream.of(last))
            .toArray();
    double[] found =
        new PlasticRun(
                PlasticRun.trains("pre", List.of(pre)),
                PlasticRun.trains("post", List.of(post)),
                new ConnectionRule.OneToOne(),
                Distribution.of(30),
                1,
                new Plasticity(
                    "synaptic_scaling",
                    Map.of(
                        "beta", beta, "gamma", gamma, "a_goal", GOAL, "tau_a", TAU, "W_max", 1e6)),
                step,
                last + 3)
            .weights()
            .weights()[0];
    double lacking = GOAL / 1000 * last;
    double integral = GOAL / 1000 * last * last / 2;
    for (double spike : post) {
      double since = last - (spike + 1);
      double counted = 1 - Math.exp(-since / TAU);
      lacking -= counted;
      integral -= since - TAU * counted;
    }
    double expected = 30 * Math.exp(beta * lacking + gamma / 1000 * integral);
    assertTrue(Math.abs(expected - 30) > 0.1);
    assertEquals(1, found[0] / expected, 1e-10);
  }

  /**
   * With most of the delay in the axon, a postsynaptic spike is at the synapse before any spike
   * that a source emits at time 0. Both fire at 1 ms: at the synapse at 1.5 ms and at 6 ms.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0})
  void countsFromSpikeToSpikeWhereverTheDelayLies(double step) {
    double[] found =
        new PlasticRun(
                PlasticRun.trains("pre", List.of(new double[] {1, 31})),
                PlasticRun.trains("post", List.of(new double[] {1, 2})),
                new ConnectionRule.OneToOne(),
                Distribution.of(30),
                5.5,
                new Plasticity(
                    "synaptic_scaling",
                    Map.of("beta", 0.1, "tau_a", 20.0, "a_goal", 0.0, "dendritic_delay", 0.5)),
                step,
                50)
            .weights()
            .weights()[0];
    // Of the spikes at 1.5 and 2.5 ms, at 36 ms so much has been forgotten.
    double forgotten = 2 - Math.exp(-34.5 / 20) - Math.exp(-33.5 / 20);
    assertEquals(30 * Math.exp(-0.1 * forgotten), found[0], 1e-9);
  }

  @Test
  void keepsTheRatiosOfATargetsWeights() {
    Random random = new Random(5);
    double[] post = poisson(random, 20, 5000);
    List<double[]> pre =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    DoubleStream.concat(
                            Arrays.stream(poisson(random, 2 + 10 * i, 5000)), DoubleStream.of(5001))
                        .toArray())
            .toList();
    double[] first = {10, 20, 35, 70};
    double[] found =
        new PlasticRun(
                PlasticRun.trains("pre", pre),
                PlasticRun.trains("post", List.of(post)),
                new ConnectionRule.Explicit(
                    new int[] {0, 1, 2, 3}, new int[4], first, new double[] {1, 1, 1, 1}),
                Distribution.of(0),
                1,
                new Plasticity("synaptic_scaling", Map.of("beta", 0.01, "tau_a", 1000.0)),
                1,
                5005)
            .weights()
            .weights()[0];
    assertTrue(found[0] < 0.8 * first[0]);
    for (int i = 0; i < first.length; i++) {
      assertEquals(found[0] / first[0], found[i] / first[i], 1e-10);
    }
  }

  /** From far above and from silence; ln w being bounded, the mean rate comes to the set point. */
  @ParameterizedTest
  @CsvSource({"150, 30", "60, 0"})
  void bringsANetworkToTheSetRate(double weight, double firstRate) {
    Random random = new Random(9);
    List<double[]> pre =
        IntStream.range(0, 200).mapToObj(i -> poisson(random, 10, 400_000)).toList();
    PlasticRun run =
        new PlasticRun(
            PlasticRun.trains("pre", pre),
            new Population("post", 5, "iaf_psc_exp", Map.of()),
            new ConnectionRule.AllToAll(),
            Distribution.of(weight),
            1,
            new Plasticity(
                "synaptic_scaling",
                Map.of("beta", 2e-3, "tau_a", 2000.0, "a_goal", GOAL, "W_max", 500.0)),
            1,
            400_000);
    RunResult result = run.run(1, 1, run.recording());
    SpikeList spikes = result.spikes().get(0);
    double early = rate(spikes, 0, 2000);
    assertTrue(firstRate == 0 ? early == 0 : early > firstRate, "at first " + early);
    assertEquals(GOAL, rate(spikes, 200_000, 400_000), 0.02 * GOAL);
  }

  private static double rate(SpikeList spikes, double from, double to) {
    double count = Arrays.stream(spikes.times()).filter(t -> t > from && t <= to).count();
    return count / (5 * (to - from) / 1000);
  }
}
