package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Smooth models in continuous time against {@link ReferenceNeuron}, whose right sides are written
 * here anew from the papers: random parameters, input and currents.
 */
class SmoothSpikeTimesTest {

  private static final double TOLERANCE_MS = 1e-9;
  private static final double DURATION = 100;
  private static final int NEURONS = 40;

  @ParameterizedTest
  @ValueSource(strings = {"iaf_cond_exp", "iaf_cond_alpha", "aeif_cond_exp"})
  void shouldFireEverySpikeAtItsTime(String model) {
    int spikes = 0;
    for (int seed = 1; seed <= NEURONS; seed++) {
      Random random = new Random(seed);
      Map<String, Double> parameters = parameters(model, random);
      double[] times = random.doubles(60, 0, DURATION).sorted().toArray();
      double[] weights =
          random.doubles(60, 0, 1).map(u -> u < 0.7 ? 20 * u : -30 * (u - 0.7)).toArray();
      double[] changes = random.doubles(4, 0, DURATION).sorted().toArray();
      double rheobase = parameters.get("g_L") * (parameters.get("V_th") - parameters.get("E_L"));
      double[] currents = random.doubles(4, 0, 2).map(u -> u * rheobase).toArray();
      ReferenceNeuron reference = reference(model, parameters);
      run(reference, model, parameters, times, weights, changes, currents);
      List<Double> fired =
          new KernelRun(model, parameters)
              .run(times, weights, changes, currents, DURATION, 2, random);
      String which = model + " seed " + seed + " " + parameters;
      assertEquals(
          reference.spikes.size(), fired.size(), which + reference.spikes + " against " + fired);
      for (int i = 0; i < fired.size(); i++) {
        assertEquals(reference.spikes.get(i), fired.get(i), TOLERANCE_MS, which + " spike " + i);
      }
      spikes += fired.size();
    }
    assertTrue(spikes > 5 * NEURONS, spikes + " spikes");
  }

  private static Map<String, Double> parameters(String model, Random random) {
    Map<String, Double> parameters = new HashMap<>();
    double threshold = -50 - 5 * random.nextDouble();
    parameters.put("C_m", 100 + 300 * random.nextDouble());
    parameters.put("g_L", 10 + 20 * random.nextDouble());
    parameters.put("E_L", threshold - 10 - 10 * random.nextDouble());
    parameters.put("E_ex", 10 * random.nextDouble());
    parameters.put("E_in", -90 + 10 * random.nextDouble());
    parameters.put("V_th", threshold);
    parameters.put("V_reset", threshold - 2 - 20 * random.nextDouble());
    parameters.put("t_ref", random.nextInt(3) == 0 ? 0 : 3 * random.nextDouble());
    parameters.put("tau_syn_ex", 0.5 + 5 * random.nextDouble());
    parameters.put("tau_syn_in", 0.5 + 10 * random.nextDouble());
    if (model.startsWith("aeif")) {
      parameters.put("Delta_T", 1 + 2 * random.nextDouble());
      parameters.put(
          "V_peak", threshold + (4 + 8 * random.nextDouble()) * parameters.get("Delta_T"));
      parameters.put("a", 6 * random.nextDouble() - 2);
      parameters.put("b", 100 * random.nextDouble());
      parameters.put("tau_w", 20 + 100 * random.nextDouble());
    }
    return parameters;
  }

  private static ReferenceNeuron reference(String model, Map<String, Double> p) {
    double tauEx = p.get("tau_syn_ex");
    double tauIn = p.get("tau_syn_in");
    double[] start = new double[5];
    start[0] = p.get("E_L");
    return new ReferenceNeuron(
        (y, current, dy) -> {
          double v = model.startsWith("aeif") ? Math.min(y[0], p.get("V_peak") + 5) : y[0];
          double flow =
              p.get("g_L") * (p.get("E_L") - v)
                  + y[1] * (p.get("E_ex") - v)
                  + y[2] * (p.get("E_in") - v)
                  + current;
          dy[1] = -y[1] / tauEx;
          dy[2] = -y[2] / tauIn;
          dy[3] = 0;
          dy[4] = 0;
          if (model.startsWith("aeif")) {
            double width = p.get("Delta_T");
            flow += p.get("g_L") * width * Math.exp((v - p.get("V_th")) / width) - y[3];
            dy[3] = (p.get("a") * (v - p.get("E_L")) - y[3]) / p.get("tau_w");
          } else if (model.endsWith("alpha")) {
            dy[1] += y[3];
            dy[2] += y[4];
            dy[3] = -y[3] / tauEx;
            dy[4] = -y[4] / tauIn;
          }
          dy[0] = flow / p.get("C_m");
        },
        start,
        p.get(model.startsWith("aeif") ? "V_peak" : "V_th"),
        p.get("V_reset"),
        p.get("t_ref"),
        y -> y[3] += model.startsWith("aeif") ? p.get("b") : 0);
  }

  private static void run(
      ReferenceNeuron neuron,
      String model,
      Map<String, Double> p,
      double[] times,
      double[] weights,
      double[] changes,
      double[] currents) {
    boolean alpha = model.endsWith("alpha");
    int change = 0;
    for (int i = 0; i <= times.length; i++) {
      double until = i < times.length ? times[i] : DURATION;
      while (change < changes.length && changes[change] <= until) {
        neuron.to(changes[change]);
        neuron.inject(currents[change++]);
      }
      neuron.to(until);
      if (i < times.length) {
        boolean excites = weights[i] >= 0;
        double tau = p.get(excites ? "tau_syn_ex" : "tau_syn_in");
        neuron.y[(alpha ? 3 : 1) + (excites ? 0 : 1)] +=
            Math.abs(weights[i]) * (alpha ? Math.E / tau : 1);
      }
    }
  }
}
