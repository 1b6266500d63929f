package org.hillock.loihi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;

/** A small network that has one of everything that a mapping can hold, and its parts. */
final class EveryKind {

  private static final ConnectionRule ALL = new ConnectionRule.AllToAll();

  private EveryKind() {}

  /** Parameters with some others. */
  static Map<String, Distribution> with(Map<String, Distribution> parameters, Object... changes) {
    Map<String, Distribution> all = new HashMap<>(parameters);
    for (int i = 0; i < changes.length; i += 2) {
      all.put(
          (String) changes[i],
          changes[i + 1] instanceof Distribution given
              ? given
              : Distribution.of(((Number) changes[i + 1]).doubleValue()));
    }
    return all;
  }

  static Population trains() {
    return new Population(
        "trains",
        2,
        "spike_generator",
        Map.of(),
        SpikeTrains.of(List.of(new double[] {1, 1.01, 2.26, 7.5}, new double[] {3})));
  }

  static Population noise() {
    Map<String, Distribution> parameters =
        Map.of(
            "rate", new Distribution.Uniform(5, 50),
            "start", Distribution.of(5.2),
            "stop", Distribution.of(9));
    return new Population("noise", 3, "poisson_generator", parameters);
  }

  static Population parrot() {
    return new Population("parrot", 2, "parrot_neuron", Map.of());
  }

  static Input.Spikes volley(Population to) {
    return new Input.Spikes(
        "volley",
        List.of(NeuronRange.all(to)),
        SpikeTrains.of(List.of(new double[] {0, 0.1, 1, 1.01, 4.4})),
        Distribution.of(1),
        0.5);
  }

  static Input.Poisson between(String name, double start, double stop, Population to) {
    return new Input.Poisson(
        name, List.of(NeuronRange.all(to)), 100, new Distribution.Normal(1, 0.2), 1, start, stop);
  }

  /** Current-based neurons that differ in everything, with states of their own at the start. */
  static Map<String, Distribution> varied() {
    return with(
        Nets.current(2, 2),
        "C_m",
        new Distribution.Uniform(160, 240),
        "tau_m",
        new Distribution.Normal(20, 2),
        "V_th",
        new Distribution.Uniform(-52, -50.01),
        "E_L",
        new Distribution.Uniform(-70, -55),
        "V_m",
        new Distribution.Uniform(-70, -55),
        "I_syn_ex",
        new Distribution.Uniform(0, 300),
        "I_e",
        new Distribution.Uniform(-50, 250));
  }

  static Projection plastic(
      Population from, Population to, double weight, Map<String, Double> rule) {
    return new Projection(
        "learning",
        NeuronRange.all(from),
        NeuronRange.all(to),
        ALL,
        Distribution.of(weight),
        Distribution.of(1.5),
        true,
        true,
        new Plasticity("stdp", rule));
  }

  /** The whole. */
  static Network network() {
    Population trains = trains();
    Population noise = noise();
    Population parrot = parrot();
    Population source =
        new Population(
            "source",
            4,
            "iaf_psc_delta",
            with(Nets.delta(), "t_ref", new Distribution.Uniform(0, 4)));
    Population cells = new Population("cells", 3, "iaf_psc_delta", with(Nets.delta(), "V_m", 5));
    Population others = new Population("others", 3, "iaf_psc_exp", varied());
    return new Network(
        List.of(trains, noise, parrot, source, cells, others),
        List.of(between("drive", 2.5, 4, source), volley(cells)),
        List.of(
            Nets.projection(trains, parrot, ALL, 1, 1.7),
            Nets.projection(parrot, source, ALL, 0.7, 1),
            Nets.projection(noise, cells, ALL, 1, 1.3),
            plastic(source, cells, 0.5, Map.of("W_max", 1.0, "mu_plus", 0.0, "lambda", 0.02)),
            Nets.projection(
                cells, others, ALL, Distribution.of(40), new Distribution.Uniform(1, 9)),
            Nets.projection(others, cells, ALL, -0.5, 1.5)));
  }
}
