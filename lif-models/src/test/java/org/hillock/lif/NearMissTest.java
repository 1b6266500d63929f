package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Membrane potentials that rise above the threshold only for a moment between two inputs, and by
 * next to nothing: what the searches of Hanuschkin et al. (2010, Front Neuroinform 4:113) and
 * Krishnan et al. (2018, Front Neuroinform 11:75) are about. The height of the maximum comes from
 * {@link PowerSeriesNeuron}; the threshold is then put just below it, and just above.
 */
class NearMissTest {

  private static final double[] NOTHING = {};

  private static Map<String, Double> parameters(
      double tauM, double tauEx, double tauIn, double current) {
    Map<String, Double> parameters = new HashMap<>();
    parameters.put("tau_m", tauM);
    parameters.put("tau_syn_ex", tauEx);
    parameters.put("tau_syn_in", tauIn);
    parameters.put("C_m", 250.0);
    parameters.put("E_L", 0.0);
    parameters.put("V_th", 1e9);
    parameters.put("V_reset", -1e3);
    parameters.put("t_ref", 1.0);
    parameters.put("I_e", current);
    return parameters;
  }

  /** Spikes with a threshold that lies below the maximum by a height, which may be negative. */
  private static List<Double> spikes(
      String model,
      Map<String, Double> parameters,
      double[] times,
      double[] weights,
      double end,
      double window,
      double threshold) {
    Map<String, Double> own = new HashMap<>(parameters);
    own.put("V_th", threshold);
    return new KernelRun(model, own)
        .run(times, weights, NOTHING, NOTHING, end, window, new Random(1));
  }

  /** Tests both sides of the highest maximum; returns whether it lies between two inputs. */
  private static boolean shouldDecideBothSides(
      PowerSeriesNeuron.Kind kind,
      Map<String, Double> parameters,
      double[] times,
      double[] weights,
      double scanned,
      double end,
      double window) {
    String model = kind == PowerSeriesNeuron.Kind.EXP ? "iaf_psc_exp" : "iaf_psc_alpha";
    PowerSeriesNeuron reference = new PowerSeriesNeuron(kind, parameters);
    reference.run(times, weights, NOTHING, NOTHING, scanned);
    double at = reference.highestAt;
    double highest = reference.highest;
    if (!(highest > 0.1) || at > scanned - 1e-3) {
      return false;
    }
    for (double time : times) {
      if (Math.abs(at - time) < 1e-6) {
        return false;
      }
    }
    String which = kind + " " + parameters + " max " + highest + " at " + at + " window " + window;
    for (double height : new double[] {1e-3, 1e-6, 1e-8, 1e-10}) {
      double part = height * Math.min(1, highest);
      List<Double> above = spikes(model, parameters, times, weights, end, window, highest - part);
      assertTrue(!above.isEmpty(), which + ": missed by " + part + " mV");
      assertTrue(above.get(0) <= at + 1e-6, which + ": late, at " + above.get(0));
      List<Double> below = spikes(model, parameters, times, weights, end, window, highest + part);
      assertEquals(List.of(), below, which + ": invented, " + part + " mV too low");
    }
    return true;
  }

  /** Excitation, and inhibition that cuts it off: one maximum, then another of what is left. */
  @ParameterizedTest
  @CsvSource({"EXP, 1", "ALPHA, 2", "EXP, 3", "ALPHA, 4"})
  void shouldDecideWhetherABumpReachesTheThreshold(PowerSeriesNeuron.Kind kind, long seed) {
    Random random = new Random(seed);
    int decided = 0;
    for (int round = 0; round < 300; round++) {
      double tauM = Math.exp(4 * random.nextDouble());
      double tauEx = random.nextInt(4) == 0 ? tauM : Math.exp(3 * random.nextDouble() - 1);
      double tauIn =
          switch (random.nextInt(4)) {
            case 0 -> tauEx;
            case 1 -> tauEx * (1 + 1e-7 * random.nextGaussian());
            default -> Math.exp(3 * random.nextDouble() - 1);
          };
      // Two bumps, or with both currents flowing at once up to three extrema in one interval.
      double[] times =
          random.nextBoolean()
              ? new double[] {1, 1, 6}
              : new double[] {1, 1 + 2 * random.nextDouble(), 8};
      double[] weights = {
        500 + 3000 * random.nextDouble(), -3000 * random.nextDouble(), 1500 * random.nextDouble()
      };
      double current = random.nextBoolean() ? 0 : 100 * random.nextGaussian();
      boolean done =
          shouldDecideBothSides(
              kind, parameters(tauM, tauEx, tauIn, current), times, weights, 60, 60, 2);
      decided += done ? 1 : 0;
    }
    assertTrue(decided > 100, decided + " maxima between inputs");
  }

  /** Inhibition first and fast, excitation slow: V falls, rises, and falls. */
  @ParameterizedTest
  @CsvSource({"EXP", "ALPHA"})
  void shouldFindASpikeThatComesAfterADip(PowerSeriesNeuron.Kind kind) {
    int decided = 0;
    for (double tauEx : new double[] {0.8, 2, 5, 10, 12}) {
      for (double ratio : new double[] {0.05, 0.3, 0.7, 0.99, 0.9999999}) {
        for (double weight : new double[] {-0.3, -0.9, -1.5, -5}) {
          decided +=
              shouldDecideBothSides(
                      kind,
                      parameters(10, tauEx, tauEx * ratio, 0),
                      new double[] {1, 1},
                      new double[] {2000, 2000 * weight},
                      80,
                      80,
                      2)
                  ? 1
                  : 0;
        }
      }
    }
    assertTrue(decided > 40, decided + " maxima");
  }

  /**
   * Everything is over within a small part of a window, so that at its end all exponentials have
   * vanished.
   */
  @ParameterizedTest
  @CsvSource({"EXP, 2", "ALPHA, 2", "EXP, 100", "ALPHA, 100", "EXP, 10000", "ALPHA, 10000"})
  void shouldSeeWhatIsOverLongBeforeTheNextInput(PowerSeriesNeuron.Kind kind, double window) {
    int decided = 0;
    List<String> failures = new ArrayList<>();
    for (double tauM : new double[] {0.01, 0.05, 0.3}) {
      for (double tauEx : new double[] {0.01, 0.04, 0.1, 0.3}) {
        for (double ratio : new double[] {0.2, 0.8, 0.999999, 1, 1.3, 4}) {
          for (double weight : new double[] {-0.2, -0.9, -1.2, -4}) {
            // The first input comes at 1 ms, which is where windows of the engine may begin.
            double scanned = 1 + 60 * Math.max(tauM, Math.max(tauEx, tauEx * ratio));
            try {
              decided +=
                  shouldDecideBothSides(
                          kind,
                          parameters(tauM, tauEx, tauEx * ratio, 0),
                          new double[] {1, 1},
                          new double[] {100_000, 100_000 * weight},
                          scanned,
                          2 * window + 1,
                          window)
                      ? 1
                      : 0;
            } catch (AssertionError failure) {
              failures.add(failure.getMessage());
            }
          }
        }
      }
    }
    assertEquals(
        List.of(), failures.subList(0, Math.min(3, failures.size())), failures.size() + " fail");
    assertTrue(decided > 50, decided + " maxima");
  }

  /** The membrane comes to rest a hair below the threshold, or a hair above. */
  @ParameterizedTest
  @CsvSource({"iaf_psc_exp", "iaf_psc_alpha", "iaf_psc_delta"})
  void shouldDecideWhetherACurrentIsEnough(String model) {
    for (double part : new double[] {1e-3, 1e-6, 1e-9}) {
      for (double window : new double[] {0.5, 2, 1000}) {
        Map<String, Double> parameters = parameters(10, 2, 2, 375);
        if (model.equals("iaf_psc_delta")) {
          parameters.keySet().removeAll(List.of("tau_syn_ex", "tau_syn_in"));
        }
        // R I is 15 mV.
        List<Double> above =
            spikes(model, parameters, NOTHING, NOTHING, 500, window, 15 * (1 - part));
        assertEquals(10 * Math.log(1 / part), above.get(0), 1e-15 / part * 100);
        assertEquals(
            List.of(), spikes(model, parameters, NOTHING, NOTHING, 500, window, 15 * (1 + part)));
      }
    }
  }

  @Test
  void shouldFireAtOnceWhenItBeginsAboveTheThreshold() {
    Map<String, Double> parameters = parameters(10, 2, 2, 0);
    parameters.put("V_th", 5.0);
    parameters.put("E_L", 0.0);
    Map<String, Double> above = new HashMap<>(parameters);
    above.put("E_L", 6.0);
    above.put("V_reset", 1.0);
    above.put("tau_m", 1e3);
    List<Double> spikes = new KernelRun("iaf_psc_exp", above).free(0.5);
    assertEquals(List.of(0.0), spikes);
  }
}
