package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The models in continuous time against NEST's, whose names end in {@code _ps}: spike times to 1e-6
 * ms, the membrane potential where NEST samples it.
 */
class NestContinuousTest {

  private static final double[] EXC_A = {
    5.01, 10.0237, 11.0374, 12.0511, 13.0648, 25.0785, 25.1922, 25.21, 25.3237, 25.3374, 40.0511,
    41.5648, 43.0785, 44.5922, 46.01, 60.0237, 62.0374, 63.0511, 64.0648, 65.0785, 66.0922, 67.01,
    68.0237, 69.0374, 70.0511, 100.0648, 100.5785, 101.0922, 101.51, 102.0237, 102.5374, 103.0511,
    103.5648, 104.0785, 104.5922, 105.01, 150.0237
  };
  private static final double[] EXC_B = {
    30.033, 55.0401, 80.0472, 81.0543, 82.0614, 83.033, 84.0401, 101.2472, 120.0543, 121.0614,
    122.033
  };
  private static final double[] INH = {
    15.0911, 35.0788, 63.0665, 85.0542, 90.0911, 102.2788, 130.0665, 131.0542, 160.0911
  };

  private static final double TOLERANCE_MS = 1e-6;
  private static final double TOLERANCE_MV = 1e-6;

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, 5, iaf_psc_delta_ps_dc, ''",
    "iaf_psc_exp, 5, iaf_psc_exp_ps_dc, ''",
    "iaf_psc_exp, 5, iaf_psc_exp_ps_dc, _h001",
    "iaf_psc_exp, 2, iaf_psc_exp_ps_lossless_dc, ''",
    "iaf_psc_alpha, 5, iaf_psc_alpha_ps_dc, ''"
  })
  void shouldFollowNestUnderCurrent(String model, double tauIn, String reference, String suffix) {
    Input current =
        new Input.StepCurrent(
            "dc",
            List.of(new NeuronRange("neuron", 0, 1)),
            List.of(20.0, 150.0),
            List.of(500.0, 0.0),
            1.0);
    compare(model, tauIn, List.of(current), reference, suffix);
  }

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, 5, iaf_psc_delta_ps_spikes, '', 2.5, 5, -3",
    "iaf_psc_exp, 5, iaf_psc_exp_ps_spikes, '', 350, 700, -300",
    "iaf_psc_exp, 5, iaf_psc_exp_ps_spikes, _h001, 350, 700, -300",
    "iaf_psc_exp, 2, iaf_psc_exp_ps_lossless_spikes, '', 350, 700, -300",
    "iaf_psc_alpha, 5, iaf_psc_alpha_ps_spikes, '', 200, 400, -120"
  })
  void shouldFollowNestUnderSpikesOffTheGrid(
      String model,
      double tauIn,
      String reference,
      String suffix,
      double excA,
      double excB,
      double inh) {
    List<Input> inputs =
        List.of(
            NestNetwork.train("excA", EXC_A, excA, 1.5),
            NestNetwork.train("excB", EXC_B, excB, 0.8),
            NestNetwork.train("inh", INH, inh, 2.0));
    compare(model, tauIn, inputs, reference, suffix);
  }

  private static void compare(
      String model, double tauIn, List<Input> inputs, String reference, String suffix) {
    Map<String, Distribution> parameters = new HashMap<>();
    if (!model.equals("iaf_psc_delta")) {
      parameters.put("tau_syn_ex", Distribution.of(2.0));
      parameters.put("tau_syn_in", Distribution.of(tauIn));
    }
    NeuronRange neuron = new NeuronRange("neuron", 0, 1);
    Network network =
        new Network(List.of(new Population("neuron", 1, model, parameters)), inputs, List.of());
    Recording recording =
        new Recording(
            List.of(neuron),
            List.of(new Recording.Trace(neuron, List.of("V_m"), 0.1)),
            List.of(),
            List.of());
    RunResult result =
        Engines.build(network, RunSettings.continuous(0, 200, 1, 1), recording, RunListener.NONE)
            .run(RunListener.NONE);

    assertArrayEquals(
        NestData.column("neuron_" + reference + suffix + "_spikes", 0),
        result.spikes().get(0).times(),
        TOLERANCE_MS);
    if (suffix.isEmpty()) {
      compareTrace(NestData.rows("neuron_" + reference), result.traces().get(0));
    }
  }

  private static void compareTrace(List<double[]> rows, TraceTable trace) {
    assertEquals(2000, trace.times().length);
    assertEquals(2000, rows.size(), 10);
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      assertEquals(row[0], trace.times()[i], 1e-9);
      assertEquals(row[1], trace.values()[0][0][i], TOLERANCE_MV, "V_m at " + row[0] + " ms");
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void shouldFireEverySpikeThatANetworkFiresInNest(int threads) {
    Network network = NestNetwork.of("iaf_psc_exp", 120);
    RunResult result =
        Engines.build(
                network,
                RunSettings.continuous(0, 400, 1, threads),
                Recording.spikesOf(List.of(NestNetwork.ALL)),
                RunListener.NONE)
            .run(RunListener.NONE);

    SpikeList spikes = result.spikes().get(0);
    List<double[]> expected = NestData.rows("net_iaf_psc_exp_ps_spikes");
    assertEquals(expected.size(), spikes.size());
    for (int neuron = 0; neuron < NestNetwork.NEURONS; neuron++) {
      List<Double> train = new ArrayList<>();
      for (double[] row : expected) {
        if ((int) row[1] == neuron) {
          train.add(row[0]);
        }
      }
      assertArrayEquals(
          train.stream().mapToDouble(time -> time).toArray(),
          spikes.train(neuron),
          TOLERANCE_MS,
          "neuron " + neuron);
    }
  }
}
