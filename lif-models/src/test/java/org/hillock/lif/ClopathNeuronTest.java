package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the equations of {@link AeifPscDeltaClopath} in closed form. */
class ClopathNeuronTest {

  private static final double STEP = 0.1;
  private static final List<String> VARIABLES =
      List.of("V_m", "w", "V_th", "u_bar_plus", "u_bar_minus", "u_bar_bar", "LTP", "LTD");

  /** A membrane on which nothing acts but what arrives. */
  private static final Map<String, Double> STILL =
      Map.of("g_L", 0.0, "Delta_T", 0.0, "a", 0.0, "b", 0.0, "I_sp", 0.0, "V_reset", -60.0);

  /**
   * A neuron that a jump reaches after 10 ms, every variable at every step; the last row has its
   * spikes.
   */
  private static Map<String, double[]> run(Map<String, Double> values, double jump) {
    Map<String, Distribution> parameters = new HashMap<>();
    values.forEach((name, value) -> parameters.put(name, Distribution.of(value)));
    Population cell = new Population("cell", 1, "aeif_psc_delta_clopath", parameters);
    NeuronRange all = NeuronRange.all(cell);
    Input spike =
        new Input.Spikes(
            "spike",
            List.of(all),
            SpikeTrains.of(List.of(new double[] {9})),
            Distribution.of(jump),
            1);
    RunResult result =
        Engines.build(
                new Network(List.of(cell), List.of(spike), List.of()),
                new RunSettings(STEP, 0, 40, 1, 1),
                new Recording(
                    List.of(all),
                    List.of(new Recording.Trace(all, VARIABLES, STEP)),
                    List.of(),
                    List.of()),
                RunListener.NONE)
            .run(RunListener.NONE);
    Map<String, double[]> found = new HashMap<>();
    for (int v = 0; v < VARIABLES.size(); v++) {
      found.put(VARIABLES.get(v), result.traces().get(0).values()[v][0]);
    }
    found.put("spikes", result.spikes().get(0).times());
    return found;
  }

  private static Map<String, Double> with(Map<String, Double> more) {
    Map<String, Double> all = new HashMap<>(STILL);
    all.putAll(more);
    return all;
  }

  /** The sample at the end of a step. */
  private static double at(double[] trace, double time) {
    return trace[(int) Math.round(time / STEP) - 1];
  }

  @Test
  void filtersAJumpOfTheMembraneOnceAndTwice() {
    Map<String, double[]> found = run(STILL, 12);
    double rest = -70.6;
    for (double time : new double[] {10.1, 13, 25, 40}) {
      double t = time - 10;
      assertEquals(rest + 12, at(found.get("V_m"), time), 1e-12);
      double plus = rest + 12 * (1 - Math.exp(-t / 7));
      double minus = rest + 12 * (1 - Math.exp(-t / 10));
      double mean =
          rest + 12 * (1 - (10 * Math.exp(-t / 10) - 500 * Math.exp(-t / 500)) / (10 - 500));
      assertEquals(plus, at(found.get("u_bar_plus"), time), 1e-6);
      assertEquals(minus, at(found.get("u_bar_minus"), time), 1e-6);
      assertEquals(mean, at(found.get("u_bar_bar"), time), 1e-6);
    }
    assertEquals(0, found.get("spikes").length);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "0.3, true", "5, false", "12, true"})
  void tellsSynapsesWhatItsPotentialsWereADelayAgo(double delay, boolean constant) {
    Map<String, double[]> found =
        run(
            with(
                Map.of(
                    "delay_u_bars", delay,
                    "theta_plus", -65.0,
                    "theta_minus", -69.0,
                    "E_L", -68.0,
                    "A_LTD_const", constant ? 1.0 : 0.0)),
            9);
    for (int i = 0; i < found.get("LTP").length; i++) {
      int then = i - (int) Math.round(delay / STEP);
      // Before the beginning they had the values that they begin with.
      double plus = then < 0 ? -68 : found.get("u_bar_plus")[then];
      double minus = then < 0 ? -68 : found.get("u_bar_minus")[then];
      double mean = found.get("u_bar_bar")[i];
      double above = Math.max(0, found.get("V_m")[i] + 65);
      assertEquals(8e-5 * above * (plus + 69), found.get("LTP")[i], 1e-15, "step " + i);
      double share = constant ? 1 : mean * mean / 60;
      assertEquals(14e-5 * (minus + 69) * share, found.get("LTD")[i], 1e-12, "step " + i);
    }
    assertTrue(at(found.get("LTP"), 5) == 0 && at(found.get("LTP"), 30) > 0);
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "2, 1.5", "0, 1.5", "0, 0"})
  void holdsTheMembraneAtTheSpikeThenAtTheReset(double clamp, double refractory) {
    Map<String, double[]> found =
        run(with(Map.of("t_clamp", clamp, "t_ref", refractory, "I_e", 281.0)), 40);
    // Without a leak, 281 pA raise the 281 pF by 1 mV in each ms.
    double[] v = found.get("V_m");
    double[] spikes = Arrays.copyOf(found.get("spikes"), 1);
    assertArrayEquals(new double[] {10}, spikes, 1e-9);
    for (double t = 0; t < clamp - STEP / 2; t += STEP) {
      assertEquals(33, at(v, 10 + t), "clamped for " + t);
    }
    for (double t = 0; t < refractory + STEP / 2; t += STEP) {
      assertEquals(-60, at(v, 10 + clamp + t), "refractory for " + t);
    }
    assertEquals(-59, at(v, 11 + clamp + refractory), 1e-9);
    double sinceSpike = 1 + clamp + refractory;
    assertEquals(
        -50.4 + 80.8 * Math.exp(-sinceSpike / 50), at(found.get("V_th"), 10 + sinceSpike), 1e-5);
  }

  @Test
  void leavesAdaptationAloneDuringASpike() {
    Map<String, double[]> found = run(with(Map.of("b", 80.5)), 40);
    assertEquals(80.5, at(found.get("w"), 11.9), 1e-12);
    assertEquals(80.5 * Math.exp(-1.0 / 144), at(found.get("w"), 13), 1e-6);
  }
}
