package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One synapse with dopamine against NEST. NEST takes some spikes in twice, see {@link
 * DopamineByHand}; so its weights are matched by its order of events, and ours by the equations,
 * both through the same arithmetic.
 */
class NestDopamineTest {

  private static double[] train(String kind, double delay) throws IOException {
    return NestFiles.rows("stdp_trains").stream()
        .filter(row -> row[0].equals(kind))
        .mapToDouble(row -> Double.parseDouble(row[1]) + delay)
        .toArray();
  }

  private static DopamineByHand byHand() throws IOException {
    return new DopamineByHand(train("pre", 0), train("post", 1), train("dopa", 1));
  }

  private static double[] nest() throws IOException {
    return NestFiles.rows("stdp_dopamine").stream()
        .mapToDouble(row -> Double.parseDouble(row[1]))
        .toArray();
  }

  @Test
  void nestTakesSpikesOfAnIntervalInTwice() throws IOException {
    double[] nest = nest();
    List<Double> inItsOrder = byHand().inIntervals(1, 1200);
    List<Double> exactly = byHand().exactly();
    for (int i = 0; i < nest.length; i++) {
      assertEquals(nest[i], inItsOrder.get(i), 1e-9, "spike " + i);
    }
    // Up to the first time that two spikes share an interval they are the same.
    for (int i = 0; i < 22; i++) {
      assertEquals(nest[i], exactly.get(i), 1e-9, "spike " + i);
    }
    assertTrue(nest[nest.length - 1] - exactly.get(nest.length - 1) > 0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0})
  void shouldChangeWeightAndEligibilityByTheEquations(double step) throws IOException {
    Network network =
        new Network(
            List.of(generator("pre"), generator("post"), generator("dopa")),
            List.of(),
            List.of(
                new Projection(
                    "synapse",
                    new NeuronRange("pre", 0, 1),
                    new NeuronRange("post", 0, 1),
                    new ConnectionRule.OneToOne(),
                    Distribution.of(35),
                    Distribution.of(1),
                    true,
                    true,
                    new Plasticity(
                        "stdp_dopamine",
                        Map.of("A_plus", 0.2, "A_minus", 0.1),
                        new NeuronRange("dopa", 0, 1)))));
    List<Double> moments = Arrays.stream(train("pre", 0)).boxed().toList();
    Recording recording =
        new Recording(
            List.of(),
            List.of(),
            List.of(new Recording.Weights("synapse", moments, true)),
            List.of());
    WeightTable table =
        Engines.build(network, new RunSettings(step, 0, 1200, 1, 1), recording, RunListener.NONE)
            .run(RunListener.NONE)
            .weights()
            .get(0);
    assertEquals(Set.of("c"), table.states().keySet());
    DopamineByHand byHand = byHand();
    List<Double> exactly = byHand.exactly();
    for (int i = 0; i < moments.size(); i++) {
      String when = "after the spike at " + moments.get(i);
      assertEquals(exactly.get(i), table.weights()[i][0], 1e-9, when);
      assertEquals(byHand.eligibilities().get(i), table.states().get("c")[i][0], 1e-9, when);
    }
  }

  private static Population generator(String kind) throws IOException {
    return new Population(
        kind, 1, "spike_generator", Map.of(), SpikeTrains.of(List.of(train(kind, 0))));
  }
}
