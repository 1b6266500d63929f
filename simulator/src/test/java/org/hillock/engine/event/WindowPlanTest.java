package org.hillock.engine.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.grid.Networks;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.record.Recording;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of more windows than can be is refused before it begins. */
class WindowPlanTest {

  @ParameterizedTest
  @CsvSource({
    "1e-17, 120000, 'synapses.synapses.delay: found 1.0E-17 ms, by which the run of 120000.0 ms is"
        + " cut into windows; allowed: 0 ms, or at least 1.2E-6 ms'",
    "5, 1e17, 'time.duration: found 1.0E17 ms in all; allowed: at most 2.0E11 ms'"
  })
  void shouldRefuseMoreWindowsThanThereCanBe(double delay, double duration, String message) {
    NeuronRange all = new NeuronRange("cells", 0, 2);
    Network network =
        new Network(
            List.of(Networks.population("cells", 2, 1)),
            List.of(),
            List.of(
                new Projection(
                    "synapses",
                    all,
                    all,
                    new ConnectionRule.OneToOne(),
                    Distribution.of(1),
                    Distribution.of(delay),
                    true,
                    true,
                    null)));
    InvalidNetworkException failure =
        assertThrows(
            InvalidNetworkException.class,
            () ->
                EventSimulation.build(
                    network,
                    RunSettings.continuous(0, duration, 1, 1),
                    Recording.nothing(),
                    RunListener.NONE,
                    SpikeExchange.OF_THREADS));
    assertEquals(message, failure.getMessage());
  }
}
