package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.hillock.record.TraceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One neuron of each model against NEST, step by step. */
class NestSingleNeuronTest {

  private static final double[] EXC_A = {
    5.0, 10.0, 11.0, 12.0, 13.0, 25.0, 25.1, 25.2, 25.3, 25.3, 40.0, 41.5, 43.0, 44.5, 46.0, 60.0,
    62.0, 63.0, 64.0, 65.0, 66.0, 67.0, 68.0, 69.0, 70.0, 100.0, 100.5, 101.0, 101.5, 102.0, 102.5,
    103.0, 103.5, 104.0, 104.5, 105.0, 150.0
  };
  private static final double[] EXC_B = {
    30.0, 55.0, 80.0, 81.0, 82.0, 83.0, 84.0, 101.2, 120.0, 121.0, 122.0
  };
  private static final double[] INH = {15.0, 35.0, 63.0, 85.0, 90.0, 102.2, 130.0, 131.0, 160.0};

  /** The files have 12 significant digits, so V_m near -70 is known to 1e-10. */
  private static final double TOLERANCE_MV = 1e-9;

  private static final double TOLERANCE_PA = 1e-8;

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, 0.1, ''",
    "iaf_psc_exp, 0.1, ''",
    "iaf_psc_exp, 0.01, _h001",
    "iaf_psc_alpha, 0.1, ''"
  })
  void shouldFollowNestUnderCurrent(String model, double step, String suffix) {
    NeuronRange neuron = new NeuronRange("neuron", 0, 1);
    Input current =
        new Input.StepCurrent(
            "dc", List.of(neuron), List.of(20.0, 150.0), List.of(500.0, 0.0), 1.0);
    compare(model, step, List.of(current), "neuron_" + model + "_dc" + suffix);
  }

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, 0.1, '', 2.5, 5, -3",
    "iaf_psc_exp, 0.1, '', 350, 700, -300",
    "iaf_psc_exp, 0.01, _h001, 350, 700, -300",
    "iaf_psc_alpha, 0.1, '', 200, 400, -120"
  })
  void shouldFollowNestUnderSpikes(
      String model, double step, String suffix, double excA, double excB, double inh) {
    List<Input> inputs =
        List.of(
            NestNetwork.train("excA", EXC_A, excA, 1.5),
            NestNetwork.train("excB", EXC_B, excB, 0.8),
            NestNetwork.train("inh", INH, inh, 2.0));
    compare(model, step, inputs, "neuron_" + model + "_spikes" + suffix);
  }

  private static void compare(String model, double step, List<Input> inputs, String reference) {
    Map<String, Distribution> parameters = new HashMap<>();
    List<String> variables = List.of("V_m");
    if (!model.equals("iaf_psc_delta")) {
      parameters.put("tau_syn_ex", Distribution.of(2.0));
      parameters.put("tau_syn_in", Distribution.of(5.0));
      variables = List.of("V_m", "I_syn_ex", "I_syn_in");
    }
    NeuronRange neuron = new NeuronRange("neuron", 0, 1);
    Network network =
        new Network(List.of(new Population("neuron", 1, model, parameters)), inputs, List.of());
    Recording recording =
        new Recording(
            List.of(neuron),
            List.of(new Recording.Trace(neuron, variables, 0.1)),
            List.of(),
            List.of());
    RunResult result =
        Engines.build(network, new RunSettings(step, 0, 200, 1, 1), recording, RunListener.NONE)
            .run(RunListener.NONE);

    List<double[]> rows = NestData.rows(reference);
    TraceTable trace = result.traces().get(0);
    Map<Long, Integer> sampleAt = new HashMap<>();
    for (int i = 0; i < trace.times().length; i++) {
      sampleAt.put(Math.round(trace.times()[i] * 10), i);
    }
    int compared = 0;
    for (double[] row : rows) {
      Integer sample = sampleAt.get(Math.round(row[0] * 10));
      if (sample == null || Math.abs(row[0] * 10 - Math.round(row[0] * 10)) > 1e-6) {
        continue;
      }
      for (int v = 0; v < variables.size(); v++) {
        assertEquals(
            row[v + 1],
            trace.values()[v][0][sample],
            v == 0 ? TOLERANCE_MV : TOLERANCE_PA,
            reference + " " + variables.get(v) + " at " + row[0] + " ms");
      }
      compared++;
    }
    assertEquals(rows.size() > 10000 ? rows.size() / 10 : rows.size(), compared, 1);
    assertArrayEquals(
        NestData.column(reference + "_spikes", 0), result.spikes().get(0).times(), 1e-9);
  }
}
