package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.engine.run.Simulation;
import org.hillock.engine.run.UnstableNeuronException;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Smooth models on both engines, against closed forms, each other and {@link ReferenceNeuron}. */
class SmoothModelsTest {

  private static final RunSettings CONTINUOUS = RunSettings.continuous(0, 100, 1, 1);
  private static final NeuronRange ONE = new NeuronRange("neuron", 0, 1);

  private static Simulation simulation(
      String model, Map<String, Double> parameters, List<Input> inputs, RunSettings settings) {
    Map<String, Distribution> values = new HashMap<>();
    parameters.forEach((name, value) -> values.put(name, Distribution.of(value)));
    Network network =
        new Network(List.of(new Population("neuron", 1, model, values)), inputs, List.of());
    return Engines.build(network, settings, Recording.spikesOf(List.of(ONE)), RunListener.NONE);
  }

  private static double[] spikes(
      String model, Map<String, Double> parameters, List<Input> inputs, RunSettings settings) {
    RunResult result = simulation(model, parameters, inputs, settings).run(RunListener.NONE);
    return result.spikes().get(0).times();
  }

  private static RunSettings grid(double step) {
    return new RunSettings(step, 0, 100, 1, 1);
  }

  private static Input train(String name, String receptor, double weight, double... times) {
    return new Input.Spikes(
        name, List.of(ONE), SpikeTrains.of(List.of(times)), Distribution.of(weight), 1.0, receptor);
  }

  /**
   * With k = g_L/(V_th - E_L), m the mean of both, and q = I/k - ((V_th - E_L)/2)² above 0: T =
   * C_m/(k √q) (atan((V_peak - m)/√q) - atan((V_reset - m)/√q)).
   */
  @ParameterizedTest
  @ValueSource(doubles = {300, 1000, 5000})
  void shouldFireQuadraticNeuronsAtTheIntervalsOfAConstantCurrent(double current) {
    double[] spikes = spikes("qif", Map.of("I_e", current), List.of(), CONTINUOUS);
    double k = 25.0 / 15;
    double root = Math.sqrt(current / k - 7.5 * 7.5);
    double interval = 250 / (k * root) * (Math.atan(87.5 / root) - Math.atan(-22.5 / root));
    assertTrue(spikes.length > 1, spikes.length + " spikes");
    for (int i = 1; i < spikes.length; i++) {
      assertEquals(interval, spikes[i] - spikes[i - 1], 1e-9, "interval " + i);
    }
  }

  /**
   * With peak and reset far away the neuron is the theta neuron, theta' = (1 - cos theta) + (1 +
   * cos theta) r in units of 2 C_m/(k (V_th - E_L)), whose period is pi/√r, r = 4 q/(V_th - E_L)².
   */
  @Test
  void shouldBeTheThetaNeuronWherePeakAndResetAreFarAway() {
    double current = 2000;
    Map<String, Double> far = Map.of("I_e", current, "V_peak", 1e9, "V_reset", -1e9);
    double[] spikes = spikes("qif", far, List.of(), CONTINUOUS);
    double k = 25.0 / 15;
    double r = (current / k - 7.5 * 7.5) / (7.5 * 7.5);
    double period = Math.PI / Math.sqrt(r) * 250 / (k * 7.5);
    assertTrue(spikes.length > 3, spikes.length + " spikes");
    for (int i = 1; i < spikes.length; i++) {
      // From ±1e9 mV to infinity and back it would take 3e-7 ms.
      assertEquals(period, spikes[i] - spikes[i - 1], 1e-6, "interval " + i);
    }
  }

  /**
   * Spikes at the end of a step come at most a step late, so the mean error falls with the step.
   */
  @ParameterizedTest
  @CsvSource({"iaf_cond_exp, 450", "iaf_cond_alpha, 450", "aeif_cond_exp, 900", "qif, 600"})
  void shouldComeToTheSameAsStepsShrink(String model, double current) {
    Map<String, Double> parameters = Map.of("I_e", current);
    List<Input> inputs =
        List.of(
            train("in", null, model.equals("qif") ? -50 : -5, 20, 50, 51),
            train("ex", null, model.equals("qif") ? 80 : 8, 10, 33, 34, 70));
    double[] exact = spikes(model, parameters, inputs, CONTINUOUS);
    double[] last = {Double.POSITIVE_INFINITY};
    for (double step : new double[] {0.1, 0.01, 0.001}) {
      double[] spikes = spikes(model, parameters, inputs, grid(step));
      assertEquals(exact.length, spikes.length, "spikes at " + step + " ms");
      double error = Math.abs(spikes[exact.length - 1] - exact[exact.length - 1]);
      assertTrue(error < exact.length * 1.5 * step, error + " ms at " + step + " ms");
      assertTrue(error < last[0], error + " ms at " + step + " ms, " + last[0] + " before");
      last[0] = error;
    }
    assertTrue(exact.length > 2, exact.length + " spikes");
  }

  /** An upstroke that is over in less time than can be told. */
  @Test
  void shouldEndAnUpstrokeOfAnySteepness() {
    Map<String, Double> steep = Map.of("I_e", 900.0, "Delta_T", 0.08, "V_peak", 0.0);
    double[] exact = spikes("aeif_cond_exp", steep, List.of(), CONTINUOUS);
    double[] spikes = spikes("aeif_cond_exp", steep, List.of(), grid(0.1));
    assertTrue(exact.length > 2, exact.length + " spikes");
    assertArrayEquals(exact, spikes, 0.1 * exact.length);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldStopWithTimeAndParametersIfAPotentialRunsAway(boolean onGrid) {
    Map<String, Double> runaway = Map.of("C_m", 1.0, "g_L", 0.0, "I_e", -1e308);
    Simulation simulation =
        simulation("iaf_cond_exp", runaway, List.of(), onGrid ? grid(0.1) : CONTINUOUS);
    UnstableNeuronException failure =
        assertThrows(UnstableNeuronException.class, () -> simulation.run(RunListener.NONE));
    String message = failure.getMessage();
    assertTrue(message.startsWith("neurons.neuron[0]: a membrane potential of "), message);
    assertTrue(message.contains(" ms, so the run was stopped"), message);
    assertTrue(message.contains("I_e=-1.0E308"), message);
  }

  /** What would take minutes for a step of time, or never end, says so. */
  @ParameterizedTest
  @CsvSource({
    "aeif_cond_exp, -1e11, true",
    "aeif_cond_exp, -1e9, false",
    "aeif_cond_exp, 1e9, true",
    "aeif_cond_exp, 1e9, false",
    "iaf_cond_exp, -1e12, false",
  })
  void shouldStopWhereAConductanceMakesStepsOfNextToNothing(
      String model, double weight, boolean onGrid) {
    Simulation simulation =
        simulation(
            model,
            Map.of(),
            List.of(train("flood", null, weight, 5)),
            onGrid ? grid(0.1) : CONTINUOUS);
    UnstableNeuronException failure =
        assertThrows(UnstableNeuronException.class, () -> simulation.run(RunListener.NONE));
    assertTrue(failure.getMessage().startsWith("neurons.neuron[0]: "), failure.getMessage());
  }

  @Test
  void shouldRefuseIntervalsOfNextToNothing() {
    Simulation simulation =
        simulation("iaf_cond_exp", Map.of("I_e", 1e25, "t_ref", 0.0), List.of(), CONTINUOUS);
    InvalidNetworkException failure =
        assertThrows(InvalidNetworkException.class, () -> simulation.run(RunListener.NONE));
    assertTrue(failure.getMessage().startsWith("neurons.neuron[0]: "), failure.getMessage());
    assertTrue(failure.getMessage().contains("longer t_ref"), failure.getMessage());
  }

  /** Conductances a thousand times the leak: still a few steps within each of the grid. */
  @ParameterizedTest
  @ValueSource(strings = {"iaf_cond_exp", "iaf_cond_alpha", "aeif_cond_exp"})
  void shouldFollowConductancesOfTenThousandNanosiemens(String model) {
    List<Input> inputs =
        List.of(train("in", null, -1e4, 5, 40), train("ex", null, 1e4, 20, 20, 60, 61));
    double[] exact = spikes(model, Map.of(), inputs, CONTINUOUS);
    assertTrue(exact.length > 1, exact.length + " spikes");
    for (double step : new double[] {1, 0.1, 0.01}) {
      for (double time : spikes(model, Map.of(), inputs, grid(step))) {
        assertTrue(time > 20 && time < 85, model + " fires at " + time + " ms");
      }
    }
    assertArrayEquals(
        new double[] {exact[0]},
        new double[] {spikes(model, Map.of(), inputs, grid(0.01))[0]},
        0.02);
  }

  /** Wang (1999), equations 2 to 6 of the NMDA receptor, for a synapse of 200 nS. */
  @Test
  void shouldSaturateNmdaReceptorsAsPublished() {
    double[] times = {5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45, 49, 53, 57, 61};
    List<Input> inputs =
        List.of(
            train("nmda", "NMDA", 200, times),
            train("ampa", "AMPA", 20, 30, 50),
            train("gaba", "GABA", 15, 40));
    double[] own = spikes("iaf_bw_2001_exact", Map.of("g_NMDA_1", 200.0), inputs, CONTINUOUS);
    ReferenceNeuron reference =
        new ReferenceNeuron(
            (y, current, dy) -> {
              double block = 1 / (1 + Math.exp(-0.062 * y[0]) / 3.57);
              double flow = (y[1] + 200 * y[4] * block) * y[0] + y[2] * (y[0] + 70);
              dy[0] = (-25 * (y[0] + 70) - flow) / 500;
              dy[1] = -y[1] / 2;
              dy[2] = -y[2] / 5;
              dy[3] = -y[3] / 2;
              dy[4] = -y[4] / 100 + 0.5 * y[3] * (1 - y[4]);
            },
            new double[] {-70, 0, 0, 0, 0},
            -55,
            -60,
            2,
            y -> {});
    for (int moment = 1; moment <= 100; moment++) {
      reference.to(moment);
      int at = moment - 1;
      if (Arrays.binarySearch(times, at) >= 0) {
        reference.y[3] += 1;
      }
      if (at == 30 || at == 50) {
        reference.y[1] += 20;
      }
      if (at == 40) {
        reference.y[2] += 15;
      }
    }
    assertTrue(own.length > 3, own.length + " spikes");
    assertArrayEquals(reference.spikes.stream().mapToDouble(time -> time).toArray(), own, 1e-9);
  }

  /** As NEST records it: all of it at the spike, 0 when the neuron is free again. */
  @ParameterizedTest
  @CsvSource({
    "iaf_cond_alpha, I_e, true", "iaf_cond_alpha, I_e, false",
    "iaf_cond_beta, I_e, true", "iaf_cond_alpha_mc, soma_I_e, true"
  })
  void shouldTellTheRefractoryTimeThatIsLeft(String model, String current, boolean onGrid) {
    Network network =
        new Network(
            List.of(new Population("neuron", 1, model, Map.of(current, Distribution.of(600)))),
            List.of(),
            List.of());
    RunResult result =
        Engines.build(
                network,
                onGrid ? grid(0.1) : CONTINUOUS,
                new Recording(
                    List.of(ONE),
                    List.of(new Recording.Trace(ONE, List.of("t_ref_remaining"), 0.1)),
                    List.of(),
                    List.of()),
                RunListener.NONE)
            .run(RunListener.NONE);
    double[] times = result.traces().get(0).times();
    double[] left = result.traces().get(0).values()[0][0];
    double[] spikes = result.spikes().get(0).times();
    assertTrue(spikes.length > 2, spikes.length + " spikes");
    int held = 0;
    for (int i = 0; i < times.length; i++) {
      double expected = 0;
      for (double spike : spikes) {
        if (spike < times[i] + 1e-9) {
          expected = Math.max(0, spike + 2 - times[i]);
        }
      }
      assertEquals(expected, left[i], 1e-9, "at " + times[i]);
      held += left[i] > 1e-9 ? 1 : 0;
    }
    assertTrue(held > 20, held + " samples while refractory");
  }

  /** In continuous time and on the grid, to the bit. */
  @ParameterizedTest
  @CsvSource({"iaf_cond_exp, true", "iaf_cond_exp, false"})
  void shouldFireAlikeOnAnyNumberOfThreads(String model, boolean onGrid) {
    SpikeList one = network(model, onGrid, 1);
    assertTrue(one.size() > 100, one.size() + " spikes");
    for (int threads = 2; threads <= 3; threads++) {
      SpikeList more = network(model, onGrid, threads);
      assertArrayEquals(one.neurons(), more.neurons(), threads + " threads");
      assertArrayEquals(one.times(), more.times(), 0, threads + " threads");
    }
  }

  private static SpikeList network(String model, boolean onGrid, int threads) {
    return Engines.build(
            NestNetwork.of(model, 3),
            onGrid
                ? new RunSettings(0.1, 0, 100, 1, threads)
                : RunSettings.continuous(0, 100, 1, threads),
            Recording.spikesOf(List.of(NestNetwork.ALL)),
            RunListener.NONE)
        .run(RunListener.NONE)
        .spikes()
        .get(0);
  }
}
