package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.hillock.record.TraceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a synapse with short-term plasticity transmits against NEST, spike by spike: it is read from
 * the synaptic current of its target, which jumps by it. A step of 0 is continuous time.
 */
class NestShortTermTest {

  private static final double STEP = 0.1;
  private static final double DELAY = 1;
  private static final double TAU = 3;

  @ParameterizedTest
  @CsvSource({
    "tsodyks2, depressing, U=0.67 u=0.67 tau_rec=450 tau_fac=0, 0.1",
    "tsodyks2, facilitating, U=0.1 u=0.1 tau_rec=100 tau_fac=1000, 0.1",
    "tsodyks, depressing, U=0.67 u=0.67 tau_rec=450 tau_fac=0 tau_psc=3, 0.1",
    "tsodyks, facilitating, U=0.1 u=0.1 tau_rec=100 tau_fac=1000 tau_psc=3, 0.1",
    "tsodyks2, depressing, U=0.67 u=0.67 tau_rec=450 tau_fac=0, 0",
    "tsodyks2, facilitating, U=0.1 u=0.1 tau_rec=100 tau_fac=1000, 0",
    "tsodyks, depressing, U=0.67 u=0.67 tau_rec=450 tau_fac=0 tau_psc=3, 0",
    "tsodyks, facilitating, U=0.1 u=0.1 tau_rec=100 tau_fac=1000 tau_psc=3, 0"
  })
  void transmitsWhatNestDoes(String rule, String kind, String parameters, double step)
      throws IOException {
    List<String[]> rows = NestFiles.rows("stp_" + rule + "_" + kind + "_20Hz");
    double[] train = rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
    TraceTable current = current(new Plasticity(rule, values(parameters)), train, step);
    double left = Math.exp(-STEP / TAU);
    for (int i = 0; i < train.length; i++) {
      int arrival = sample(current.times(), train[i] + DELAY);
      double[] values = current.values()[0][0];
      assertEquals(
          Double.parseDouble(rows.get(i)[1]),
          values[arrival] - left * values[arrival - 1],
          1e-9,
          "spike at " + train[i] + " ms");
    }
  }

  private static Map<String, Double> values(String text) {
    Map<String, Double> values = new HashMap<>();
    for (String each : text.split(" ")) {
      values.put(each.split("=")[0], Double.valueOf(each.split("=")[1]));
    }
    return values;
  }

  private static int sample(double[] times, double moment) {
    int found = 0;
    while (times[found] < moment - STEP / 2) {
      found++;
    }
    return found;
  }

  /** The synaptic current every 0.1 ms. */
  private static TraceTable current(Plasticity plasticity, double[] train, double step) {
    Network network =
        new Network(
            List.of(
                new Population(
                    "pre", 1, "spike_generator", Map.of(), SpikeTrains.of(List.of(train))),
                new Population(
                    "post",
                    1,
                    "iaf_psc_exp",
                    Map.of("V_th", Distribution.of(1e6), "tau_syn_ex", Distribution.of(TAU)))),
            List.of(),
            List.of(
                new Projection(
                    "synapse",
                    new NeuronRange("pre", 0, 1),
                    new NeuronRange("post", 0, 1),
                    new ConnectionRule.OneToOne(),
                    Distribution.of(250),
                    Distribution.of(DELAY),
                    true,
                    true,
                    plasticity)));
    Recording recording =
        new Recording(
            List.of(),
            List.of(new Recording.Trace(new NeuronRange("post", 0, 1), List.of("I_syn_ex"), STEP)),
            List.of(),
            List.of());
    RunResult result =
        Engines.build(network, new RunSettings(step, 0, 1150, 1, 1), recording, RunListener.NONE)
            .run(RunListener.NONE);
    return result.traces().get(0);
  }
}
