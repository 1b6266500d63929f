package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
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
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One plastic synapse between fixed spike trains against NEST, weight by weight. A step of 0 is
 * continuous time.
 */
class NestStdpTest {

  private static final double DELAY = 1.0;

  @ParameterizedTest
  @CsvSource({
    "stdp_additive, 0, 0.1",
    "stdp_multiplicative_rubin, 1, 0.1",
    "stdp_guetig_mu0.4, 0.4, 0.1",
    "stdp_additive, 0, 0",
    "stdp_multiplicative_rubin, 1, 0",
    "stdp_guetig_mu0.4, 0.4, 0"
  })
  void shouldChangeTheWeightAsNestDoes(String reference, double mu, double step)
      throws IOException {
    List<String[]> rows = rows(reference);
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
                    Distribution.of(50),
                    Distribution.of(DELAY),
                    true,
                    true,
                    new Plasticity(
                        "stdp",
                        Map.of(
                            "lambda", 0.01,
                            "alpha", 1.05,
                            "tau_plus", 20.0,
                            "tau_minus", 30.0,
                            "W_max", 100.0,
                            "mu_plus", mu,
                            "mu_minus", mu)))));
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
        rows("stdp_trains").stream()
            .filter(row -> row[0].equals(kind))
            .mapToDouble(row -> Double.parseDouble(row[1]))
            .toArray();
    return new Population(kind, 1, "spike_generator", Map.of(), SpikeTrains.of(List.of(times)));
  }

  private static List<String[]> rows(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        NestStdpTest.class.getResourceAsStream("nest/" + name + ".csv.gz"), name)),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",")).toList();
    }
  }
}
