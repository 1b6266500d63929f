package org.hillock.lif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;

/** The networks that were run in NEST. */
final class NestNetwork {

  static final int NEURONS = 60;

  static final NeuronRange ALL = new NeuronRange("all", 0, NEURONS);

  private NestNetwork() {}

  /** A network of 60 neurons with explicit edges. */
  static Network of(String model, double weightScale) {
    List<double[]> edges = NestData.rows("net_edges");
    ConnectionRule rule =
        new ConnectionRule.Explicit(
            edges.stream().mapToInt(edge -> (int) edge[0]).toArray(),
            edges.stream().mapToInt(edge -> (int) edge[1]).toArray(),
            edges.stream().mapToDouble(edge -> edge[2] * weightScale).toArray(),
            edges.stream().mapToDouble(edge -> edge[3]).toArray());
    double[] current = new double[NEURONS];
    for (int i = 0; i < NEURONS; i++) {
      current[i] =
          model.equals("iaf_cond_exp")
              ? 245 + 150.0 * i / (NEURONS - 1)
              : 360 + 200.0 * i / (NEURONS - 1);
    }
    Map<String, Distribution> parameters = new HashMap<>();
    parameters.put("I_e", new Distribution.Listed(current));
    if (model.equals("iaf_psc_exp")) {
      parameters.put("tau_syn_ex", Distribution.of(0.5));
      parameters.put("tau_syn_in", Distribution.of(0.5));
    } else if (model.equals("iaf_cond_exp")) {
      parameters.put("tau_syn_ex", Distribution.of(2));
      parameters.put("tau_syn_in", Distribution.of(5));
    }
    return new Network(
        List.of(new Population("all", NEURONS, model, parameters)),
        List.of(),
        List.of(
            new Projection(
                "edges",
                ALL,
                ALL,
                rule,
                Distribution.of(0),
                Distribution.of(1),
                true,
                true,
                null)));
  }

  /** A spike train onto a single neuron. */
  static Input train(String name, double[] times, double weight, double delay) {
    return new Input.Spikes(
        name,
        List.of(new NeuronRange("neuron", 0, 1)),
        SpikeTrains.of(List.of(times)),
        Distribution.of(weight),
        delay);
  }
}
