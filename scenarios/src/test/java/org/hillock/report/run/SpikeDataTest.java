package org.hillock.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hillock.plot.PlotData;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;

/** How many bytes spikes take, and what becomes of those that are too many. */
class SpikeDataTest {

  /** Spikes at random times of a run of ten seconds without a grid. */
  private static PlotData spikes(int neurons, int count) {
    SplittableRandom random = new SplittableRandom(7);
    double[] times = random.doubles(count, 0, 10_000).sorted().toArray();
    int[] who = random.ints(count, 0, neurons).toArray();
    PlotData.Group group = PlotData.Group.all("exc", neurons);
    return PlotData.ofSpikes(
        "", 0, 10_000, List.of(group), List.of(new SpikeList("exc", times, who)));
  }

  private static SpikeData data(PlotData spikes, int most) {
    return SpikeData.of(spikes, spikes.groups(), most);
  }

  @Test
  void shouldTakeAboutThreeBytesASpike() {
    SpikeData million = data(spikes(12_000, 1_000_000), SpikeData.MOST);
    assertEquals(1_000_000, million.kept());
    assertEquals(1, million.stride());
    assertTrue(million.bytes().length < 3_200_000, "bytes: " + million.bytes().length);
  }

  @Test
  void shouldKeepEverySoManythNeuronOfMore() {
    SpikeData part = data(spikes(1000, 50_000), 10_000);
    assertTrue(part.kept() <= 10_000 && part.kept() > 7000, "kept: " + part.kept());
    assertEquals(50_000, part.total());
    long expected = 0;
    SpikeList all = (SpikeList) spikes(1000, 50_000).spikes().get(0);
    for (int neuron : all.neurons()) {
      expected += neuron % part.stride() == 0 ? 1 : 0;
    }
    assertEquals(expected, part.kept());
  }

  @Test
  void shouldHoldNothingOfASilentNetwork() {
    SpikeData none = data(spikes(10, 0), 100);
    assertTrue(none.recorded());
    assertEquals(0, none.bytes().length);
    assertEquals(0, none.kept());
  }

  @Test
  void shouldKnowWhereNoSpikesWereRecorded() {
    PlotData spikes = spikes(10, 5);
    assertEquals(false, SpikeData.of(spikes, List.of()).recorded());
  }

  @Test
  void shouldNumberNeuronsThroughAllPopulations() {
    SpikeList first = new SpikeList("a", new double[] {1, 200}, new int[] {3, 4});
    SpikeList second = new SpikeList("b", new double[] {1}, new int[] {130});
    PlotData data =
        PlotData.ofSpikes(
            "",
            0,
            300,
            List.of(new PlotData.Group("a", 3, 5), PlotData.Group.all("b", 200)),
            List.of(first, second));
    // 1 ms is 1000 ticks of a microsecond: 0x3e8 = 7 * 128 + 104; 132 = 128 + 4;
    // 199 ms are 199000 = 12 * 16384 + 18 * 128 + 88.
    byte[] expected = {
      (byte) (104 | 128), 7, 0, 0, (byte) (4 | 128), 1, (byte) (88 | 128), (byte) (18 | 128), 12, 1
    };
    assertEquals(
        Arrays.toString(expected), Arrays.toString(SpikeData.of(data, data.groups()).bytes()));
  }
}
