package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.hillock.engine.run.RunResult;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recurrent networks of 200 neurons that are programmes of Loihi 2. */
class AdaptingNetworksTest {

  static List<Network> networks() {
    return List.of(AdaptingNets.quadratic(), AdaptingNets.thresholds());
  }

  private static void assertSame(RunResult expected, RunResult found) {
    for (int p = 0; p < expected.spikes().size(); p++) {
      SpikeList a = expected.spikes().get(p);
      SpikeList b = found.spikes().get(p);
      assertTrue(a.size() > 100);
      assertArrayEquals(a.neurons(), b.neurons());
      assertArrayEquals(a.times(), b.times());
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void firesAtTheRatesOfTheGrid(Network network) {
    TwoEngines engines = new TwoEngines(network, 0.1, 1000);
    Recording what = engines.recording("exc");
    RunResult grid = engines.grid(what);
    RunResult chip = engines.chip(what, 1);
    for (int p = 0; p < 2; p++) {
      int spikes = grid.spikes().get(p).size();
      assertTrue(spikes > 400);
      assertEquals(spikes, chip.spikes().get(p).size(), 0.02 * spikes);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void firesTheSameOnTwoThreadsAndFromItsFile(Network network) throws IOException {
    TwoEngines engines = new TwoEngines(network, 0.1, 200);
    Recording what = engines.recording("exc");
    RunResult one = engines.chip(what, 1);
    assertSame(one, engines.chip(what, 2));
    assertSame(one, engines.written(what, 2));
  }
}
