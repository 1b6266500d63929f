package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
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
import org.hillock.record.ModulatorTable;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What modulators leave behind is, at every sample, the sum over their spikes that have reached the
 * synapses by then, each 1/tau exp(-(t - t_k - delay)/tau).
 */
class RecordedModulatorsTest {

  private static final double DURATION = 2000;
  private static final int SIDE = 5;

  /** Spikes of two modulating neurons, more than are kept at a time. */
  private static List<double[]> dopamine() {
    Random random = new Random(5);
    return IntStream.range(0, 2)
        .mapToObj(i -> PlasticRun.poisson(random, new double[] {300, 0, 120, 5}, 500))
        .toList();
  }

  private static Projection synapses(String name, Plasticity plasticity) {
    return new Projection(
        name,
        new NeuronRange("pre", 0, SIDE),
        new NeuronRange("post", 0, SIDE),
        new ConnectionRule.AllToAll(),
        Distribution.of(35),
        Distribution.of(2),
        true,
        true,
        plasticity);
  }

  private static Plasticity plasticity(String rule, double delay, double tau) {
    Map<String, Double> values = new HashMap<>(Map.of("modulator_delay", delay));
    values.put(rule.equals("r_stdp") ? "tau_r" : "tau_n", tau);
    return new Plasticity(rule, values, new NeuronRange("third", 0, 2));
  }

  private static Network network(Projection... projections) {
    return network(20, projections);
  }

  /** The same with pre- and postsynaptic spikes at another rate [Hz]. */
  private static Network network(double rate, Projection... projections) {
    Random random = new Random(3);
    List<double[]> pre = new ArrayList<>();
    List<double[]> post = new ArrayList<>();
    for (int i = 0; i < SIDE; i++) {
      pre.add(PlasticRun.poisson(random, new double[] {rate}, DURATION));
      post.add(PlasticRun.poisson(random, new double[] {rate}, DURATION));
    }
    List<Population> populations =
        List.of(
            PlasticRun.trains("pre", pre),
            PlasticRun.trains("post", post),
            PlasticRun.trains("third", dopamine()));
    return new Network(populations, List.of(), List.of(projections));
  }

  private static Recording recording(String name, double... times) {
    return new Recording(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(new Recording.Modulators(name, Arrays.stream(times).boxed().toList())));
  }

  private static RunResult run(Network network, double step, int threads, Recording recording) {
    RunSettings settings =
        step == 0
            ? RunSettings.continuous(0, DURATION, 1, threads)
            : new RunSettings(step, 0, DURATION, 1, threads);
    return Engines.build(network, settings, recording, RunListener.NONE).run(RunListener.NONE);
  }

  /** Moments between, at, and just before spikes reach the synapses, and a long silence. */
  private static double[] moments(double delay) {
    double[] reached = dopamine().stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    double[] around =
        Arrays.stream(reached)
            .flatMap(t -> DoubleStream.of(t + delay - 0.1, t + delay, t + delay + 0.1))
            .map(t -> Math.rint(10 * t) / 10)
            .filter(t -> t <= DURATION)
            .toArray();
    return DoubleStream.concat(DoubleStream.of(0, 0.1, 250, 999.9), Arrays.stream(around))
        .sorted()
        .distinct()
        .toArray();
  }

  private static double closedForm(double time, double delay, double tau) {
    double sum = 0;
    for (double[] train : dopamine()) {
      for (double spike : train) {
        double since = time - spike - delay;
        sum += since > -1e-6 ? Math.exp(-since / tau) / tau : 0;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1, 1", "0.1, 3.7, 3", "0, 1, 3", "0, 3.7, 1", "0, 20, 2"})
  void shouldBeTheSumOverSpikesThatHaveReachedTheSynapses(double step, double delay, int threads) {
    double[] moments = moments(delay);
    Network network = network(synapses("rewarded", plasticity("stdp_dopamine", delay, 200)));
    ModulatorTable table =
        run(network, step, threads, recording("rewarded", moments)).modulators().get(0);
    assertEquals("rewarded", table.projection());
    assertEquals(List.of("n"), table.traces());
    assertEquals(moments.length + 1, table.times().length, "the end of the run too");
    assertEquals(DURATION, table.times()[moments.length], 1e-9);
    for (int i = 0; i < table.times().length; i++) {
      double time = table.times()[i];
      double n = closedForm(time, delay, 200);
      assertEquals(n, table.values()[0][i], 1e-12 + 1e-10 * n, "at " + time + " ms");
    }
    assertTrue(Arrays.stream(table.values()[0]).max().orElseThrow() > 0.3, "two at 300 Hz");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0})
  void shouldTellOfRewardAndOfItsAverage(double step) {
    Network network = network(synapses("rewarded", plasticity("r_stdp", 1, 150)));
    double[] moments = moments(1);
    ModulatorTable table =
        run(network, step, 2, recording("rewarded", moments)).modulators().get(0);
    assertEquals(List.of("r", "r_mean"), table.traces());
    for (int i = 0; i < moments.length; i++) {
      double r = closedForm(moments[i], 1, 150);
      double mean = closedForm(moments[i], 1, 10_000);
      assertEquals(r, table.values()[0][i], 1e-12 + 1e-10 * r, "r at " + moments[i]);
      assertEquals(mean, table.values()[1][i], 1e-12 + 1e-10 * mean, "r_mean at " + moments[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0})
  void shouldNotDependOnThreadsNorChangeWeights(double step) {
    Network network = network(synapses("rewarded", plasticity("stdp_dopamine", 3.7, 200)));
    Recording looking =
        new Recording(
            List.of(),
            List.of(),
            List.of(new Recording.Weights("rewarded", List.of())),
            List.of(),
            false,
            recording("rewarded", moments(3.7)).modulators());
    Recording blind = new Recording(List.of(), List.of(), looking.weights(), List.of());
    RunResult one = run(network, step, 1, looking);
    RunResult three = run(network, step, 3, looking);
    assertArrayEquals(one.modulators().get(0).values()[0], three.modulators().get(0).values()[0]);
    double[] weights = run(network, step, 1, blind).weights().get(0).weights()[0];
    assertArrayEquals(weights, one.weights().get(0).weights()[0]);
  }

  @Test
  void shouldKeepTheDelayOfEachProjection() {
    Network network =
        network(
            synapses("near", plasticity("stdp_dopamine", 1, 200)),
            synapses("far", plasticity("stdp_dopamine", 30, 50)));
    Recording both =
        new Recording(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            List.of(
                new Recording.Modulators("far", List.of(400.0)),
                new Recording.Modulators("near", List.of(400.0))));
    List<ModulatorTable> tables = run(network, 0.1, 1, both).modulators();
    assertEquals(closedForm(400, 30, 50), tables.get(0).values()[0][0], 1e-10);
    assertEquals(closedForm(400, 1, 200), tables.get(1).values()[0][0], 1e-10);
  }

  /** Ours with ours: who looks brings synapses up to date sooner, and that must not show. */
  @ParameterizedTest
  @CsvSource({"0.1, 20", "0.1, 2", "0, 20", "0, 2"})
  void leavesTheSameWeightsHoweverOftenSomebodyLooks(double step, double delay) {
    Map<String, Double> slow =
        Map.of("modulator_delay", delay, "tau_n", 200.0, "A_plus", 1e-4, "A_minus", 1e-4);
    NeuronRange third = new NeuronRange("third", 0, 2);
    Network network =
        network(200, synapses("synapses", new Plasticity("stdp_dopamine", slow, third)));
    List<Double> often = IntStream.range(1, (int) DURATION).mapToObj(t -> (double) t).toList();
    double[][] looking = weights(network, step, often);
    double[][] blind = weights(network, step, List.of());
    assertTrue(blind[0][0] > 1, "the weights have run into their bounds");
    assertArrayEquals(blind[0], looking[looking.length - 1]);
  }

  private static double[][] weights(Network network, double step, List<Double> times) {
    Recording recording =
        new Recording(
            List.of(), List.of(), List.of(new Recording.Weights("synapses", times)), List.of());
    return run(network, step, 1, recording).weights().get(0).weights();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0})
  void refusesSynapsesWithoutModulator(double step) {
    Network network = network(synapses("plain", new Plasticity("stdp", Map.of())));
    InvalidNetworkException refused =
        assertThrows(
            InvalidNetworkException.class, () -> run(network, step, 1, recording("plain", 1)));
    assertEquals(
        "record.modulators: found 'plain'; allowed: synapses with a modulator: []",
        refused.getMessage());
  }

  @Test
  void namesTheProjectionWhoseModulatorIsTooFastForContinuousTime() {
    Network network = network(synapses("fast", plasticity("stdp_dopamine", 1e-9, 200)));
    InvalidNetworkException refused =
        assertThrows(InvalidNetworkException.class, () -> run(network, 0, 1, Recording.nothing()));
    assertEquals("synapses.fast.plasticity.modulator_delay", refused.where());
  }

  @Test
  void refusesOneNameForSeveralPlasticities() {
    Network network =
        network(
            synapses("both", plasticity("stdp_dopamine", 1, 200)),
            synapses("both", plasticity("stdp_dopamine", 1, 100)));
    InvalidNetworkException refused =
        assertThrows(
            InvalidNetworkException.class, () -> run(network, 0.1, 1, recording("both", 1)));
    assertTrue(
        refused.getMessage().contains("by which synapses of 2 plasticities are called"),
        refused.getMessage());
  }
}
