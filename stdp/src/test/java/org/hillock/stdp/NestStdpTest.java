package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One plastic synapse between fixed spike trains against NEST, weight by weight. A step of 0 is
 * continuous time.
 */
class NestStdpTest {

  private static final double DELAY = 1.0;

  private static final String PAIR =
      "lambda=0.01 alpha=1.05 tau_plus=20 tau_minus=30 W_max=100 mu_plus=0 mu_minus=0";

  /** A run of NEST: its file, the rule, the first weight, parameters. */
  private record Run(String reference, String rule, double weight, String parameters) {

    Plasticity plasticity() {
      Map<String, Double> values = new HashMap<>();
      for (String each : parameters.split(" ")) {
        String[] parts = each.split("=");
        values.put(parts[0], Double.valueOf(parts[1]));
      }
      return new Plasticity(rule, values);
    }
  }

  private static final List<Run> RUNS =
      List.of(
          new Run("stdp_additive", "stdp", 50, PAIR),
          new Run("stdp_multiplicative_rubin", "stdp", 50, PAIR.replace("us=0", "us=1")),
          new Run("stdp_guetig_mu0.4", "stdp", 50, PAIR.replace("us=0", "us=0.4")),
          new Run("stdp_nn_symm", "stdp_nn_symm", 50, PAIR),
          new Run("stdp_nn_restr", "stdp_nn_restr", 50, PAIR),
          new Run("stdp_nn_pre_centered", "stdp_nn_pre_centered", 50, PAIR),
          new Run(
              "stdp_pl_powerlaw",
              "stdp_pl",
              45,
              "lambda=0.1 alpha=0.0513 mu=0.4 tau_plus=15 tau_minus=30"),
          new Run(
              "stdp_triplet",
              "stdp_triplet",
              1,
              "tau_plus=16.8 tau_plus_triplet=101 tau_minus=33.7 tau_minus_triplet=125 Aplus=0.005"
                  + " Aplus_triplet=0.0062 Aminus=0.007 Aminus_triplet=0.00023 W_max=100"),
          new Run(
              "vogels_sprekeler", "vogels_sprekeler", 10, "tau=20 eta=0.01 alpha=0.12 W_max=100"));

  static Stream<Arguments> runs() {
    return RUNS.stream()
        .flatMap(run -> Stream.of(0.1, 0.0).map(step -> Arguments.of(run.reference, run, step)));
  }

  @ParameterizedTest(name = "{0}, step {2}")
  @MethodSource("runs")
  void shouldChangeTheWeightAsNestDoes(String reference, Run run, double step) throws IOException {
    List<String[]> rows = NestFiles.rows(reference);
    // All of the delay is dendritic, so a presynaptic spike reaches the synapse when it is fired.
    double[] readAt = rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
    Network network =
        new Network(
            List.of(generator("pre"), generator("post")),
            List.of(),
            List.of(
                new Projection(
                    "synapse",
                    new NeuronRange("pre", 0, 1),
                    new NeuronRange("post", 0, 1),
                    new ConnectionRule.OneToOne(),
                    Distribution.of(run.weight),
                    Distribution.of(DELAY),
                    true,
                    true,
                    run.plasticity())));
    Recording recording =
        new Recording(
            List.of(),
            List.of(),
            List.of(new Recording.Weights("synapse", Arrays.stream(readAt).boxed().toList())),
            List.of());
    RunResult result =
        Engines.build(network, new RunSettings(step, 0, 1200, 1, 1), recording, RunListener.NONE)
            .run(RunListener.NONE);

    WeightTable weights = result.weights().get(0);
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(
          Double.parseDouble(rows.get(i)[1]),
          weights.weights()[i][0],
          1e-9,
          reference + " after the spike at " + rows.get(i)[0] + " ms");
    }
  }

  private static Population generator(String kind) throws IOException {
    double[] times =
        NestFiles.rows("stdp_trains").stream()
            .filter(row -> row[0].equals(kind))
            .mapToDouble(row -> Double.parseDouble(row[1]))
            .toArray();
    return new Population(kind, 1, "spike_generator", Map.of(), SpikeTrains.of(List.of(times)));
  }
}
