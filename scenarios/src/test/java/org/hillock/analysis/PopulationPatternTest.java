package org.hillock.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;

/** Patterns of a population and how alike they are, where that is known. */
class PopulationPatternTest {

  private static final SpikeList SPIKES =
      new SpikeList(
          "x", new double[] {5, 10, 11, 50, 60, 100, 120, 150}, new int[] {3, 3, 4, 5, 3, 9, 4, 5});

  /** A window is open at its beginning; who fires twice is one neuron, who is not meant none. */
  @Test
  void activeIsWhoFiresAtAll() {
    assertEquals(0.5, PopulationPattern.activePart(SPIKES, 3, 7, new TimeWindow(0, 20)), 1e-15);
    assertEquals(0.25, PopulationPattern.activePart(SPIKES, 3, 7, new TimeWindow(5, 10)), 1e-15);
    assertEquals(0, PopulationPattern.activePart(SPIKES, 3, 7, new TimeWindow(70, 110)), 1e-15);
    assertEquals(0.75, PopulationPattern.activePart(SPIKES, 3, 7, new TimeWindow(0, 200)), 1e-15);
  }

  /** Of two neurons, or three, the direction is that of the sum of their unit vectors. */
  @Test
  void directionIsThatOfTheSum() {
    TimeWindow all = new TimeWindow(0, 100);
    assertEquals(90, direction(4, 1), 1e-12);
    assertEquals(45, direction(4, 0, 1), 1e-12);
    assertEquals(315, direction(4, 3, 0), 1e-12);
    assertEquals(Math.toDegrees(Math.atan(0.5)), direction(4, 0, 1, 0), 1e-12);
    assertTrue(Double.isNaN(direction(4)));
    SpikeList some = new SpikeList("x", new double[] {1, 2}, new int[] {12, 13});
    assertEquals(135, PopulationPattern.direction(some, 10, 18, all) + 22.5, 1e-12);
  }

  private static double direction(int size, int... neurons) {
    double[] times = new double[neurons.length];
    Arrays.setAll(times, i -> i + 1);
    SpikeList spikes = new SpikeList("x", times, neurons);
    return PopulationPattern.direction(spikes, 0, size, new TimeWindow(0, 100));
  }

  /** The mean of the rates of two trials, of 100 ms and 50 ms. */
  @Test
  void ratesAreMeansOverTrialsOfUnequalLength() {
    List<LabelledTrial> trials =
        List.of(
            new LabelledTrial(new TimeWindow(0, 100), "a"),
            new LabelledTrial(new TimeWindow(110, 160), "a"));
    double[] expected = {3 / 100.0 / 2, (1 / 100.0 + 1 / 50.0) / 2, (1 / 100.0 + 1 / 50.0) / 2, 0};
    assertArrayEquals(expected, PopulationPattern.rates(SPIKES, 3, 7, trials), 1e-15);
  }

  @Test
  void correlationIsPearsons() {
    double[] one = {1, 2, 3, 4};
    assertEquals(1, PopulationPattern.correlation(one, new double[] {5, 7, 9, 11}), 1e-14);
    assertEquals(0.6, PopulationPattern.correlation(one, new double[] {2, 1, 4, 3}), 1e-14);
    assertEquals(-1, PopulationPattern.correlation(one, new double[] {4, 3, 2, 1}), 1e-14);
    assertTrue(Double.isNaN(PopulationPattern.correlation(one, new double[] {2, 2, 2, 2})));
    assertTrue(Double.isNaN(PopulationPattern.correlation(new double[1], new double[1])));
  }
}
