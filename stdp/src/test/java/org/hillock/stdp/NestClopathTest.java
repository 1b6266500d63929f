package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
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
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One synapse of voltage-based plasticity onto a neuron that pulses of current make fire, against
 * NEST, weight by weight.
 */
class NestClopathTest {

  /** Weight at first [mV]. */
  private static final double FIRST = 0.5;

  /** All of the delay is dendritic [ms]. */
  private static final double DELAY = 1;

  /** Amplitude [pA] and length [ms] of a pulse. */
  private static final double PULSE = 9000;

  private static final double LENGTH = 2;

  /** What differs from the defaults of NEST, which are ours. */
  private static final Map<String, Distribution> NEURON =
      Map.of(
          "V_peak", Distribution.of(20),
          "delay_u_bars", Distribution.of(4),
          "tau_u_bar_bar", Distribution.of(1200));

  @ParameterizedTest
  @CsvSource({
    "clopath_post_pre_10ms, 88, 100, 10, 1",
    "clopath_pre_post_10ms, 108, 100, 10, 1",
    "clopath_pre_post_50Hz, 106, 20, 30, 3"
  })
  void changesTheWeightAsNestDoes(
      String reference, double firstPulse, double interval, int count, double greatest)
      throws IOException {
    List<String[]> rows = NestFiles.rows(reference);
    double[] pre = rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
    double[] pulses = DoubleStream.iterate(firstPulse, t -> t + interval).limit(count).toArray();
    Network network =
        network(
            "aeif_psc_delta_clopath",
            NEURON,
            pre,
            pulses,
            Map.of("tau_x", 15.0, "W_max", greatest));
    for (int threads : new int[] {1, 2}) {
      double[] weights = weights(network, 0.1, threads, pre);
      for (int i = 0; i < rows.size(); i++) {
        assertEquals(
            Double.parseDouble(rows.get(i)[1]),
            weights[i],
            1e-12,
            reference + " after the spike at " + rows.get(i)[0] + " ms, threads " + threads);
      }
    }
  }

  /**
   * The pairs of spikes of NEST's own test of the rule (test_clopath_synapse.py of NEST 3), five or
   * six at 10, 30 and 50 Hz, and the weights that it expects.
   *
   * @param pre when the presynaptic neuron fires [ms]
   * @param post when a spike reaches the postsynaptic one that makes it fire [ms]
   * @param expected 15 times the change of the weight, with it as 100 % [%]
   */
  @ParameterizedTest
  @CsvSource({
    "29 129 229 329 429, 19 119 219 319 419, 57.82638722",
    "29 62.3 95.7 129 162.3, 19 52.3 85.7 119 152.3, 72.16730112",
    "29 49 69 89 109, 19 39 59 79 99, 149.43359357",
    "129 229 329 429 529 629, 139 239 339 439 539 639, 103.30408341",
    "62.3 95.6 129 162.3 195.6 229, 72.3 105.6 139 172.3 205.6 239, 124.03640668",
    "49 69 89 109 129 149, 59 79 99 119 139 159, 157.02882555"
  })
  void endsWithTheWeightsThatNestExpectsOfPairs(String pre, String post, double expected) {
    double step = 0.1;
    Population source =
        new Population(
            "pre", 1, "spike_generator", Map.of(), SpikeTrains.of(List.of(times(pre, step))));
    Population target =
        new Population(
            "post",
            1,
            "aeif_psc_delta_clopath",
            Map.of(
                "delay_u_bars", Distribution.of(4),
                "b", Distribution.of(0.0805),
                "V_reset", Distribution.of(-49.6)));
    Network network =
        new Network(
            List.of(source, target),
            List.of(
                new Input.Spikes(
                    "fires",
                    List.of(NeuronRange.all(target)),
                    SpikeTrains.of(List.of(times(post, 0))),
                    Distribution.of(80),
                    step)),
            List.of(synapse(source, target, step, Map.of())));
    double[] spikes = times(pre, step);
    double last = weights(network, step, 1, spikes)[spikes.length - 1];
    double percent = 100 + 100 * 15 * (last - FIRST) / FIRST;
    assertEquals(expected, percent, 1e-9 * expected);
  }

  private static double[] times(String text, double later) {
    return Arrays.stream(text.split(" ")).mapToDouble(t -> Double.parseDouble(t) + later).toArray();
  }

  @Test
  void runsOnAGridAlone() {
    Network network =
        network("aeif_psc_delta_clopath", NEURON, new double[] {5}, new double[] {7}, Map.of());
    assertEquals(
        "synapses.synapse.plasticity.rule: found 'clopath' in continuous time; allowed: a grid, such"
            + " as time.step: 0.1 ms, since the rule follows LTP and LTD of its targets from step to"
            + " step",
        assertThrows(InvalidNetworkException.class, () -> weights(network, 0, 1, new double[] {10}))
            .getMessage());
  }

  @Test
  void isRefusedOntoNeuronsThatDoNotTellWhatItFollows() {
    Network network =
        network("iaf_psc_delta", Map.of(), new double[] {5}, new double[] {7}, Map.of());
    assertEquals(
        "synapses.synapse.plasticity.rule: found 'clopath' onto neurons of the model iaf_psc_delta;"
            + " allowed: targets that have LTP and LTD, which the rule follows: neurons of"
            + " aeif_psc_delta_clopath",
        assertThrows(
                InvalidNetworkException.class, () -> weights(network, 0.1, 1, new double[] {10}))
            .getMessage());
  }

  private static Network network(
      String model,
      Map<String, Distribution> parameters,
      double[] pre,
      double[] pulses,
      Map<String, Double> rule) {
    Population source =
        new Population("pre", 1, "spike_generator", Map.of(), SpikeTrains.of(List.of(pre)));
    Population target = new Population("post", 1, model, parameters);
    List<Double> times = new ArrayList<>();
    List<Double> amplitudes = new ArrayList<>();
    for (double pulse : pulses) {
      times.addAll(List.of(pulse, pulse + LENGTH));
      amplitudes.addAll(List.of(PULSE, 0.0));
    }
    return new Network(
        List.of(source, target),
        List.of(
            new Input.StepCurrent(
                "pulses", List.of(NeuronRange.all(target)), times, amplitudes, DELAY)),
        List.of(synapse(source, target, DELAY, rule)));
  }

  private static Projection synapse(
      Population source, Population target, double delay, Map<String, Double> rule) {
    return new Projection(
        "synapse",
        NeuronRange.all(source),
        NeuronRange.all(target),
        new ConnectionRule.OneToOne(),
        Distribution.of(FIRST),
        Distribution.of(delay),
        true,
        true,
        new Plasticity("clopath", rule));
  }

  private static double[] weights(Network network, double step, int threads, double[] at) {
    Recording recording =
        new Recording(
            List.of(),
            List.of(),
            List.of(new Recording.Weights("synapse", Arrays.stream(at).boxed().toList())),
            List.of());
    WeightTable table =
        Engines.build(
                network, new RunSettings(step, 0, 1200, 1, threads), recording, RunListener.NONE)
            .run(RunListener.NONE)
            .weights()
            .get(0);
    return Arrays.stream(table.weights()).mapToDouble(row -> row[0]).toArray();
  }
}
