package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.RunListener;
import org.hillock.engine.RunResult;
import org.hillock.engine.RunSettings;
import org.hillock.engine.Simulation;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network of 60 neurons with explicit edges against NEST, spike by spike. */
class NestNetworkTest {

  private static final int NEURONS = 60;

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, 0.4, 1",
    "iaf_psc_delta, 0.4, 3",
    "iaf_psc_exp, 120, 1",
    "iaf_psc_exp, 120, 2"
  })
  void shouldFireEverySpikeThatNestFires(String model, double weightScale, int threads) {
    List<double[]> edges = NestData.rows("net_edges");
    ConnectionRule rule =
        new ConnectionRule.Explicit(
            edges.stream().mapToInt(edge -> (int) edge[0]).toArray(),
            edges.stream().mapToInt(edge -> (int) edge[1]).toArray(),
            edges.stream().mapToDouble(edge -> edge[2] * weightScale).toArray(),
            edges.stream().mapToDouble(edge -> edge[3]).toArray());
    double[] current = new double[NEURONS];
    for (int i = 0; i < NEURONS; i++) {
      current[i] = 360 + 200.0 * i / (NEURONS - 1);
    }
    Map<String, Distribution> parameters = new HashMap<>();
    parameters.put("I_e", new Distribution.Listed(current));
    if (model.equals("iaf_psc_exp")) {
      parameters.put("tau_syn_ex", Distribution.of(0.5));
      parameters.put("tau_syn_in", Distribution.of(0.5));
    }
    NeuronRange all = new NeuronRange("all", 0, NEURONS);
    Network network =
        new Network(
            List.of(new Population("all", NEURONS, model, parameters)),
            List.of(),
            List.of(
                new Projection(
                    "edges",
                    all,
                    all,
                    rule,
                    Distribution.of(0),
                    Distribution.of(1),
                    true,
                    true,
                    null)));
    RunResult result =
        Simulation.build(
                network,
                new RunSettings(0.1, 0, 400, 1, threads),
                Recording.spikesOf(List.of(all)),
                RunListener.NONE)
            .run(RunListener.NONE);

    List<String> expected =
        NestData.rows("net_" + model + "_spikes").stream()
            .map(row -> Math.round(row[0] * 10) + " " + (int) row[1])
            .sorted()
            .toList();
    SpikeList spikes = result.spikes().get(0);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < spikes.size(); i++) {
      found.add(Math.round(spikes.times()[i] * 10) + " " + spikes.neurons()[i]);
    }
    assertEquals(expected, found.stream().sorted().toList());
  }
}
