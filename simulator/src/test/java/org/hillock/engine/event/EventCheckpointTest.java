package org.hillock.engine.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.grid.Networks;
import org.hillock.engine.run.MemoryCheckpoints;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;

/** What only continuous time has: spikes so near the end of a window that they wait. */
class EventCheckpointTest {

  private static final double DELAY = 1.5;
  private static final double WIDTH = DELAY * (1 - 0x1p-10);

  @Test
  void keepsASpikeThatMightStillBePrecededByOthersButForRounding() {
    double end = 5 * WIDTH;
    double late = end - 1e-10;
    Network network =
        new Network(
            List.of(Networks.population("pre", 1, 1), Networks.population("post", 1, 1)),
            List.of(Networks.spikes("pre", 1, 0, 2, late, 12)),
            List.of(
                Networks.projection(
                    Networks.range("pre", 0, 1),
                    Networks.range("post", 0, 1),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(1),
                    Distribution.of(DELAY))));
    Recording recording = Recording.spikesOf(List.of(Networks.range("pre", 0, 1)));
    MemoryCheckpoints saved = new MemoryCheckpoints();
    // The last window of this run is the one after the spike.
    EventSimulation first = build(network, recording, end + WIDTH / 2);
    first.run(RunListener.NONE, saved);
    EventSimulation second = build(network, recording, 20);
    second.restore(saved.last().bringing());
    SpikeList spikes = second.run(RunListener.NONE).spikes().get(0);
    assertArrayEquals(new double[] {late, 12}, spikes.times());
  }

  private static EventSimulation build(Network network, Recording recording, double duration) {
    RunSettings settings = RunSettings.continuous(0, duration, 1, 1);
    return EventSimulation.build(
        network, settings, recording, RunListener.NONE, SpikeExchange.OF_THREADS, 1);
  }
}
