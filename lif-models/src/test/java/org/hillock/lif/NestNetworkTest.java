package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network of 60 neurons with explicit edges against NEST, spike by spike. */
class NestNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_delta, 0.4, 1",
    "iaf_psc_delta, 0.4, 3",
    "iaf_psc_exp, 120, 1",
    "iaf_psc_exp, 120, 2",
    "iaf_cond_exp, 1, 1",
    "iaf_cond_exp, 1, 2"
  })
  void shouldFireEverySpikeThatNestFires(String model, double weightScale, int threads) {
    Network network = NestNetwork.of(model, weightScale);
    RunResult result =
        Engines.build(
                network,
                new RunSettings(0.1, 0, 400, 1, threads),
                Recording.spikesOf(List.of(NestNetwork.ALL)),
                RunListener.NONE)
            .run(RunListener.NONE);

    List<String> expected =
        NestData.rows("net_" + model + "_spikes").stream()
            .map(row -> Math.round(row[0] * 10) + " " + (int) row[1])
            .sorted()
            .toList();
    SpikeList spikes = result.spikes().get(0);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < spikes.size(); i++) {
      found.add(Math.round(spikes.times()[i] * 10) + " " + spikes.neurons()[i]);
    }
    assertEquals(expected, found.stream().sorted().toList());
  }
}
