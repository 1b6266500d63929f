package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The general solution in continuous time against the special ones, and against finer grids. */
class GeneralMotionTest {

  private static Input spikes(String name, double[] times, double weight, String receptor) {
    return new Input.Spikes(
        name,
        List.of(new NeuronRange("cell", 0, 1)),
        SpikeTrains.of(List.of(times)),
        Distribution.of(weight),
        1,
        receptor);
  }

  private static double[] run(
      String model, Map<String, Double> values, List<Input> inputs, double step, double end) {
    Map<String, Distribution> parameters = new HashMap<>();
    values.forEach((name, value) -> parameters.put(name, Distribution.of(value)));
    Population cell = new Population("cell", 1, model, parameters);
    return Engines.build(
            new Network(List.of(cell), inputs, List.of()),
            new RunSettings(step, 0, end, 1, 1),
            Recording.spikesOf(List.of(NeuronRange.all(cell))),
            RunListener.NONE)
        .run(RunListener.NONE)
        .spikes()
        .get(0)
        .times();
  }

  private static double[] poisson(Random random, double rate, double end) {
    List<Double> times = new ArrayList<>();
    for (double t = -Math.log(random.nextDouble()) / rate;
        t < end;
        t -= Math.log(random.nextDouble()) / rate) {
      times.add(t);
    }
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_exp, 2, 5", "iaf_psc_exp, 3, 3", "iaf_psc_exp, 10, 0.5",
    "iaf_psc_alpha, 2, 5", "iaf_psc_alpha, 1.5, 1.5", "iaf_psc_alpha, 4, 10"
  })
  void shouldFireAsTheSpecialSolutionWithTwoReceptors(
      String model, double excitatory, double inhibitory) {
    Random random = new Random(23);
    double[] up = poisson(random, 1.2, 2000);
    double[] down = poisson(random, 0.6, 2000);
    Map<String, Double> special =
        Map.of("tau_syn_ex", excitatory, "tau_syn_in", inhibitory, "I_e", 250.0);
    Map<String, Double> general =
        Map.of("tau_syn_1", excitatory, "tau_syn_2", inhibitory, "I_e", 250.0);
    double strong = 400 / (1 + excitatory);
    double weak = -300 / (1 + inhibitory);
    double[] expected =
        run(
            model,
            special,
            List.of(spikes("up", up, strong, null), spikes("down", down, weak, null)),
            0,
            2000);
    double[] found =
        run(
            model + "_multisynapse",
            general,
            List.of(spikes("up", up, strong, "1"), spikes("down", down, weak, "2")),
            0,
            2000);
    assertTrue(expected.length > 20, "fires: " + expected.length);
    assertArrayEquals(expected, found, 1e-9);
  }

  private static Map<String, Double> driven(String model) {
    return switch (model) {
      case "mat2_psc_exp" -> Map.of("I_e", 600.0);
      case "amat2_psc_exp" -> Map.of("I_e", 500.0, "beta", 0.2, "alpha_2", 0.5);
      case "iaf_psc_exp_htum" -> Map.of("I_e", 500.0, "t_ref_tot", 6.0);
      case "glif_psc" ->
          Map.of(
              "I_e", 400.0,
              "spike_dependent_threshold", 1.0,
              "after_spike_currents", 1.0,
              "adapting_threshold", 1.0);
      default -> Map.of("I_e", 500.0);
    };
  }

  /** Spikes come at the end of their step, so with steps 8 times finer they are 8 times closer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mat2_psc_exp",
        "amat2_psc_exp",
        "iaf_psc_exp_htum",
        "iaf_psc_exp_multisynapse",
        "glif_psc"
      })
  void shouldBeTheLimitOfFinerGrids(String model) {
    Map<String, Double> values = new HashMap<>(driven(model));
    List<Input> inputs = new ArrayList<>();
    if (model.equals("glif_psc")) {
      values.put("t_ref", 4.0);
      inputs.add(
          new Input.StepCurrent(
              "dc",
              List.of(new NeuronRange("cell", 0, 1)),
              List.of(0.0),
              List.of(values.remove("I_e")),
              1));
    }
    double[] exact = run(model, values, inputs, 0, 200);
    assertTrue(exact.length >= 4, "fires: " + exact.length);
    double before = Double.POSITIVE_INFINITY;
    for (double step : new double[] {0.1, 0.0125, 0.0015625}) {
      double[] grid = run(model, values, inputs, step, 200);
      int count = Math.min(grid.length, exact.length);
      assertEquals(exact.length, count, 1);
      double worst = 0;
      for (int i = 0; i < count; i++) {
        worst = Math.max(worst, Math.abs(grid[i] - exact[i]));
      }
      assertTrue(worst < Math.max(1, exact.length) * step, step + ": " + worst);
      assertTrue(worst < before, step + ": " + worst + " after " + before);
      before = worst;
    }
  }
}
