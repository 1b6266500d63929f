package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Silent neurons are skipped, and nobody can tell. The reference is the same network with an input
 * of rate 0, which makes the engine update every neuron in every step.
 */
class SparseActivityTest {

  private static final int NEURONS = 6000;
  private static final NeuronRange CELLS = new NeuronRange("cells", 0, NEURONS);
  private static final NeuronRange DRIVE = new NeuronRange("drive", 0, 60);

  private static Network network(String model, double weight, boolean dense) {
    Map<String, Distribution> parameters =
        Map.of("V_m", new Distribution.Uniform(-70, -60), "I_e", Distribution.of(50));
    List<Input> inputs =
        dense
            ? List.of(
                new Input.Poisson(
                    "none",
                    List.of(CELLS),
                    0,
                    Distribution.of(weight),
                    0,
                    0,
                    Double.POSITIVE_INFINITY))
            : List.of();
    return new Network(
        List.of(
            new Population("cells", NEURONS, model, parameters),
            new Population("drive", 60, "poisson_generator", Map.of("rate", Distribution.of(4)))),
        inputs,
        List.of(
            projection("drive", DRIVE, 100, weight, new Distribution.Uniform(1, 9)),
            projection("recurrent", CELLS, 20, -0.2 * weight, Distribution.of(1.5))));
  }

  private static Projection projection(
      String name, NeuronRange source, int outdegree, double weight, Distribution delay) {
    return new Projection(
        name,
        source,
        CELLS,
        new ConnectionRule.FixedOutdegree(outdegree),
        Distribution.of(weight),
        delay,
        true,
        true,
        null);
  }

  private static RunResult run(Network network, int threads, boolean traces) {
    Recording recording =
        new Recording(
            List.of(CELLS, DRIVE),
            traces
                ? List.of(new Recording.Trace(new NeuronRange("cells", 0, 40), List.of("V_m"), 0.5))
                : List.of(),
            List.of(),
            List.of());
    return Engines.build(
            network, new RunSettings(0.1, 0, 1500, 7, threads), recording, RunListener.NONE)
        .run(RunListener.NONE);
  }

  @ParameterizedTest
  @CsvSource({"iaf_psc_delta, 9", "iaf_psc_exp, 1500", "iaf_psc_alpha, 700"})
  void theSpikesAreThoseOfAFullUpdate(String model, double weight) {
    RunResult sparse = run(network(model, weight, false), 2, true);
    RunResult full = run(network(model, weight, true), 2, true);
    assertTrue(full.spikes().get(0).size() > 200, full.spikes().get(0) + "");
    assertEquals(full.spikes(), sparse.spikes());
    for (int i = 0; i < 40; i++) {
      assertArrayEquals(
          full.traces().get(0).values()[0][i], sparse.traces().get(0).values()[0][i], 1e-10);
    }
  }

  @ParameterizedTest
  @CsvSource({"iaf_psc_delta, 9", "iaf_psc_exp, 1500", "iaf_psc_alpha, 700"})
  void neitherThreadsNorRecordingChangeAnything(String model, double weight) {
    RunResult one = run(network(model, weight, false), 1, true);
    RunResult three = run(network(model, weight, false), 3, true);
    RunResult unwatched = run(network(model, weight, false), 2, false);
    assertEquals(one.spikes(), three.spikes());
    assertEquals(one.spikes(), unwatched.spikes());
    for (int i = 0; i < 40; i++) {
      assertArrayEquals(
          one.traces().get(0).values()[0][i], three.traces().get(0).values()[0][i], 0);
    }
  }
}
