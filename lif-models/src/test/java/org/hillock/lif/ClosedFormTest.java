package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Continuous time against formulas of the textbook (Gerstner et al. 2014, sections 1.3 and 5.1).
 */
class ClosedFormTest {

  private static Map<String, Double> parameters(String model, Random random) {
    Map<String, Double> parameters = new HashMap<>();
    double threshold = -50 - 5 * random.nextDouble();
    parameters.put("tau_m", 1 + 49 * random.nextDouble());
    parameters.put("C_m", 50 + 500 * random.nextDouble());
    parameters.put("E_L", threshold - 5 - 20 * random.nextDouble());
    parameters.put("V_th", threshold);
    parameters.put("V_reset", threshold - 1 - 30 * random.nextDouble());
    parameters.put("t_ref", random.nextInt(3) == 0 ? 0 : 5 * random.nextDouble());
    if (!model.equals("iaf_psc_delta")) {
      parameters.put("tau_syn_ex", 0.1 + 10 * random.nextDouble());
      parameters.put("tau_syn_in", 0.1 + 10 * random.nextDouble());
    }
    return parameters;
  }

  /**
   *
   *
   * <pre>
   *   T = t_ref + tau_m ln((R I + E_L - V_reset)/(R I + E_L - V_th)),   R = tau_m/C_m
   * </pre>
   *
   * <p>Just above the rheobase the logarithm magnifies the rounding of R I by 1/excess, for anyone.
   */
  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, 1e-6", "iaf_psc_delta, 0.01", "iaf_psc_delta, 1", "iaf_psc_delta, 1e5",
    "iaf_psc_exp, 1e-6", "iaf_psc_exp, 0.01", "iaf_psc_exp, 1", "iaf_psc_exp, 1e5",
    "iaf_psc_alpha, 1e-6", "iaf_psc_alpha, 0.01", "iaf_psc_alpha, 1", "iaf_psc_alpha, 1e5"
  })
  void shouldFireAtTheIntervalsOfAConstantCurrent(String model, double excess) {
    Random random = new Random(17);
    for (int round = 0; round < 100; round++) {
      Map<String, Double> parameters = parameters(model, random);
      double tauM = parameters.get("tau_m");
      double resting = parameters.get("E_L");
      double threshold = parameters.get("V_th");
      double perAmpere = tauM / parameters.get("C_m");
      double current = (threshold - resting) / perAmpere * (1 + excess);
      parameters.put("I_e", current);
      double above = difference(tauM, parameters.get("C_m"), current, resting, threshold);
      double first = tauM * StrictMath.log1p((threshold - resting) / above);
      double between = tauM * StrictMath.log1p((threshold - parameters.get("V_reset")) / above);
      double interval = parameters.get("t_ref") + between;
      double end = first + 6.5 * interval;
      List<Double> spikes = new KernelRun(model, parameters).free(end);
      assertEquals(7, spikes.size(), parameters.toString());
      double relative = 1e-12 + 1e-15 / excess;
      for (int k = 0; k < 7; k++) {
        double expected = first + k * interval;
        assertEquals(expected, spikes.get(k), expected * relative, parameters + " spike " + k);
      }
    }
  }

  /** R I + E_L - V_th without loss. */
  private static double difference(
      double tauM, double capacitance, double current, double resting, double threshold) {
    return new BigDecimal(tauM)
        .multiply(new BigDecimal(current))
        .divide(new BigDecimal(capacitance), MathContext.DECIMAL128)
        .add(new BigDecimal(resting))
        .subtract(new BigDecimal(threshold))
        .doubleValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha"})
  void shouldNotFireBelowTheRheobase(String model) {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      Map<String, Double> parameters = parameters(model, random);
      double distance = parameters.get("V_th") - parameters.get("E_L");
      double rheobase = distance * parameters.get("C_m") / parameters.get("tau_m");
      parameters.put("I_e", rheobase * (1 - 1e-6));
      assertEquals(List.of(), new KernelRun(model, parameters).free(1e5));
    }
  }

  /**
   * The answer to one spike, relative to its peak:
   *
   * <pre>
   *   delta   w e^(-t/tau_m)
   *   exp     w/C b^-1 (e^(-t/tau_m) - e^(-t/tau_s)),                    b = 1/tau_s - 1/tau_m
   *   alpha   w e/(tau_s C) (b^-2 (e^(-t/tau_m) - e^(-t/tau_s)) - b^-1 t e^(-t/tau_s))
   *   with b = 0:  w/C t e^(-t/tau),   w e/(tau C) t²/2 e^(-t/tau)
   * </pre>
   */
  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, 10, 1, 5",
    "iaf_psc_delta, 3.3, 1, -7",
    "iaf_psc_exp, 10, 2, 300",
    "iaf_psc_exp, 10, 2, -300",
    "iaf_psc_exp, 5, 30, 80",
    "iaf_psc_exp, 10, 10, 300",
    "iaf_psc_exp, 10, 0.1, 1000",
    "iaf_psc_exp, 7, 9, -5",
    "iaf_psc_alpha, 10, 2, 100",
    "iaf_psc_alpha, 10, 2, -100",
    "iaf_psc_alpha, 5, 30, 20",
    "iaf_psc_alpha, 10, 10, 100",
    "iaf_psc_alpha, 7, 9, -5",
    "iaf_psc_alpha, 20, 0.3, 80"
  })
  void shouldAnswerASpikeAsTheFormulaSays(String model, double tauM, double tauS, double weight) {
    Map<String, Double> parameters = new HashMap<>(Map.of("E_L", -70.0, "tau_m", tauM));
    parameters.put("V_th", 1e6);
    if (!model.equals("iaf_psc_delta")) {
      parameters.put("tau_syn_ex", tauS);
      parameters.put("tau_syn_in", tauS);
    }
    double[] times = new double[200];
    for (int i = 0; i < times.length; i++) {
      // Such that 1 + t is exact.
      times[i] = Math.rint(60 * Math.pow(i / 199.0, 3) * 0x1p30) * 0x1p-30;
    }
    double[] v = new KernelRun(model, parameters).answer(weight, times, -70);
    double capacitance = 250;
    double peak = 0;
    double[] expected = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      double t = times[i];
      double b = 1 / tauS - 1 / tauM;
      double leak = Math.exp(-t / tauM);
      double decay = Math.exp(-t / tauS);
      double difference = leak - decay;
      expected[i] =
          switch (model) {
            case "iaf_psc_delta" -> weight * leak;
            case "iaf_psc_exp" -> weight / capacitance * (b == 0 ? t * leak : difference / b);
            default ->
                weight
                    * Math.E
                    / (tauS * capacitance)
                    * (b == 0 ? t * t / 2 * leak : (difference / b - t * decay) / b);
          };
      peak = Math.max(peak, Math.abs(expected[i]));
    }
    for (int i = 0; i < times.length; i++) {
      // V is kept relative to E_L, but read in mV: near -70 a double has 1.4e-14 mV.
      assertEquals(expected[i], v[i], 1e-12 * peak + 3e-14, "after " + times[i] + " ms");
    }
  }
}
