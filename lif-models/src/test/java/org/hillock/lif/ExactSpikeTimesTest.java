package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every spike of a thousand neurons of random parameters and input against {@link
 * PowerSeriesNeuron}: none is missed, none invented, and each comes at its time.
 */
class ExactSpikeTimesTest {

  private static final double TOLERANCE_MS = 1e-9;
  private static final double DURATION = 30;

  @ParameterizedTest
  @CsvSource({"iaf_psc_exp, EXP, 1000", "iaf_psc_alpha, ALPHA, 1000", "iaf_psc_delta, DELTA, 300"})
  void shouldFireEverySpikeAtItsTime(String model, PowerSeriesNeuron.Kind kind, int neurons) {
    compare(model, kind, neurons, 1);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "iaf_psc_exp, EXP, 30000",
    "iaf_psc_alpha, ALPHA, 30000",
    "iaf_psc_delta, DELTA, 5000"
  })
  void shouldFireEverySpikeOfManyMoreNeurons(
      String model, PowerSeriesNeuron.Kind kind, int neurons) {
    compare(model, kind, neurons, 1_000_000);
  }

  private static void compare(
      String model, PowerSeriesNeuron.Kind kind, int neurons, long firstSeed) {
    int tangents = 0;
    int spikes = 0;
    int silent = 0;
    int fleeting = 0;
    for (int neuron = 0; neuron < neurons; neuron++) {
      Random random = new Random(firstSeed + neuron);
      Map<String, Double> parameters = parameters(random);
      int count = 10 + random.nextInt(60);
      double[] times = random.doubles(count, 0, DURATION).sorted().toArray();
      double[] weights = new double[count];
      double scale = scale(kind, parameters);
      for (int i = 0; i < count; i++) {
        weights[i] = scale * Math.exp(random.nextGaussian()) * (random.nextInt(5) < 3 ? 1 : -1);
        if (i > 0 && random.nextInt(4) == 0) {
          // Excitation, and inhibition soon after or at the same moment.
          times[i] =
              random.nextBoolean() ? times[i - 1] : times[i - 1] + 0.1 * (times[i] - times[i - 1]);
          weights[i] = -weights[i - 1] * 2 * random.nextDouble();
        }
      }
      double[] changes = random.doubles(random.nextInt(4), 0, DURATION).sorted().toArray();
      double rheobase =
          parameters.get("C_m")
              / parameters.get("tau_m")
              * (parameters.get("V_th") - parameters.get("E_L"));
      double[] currents = random.doubles(changes.length, -0.5, 1).map(x -> x * rheobase).toArray();

      PowerSeriesNeuron reference = new PowerSeriesNeuron(kind, parameters);
      reference.run(times, weights, changes, currents, DURATION);
      if (reference.tangent) {
        tangents++;
        continue;
      }
      Map<String, Double> own = new HashMap<>(parameters);
      if (kind == PowerSeriesNeuron.Kind.DELTA) {
        own.keySet().removeAll(List.of("tau_syn_ex", "tau_syn_in"));
      }
      double longest = random.nextBoolean() ? 2 : 0.2;
      List<Double> fired =
          new KernelRun(model, own)
              .run(times, weights, changes, currents, DURATION, longest, random);
      String which = "seed " + (firstSeed + neuron) + " " + parameters;
      assertEquals(reference.spikes.size(), fired.size(), which + reference.spikes + fired);
      for (int i = 0; i < fired.size(); i++) {
        assertEquals(reference.spikes.get(i), fired.get(i), TOLERANCE_MS, which + " spike " + i);
      }
      spikes += fired.size();
      fleeting += reference.fleeting;
      silent += fired.isEmpty() ? 1 : 0;
    }
    if (kind != PowerSeriesNeuron.Kind.DELTA) {
      assertTrue(fleeting > neurons / 25, fleeting + " spikes between two inputs");
    }
    assertTrue(tangents <= 3 + neurons / 500, tangents + " that touch the threshold");
    assertTrue(spikes > 3 * neurons && silent < neurons / 2, spikes + " spikes, silent " + silent);
  }

  private static double logUniform(Random random, double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  /** One value, or one that nearly or exactly agrees with another. */
  private static double perhapsLike(Random random, double value, double... others) {
    double other = others[random.nextInt(others.length)];
    return switch (random.nextInt(5)) {
      case 0 -> other;
      case 1 -> other * (1 + random.nextGaussian() * Math.pow(10, -1 - random.nextInt(12)));
      default -> value;
    };
  }

  private static Map<String, Double> parameters(Random random) {
    double tauM = logUniform(random, 0.5, 40);
    double tauEx = perhapsLike(random, logUniform(random, 0.2, 20), tauM);
    double tauIn = perhapsLike(random, logUniform(random, 0.2, 20), tauM, tauEx);
    double capacitance = logUniform(random, 10, 1000);
    double threshold = -50 + 10 * random.nextDouble();
    double resting = -70 + 10 * random.nextDouble();
    double reset = threshold - logUniform(random, 0.5, 40);
    double rheobase = capacitance / tauM * (threshold - resting);
    double current =
        switch (random.nextInt(3)) {
          case 0 -> 0;
          case 1 -> rheobase * (2 * random.nextDouble() - 1);
          default -> rheobase * (1 + Math.pow(10, -4 * random.nextDouble()));
        };
    Map<String, Double> parameters = new HashMap<>();
    parameters.put("tau_m", tauM);
    parameters.put("tau_syn_ex", tauEx);
    parameters.put("tau_syn_in", tauIn);
    parameters.put("C_m", capacitance);
    parameters.put("E_L", resting);
    parameters.put("V_th", threshold);
    parameters.put("V_reset", reset);
    parameters.put("t_ref", random.nextInt(4) == 0 ? 0 : logUniform(random, 0.1, 5));
    parameters.put("I_e", current);
    return parameters;
  }

  /** A weight that alone takes V about as far as the threshold. */
  private static double scale(PowerSeriesNeuron.Kind kind, Map<String, Double> parameters) {
    double distance = parameters.get("V_th") - parameters.get("E_L");
    if (kind == PowerSeriesNeuron.Kind.DELTA) {
      return 0.5 * distance;
    }
    double tau = Math.max(parameters.get("tau_syn_ex"), parameters.get("tau_m"));
    double unit = kind == PowerSeriesNeuron.Kind.ALPHA ? Math.E : 1;
    double charge = unit * parameters.get("tau_syn_ex");
    return distance * parameters.get("C_m") / charge * (1 + 0.5 * tau / (tau + 1));
  }

  /** The reference itself, where a formula is known: a current from rest. */
  @ParameterizedTest
  @CsvSource({"10, 2, 600", "3, 0.5, 5000", "20, 7, 300.1"})
  void shouldReferToANeuronThatIsRight(double tauM, double tauSyn, double current) {
    Map<String, Double> parameters = new HashMap<>();
    parameters.put("tau_m", tauM);
    parameters.put("tau_syn_ex", tauSyn);
    parameters.put("tau_syn_in", tauSyn);
    parameters.put("C_m", 250.0);
    parameters.put("E_L", -70.0);
    parameters.put("V_th", -55.0);
    parameters.put("V_reset", -75.0);
    parameters.put("t_ref", 1.5);
    parameters.put("I_e", current);
    PowerSeriesNeuron neuron = new PowerSeriesNeuron(PowerSeriesNeuron.Kind.EXP, parameters);
    neuron.run(new double[0], new double[0], new double[0], new double[0], 200);
    double drive = tauM / 250 * current;
    double first = tauM * Math.log(drive / (drive - 15));
    double interval = 1.5 + tauM * Math.log((drive + 5) / (drive - 15));
    double[] expected = new double[neuron.spikes.size()];
    Arrays.setAll(expected, k -> first + k * interval);
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], neuron.spikes.get(k), 1e-10);
    }
    assertTrue(expected.length > 2);
  }
}
