package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neurons with many inputs, which are summed in no order where a bound excludes a spike. */
class CellSumsTest {

  private static final int SIZE = 400;
  private static final double DURATION = 400;

  /**
   * Neurons of which the first half is driven by Poisson spikes, and drives the second half.
   *
   * @param deadTime of the last neuron [ms]; if it differs from that of the others, all inputs are
   *     taken in order, one by one
   */
  private static Network twoLayers(
      double tauEx, double tauIn, double current, boolean random, double deadTime) {
    double[] refractory = new double[SIZE];
    Arrays.fill(refractory, 0.7);
    refractory[SIZE - 1] = deadTime;
    Map<String, Distribution> parameters = new HashMap<>();
    parameters.put("tau_m", Distribution.of(20));
    parameters.put("tau_syn_ex", Distribution.of(tauEx));
    parameters.put("tau_syn_in", Distribution.of(tauIn));
    parameters.put("I_e", Distribution.of(current));
    parameters.put(
        "t_ref", deadTime == 0.7 ? Distribution.of(0.7) : new Distribution.Listed(refractory));
    NeuronRange senders = new NeuronRange("cells", 0, SIZE / 2);
    NeuronRange listeners = new NeuronRange("cells", SIZE / 2, SIZE);
    return new Network(
        List.of(new Population("cells", SIZE, "iaf_psc_exp", parameters)),
        List.of(
            new Input.Poisson("up", List.of(senders), 25_000, Distribution.of(70), 0, 0.3, 1e9),
            new Input.Poisson("rare", List.of(listeners), 900, Distribution.of(90), 1.5, 0, 1e9),
            new Input.Poisson("down", List.of(senders), 9000, Distribution.of(-80), 0, 20, 333)),
        List.of(
            new Projection(
                "forward",
                senders,
                listeners,
                new ConnectionRule.FixedIndegree(150),
                random ? new Distribution.Uniform(20, 60) : Distribution.of(36),
                random ? new Distribution.Uniform(1.5, 3.5) : Distribution.of(1.5),
                true,
                true,
                null)));
  }

  private static RunResult run(Network network, int threads, List<Recording.Trace> traces) {
    NeuronRange all = NeuronRange.all(network.populations().get(0));
    Recording recording = new Recording(List.of(all), traces, List.of(), List.of());
    return Engines.build(
            network, RunSettings.continuous(0, DURATION, 3, threads), recording, RunListener.NONE)
        .run(RunListener.NONE);
  }

  private static SpikeList spikes(Network network, int threads) {
    return run(network, threads, List.of()).spikes().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, 0, false",
    "0.5, 0.8, 0, true",
    "2, 0.4, 100, false",
    "5, 5, -50, true",
    "2, 1, 500, true"
  })
  void shouldFireWhereNeuronsThatTakeInputsInOrderFire(
      double tauEx, double tauIn, double current, boolean random) {
    SpikeList summed = spikes(twoLayers(tauEx, tauIn, current, random, 0.7), 1);
    SpikeList ordered = spikes(twoLayers(tauEx, tauIn, current, random, 0.8), 1);
    int compared = 0;
    for (int neuron = 0; neuron < SIZE - 1; neuron++) {
      double[] train = summed.train(neuron);
      assertArrayEquals(ordered.train(neuron), train, 1e-9, "neuron " + neuron);
      compared += train.length;
    }
    assertTrue(compared > 2000, compared + " spikes");
    assertTrue(
        !Arrays.equals(summed.times(), ordered.times()), "not one rounding differs: not summed");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldFireTheSameSpikesWhateverTheThreadsAndTraces(boolean random) {
    Network network = twoLayers(0.5, 0.8, 0, random, 0.7);
    SpikeList one = spikes(network, 1);
    assertEquals(one, spikes(network, 2));
    List<Recording.Trace> traces = new ArrayList<>();
    traces.add(
        new Recording.Trace(
            new NeuronRange("cells", SIZE / 4, SIZE), List.of("V_m", "I_syn_ex"), 0.37));
    assertEquals(one, run(network, 1, traces).spikes().get(0));
  }

  /** Neither the end of the warm-up nor that of the run may change the order of a sum. */
  @Test
  void shouldFireTheSameSpikesWhateverTheWarmUp() {
    Network network = twoLayers(0.5, 0.8, 0, true, 0.7);
    double warmup = 100.3;
    Recording recording =
        Recording.spikesOf(List.of(NeuronRange.all(network.populations().get(0))));
    double[] after =
        Engines.build(
                network, RunSettings.continuous(warmup, 200.2, 3, 1), recording, RunListener.NONE)
            .run(RunListener.NONE)
            .spikes()
            .get(0)
            .times();
    assertTrue(after.length > 1000);
    assertArrayEquals(
        Arrays.stream(spikes(network, 1).times())
            .filter(time -> time > warmup + 1e-9 && time <= warmup + 200.2 + 1e-9)
            .toArray(),
        after);
  }

  @Test
  void shouldSampleWhatNeuronsThatTakeInputsInOrderAreLike() {
    List<Recording.Trace> traces =
        List.of(
            new Recording.Trace(
                new NeuronRange("cells", 10, SIZE / 2 + 20),
                List.of("V_m", "I_syn_ex", "I_syn_in"),
                0.37));
    double[][][] summed =
        run(twoLayers(0.5, 0.8, 0, false, 0.7), 1, traces).traces().get(0).values();
    double[][][] ordered =
        run(twoLayers(0.5, 0.8, 0, false, 0.8), 1, traces).traces().get(0).values();
    for (int variable = 0; variable < 3; variable++) {
      for (int neuron = 0; neuron < summed[variable].length; neuron++) {
        assertArrayEquals(ordered[variable][neuron], summed[variable][neuron], 1e-7);
      }
    }
  }
}
