package org.hillock.engine.grid;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.projection;
import static org.hillock.engine.grid.Networks.range;
import static org.hillock.engine.grid.Networks.run;
import static org.hillock.engine.grid.Networks.spikes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.hillock.engine.run.RunResult;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a grid has: steps, and what rounds to them. */
class GridEngineTest {

  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.2, 2", "1.5, 15", "25.4, 254", "25.5, 255", "25.6, 256", "300, 3000"})
  void shouldDeliverASpikeAfterItsDelayAndNotBefore(double delay, int steps) {
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", 1, 1e9)),
            List.of(spikes("pre", 1, 0.1, 0.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, 1),
                    new ConnectionRule.OneToOne(),
                    Distribution.of(2.5),
                    Distribution.of(delay))));
    RunResult result = run(network, 310, 1);
    assertArrayEquals(new double[] {1.0}, result.spikes().get(0).times());
    double[] arrived = result.traces().get(1).values()[1][0];
    for (int i = 0; i < arrived.length; i++) {
      // Sample i is the step that ends at (i + 1) h; the spike was fired in step 10.
      assertEquals(i + 1 == 10 + steps ? 2.5 : 0, arrived[i], "step " + (i + 1));
    }
  }

  @Test
  void shouldRefuseADelayThatRoundsToNoStep() {
    Network network =
        new Network(
            List.of(population("a", 2, 1)),
            List.of(),
            List.of(
                projection(
                    range("a", 0, 2),
                    range("a", 0, 2),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(1),
                    Distribution.of(0.04))));
    InvalidNetworkException failure =
        assertThrows(InvalidNetworkException.class, () -> run(network, 1, 2));
    assertEquals(
        "synapses.synapses.delay: found 0.04 ms; allowed: from one step, 0.1 ms, to 3000.0 ms",
        failure.getMessage());
  }
}
