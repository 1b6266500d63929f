package org.hillock.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What inputs refuse, and what they say of themselves. */
class InputTest {

  private static final List<NeuronRange> ALL = List.of(new NeuronRange("a", 0, 1));

  private static String refused(Executable executable) {
    return assertThrows(InvalidNetworkException.class, executable).getMessage();
  }

  /** No engine knows of a time before the run: such an input would lack its beginning. */
  @Test
  void shouldRefuseInputsThatBeginBeforeTheRun() {
    assertEquals(
        "inputs.dc.times: found -5.0 ms; allowed: times from 0 ms on",
        refused(() -> new Input.StepCurrent("dc", ALL, List.of(-5.0, 2.0), List.of(3.0, 1.0), 0)));
    assertEquals(
        "inputs.in.start: found -0.5 ms; allowed: a time from 0 ms on",
        refused(() -> new Input.Poisson("in", ALL, 500, Distribution.of(1), 0, -0.5, 20)));
    assertEquals(
        "inputs.noise.start: found -1.0 ms; allowed: a time from 0 ms on",
        refused(() -> new Input.NoiseCurrent("noise", ALL, 1, 1, 0.1, 0, -1, 20)));
  }

  private static final List<NeuronRange> FIVE =
      List.of(new NeuronRange("a", 2, 4), new NeuronRange("b", 0, 3));

  private static final Input.Poisson POISSON =
      new Input.Poisson("p", FIVE, 800, Distribution.of(2), 0.5, 10, 20);

  private static final Input.Spikes SPIKES =
      new Input.Spikes(
          "s",
          FIVE,
          SpikeTrains.of(List.of(new double[] {500, 100, 300, 200})),
          Distribution.of(3),
          0.7);

  private static final Input.StepCurrent CURRENT =
      new Input.StepCurrent("c", FIVE, List.of(4.0, 9.0), List.of(30.0, 10.0), 0.1);

  private static final Input.NoiseCurrent NOISE =
      new Input.NoiseCurrent("n", FIVE, 100, 50, 0.2, 0.3, 1, 2);

  private static Map<String, List<Double>> given(Input input) {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    input.givenTimes((name, time) -> times.computeIfAbsent(name, n -> new ArrayList<>()).add(time));
    return times;
  }

  @Test
  void hasATrainForEachTargetOnlyWhereTrainsAreDrawn() {
    assertEquals(5, POISSON.trains());
    assertEquals(3, POISSON.trainOf(3));
    assertEquals(1, SPIKES.trains());
    assertEquals(0, SPIKES.trainOf(3));
    assertEquals(0, CURRENT.trains());
    assertEquals(0, NOISE.trains());
  }

  @Test
  void weighsSpikesAndNotCurrents() {
    assertEquals(Distribution.of(2), POISSON.spikeWeight());
    assertEquals(Distribution.of(3), SPIKES.spikeWeight());
    assertNull(CURRENT.spikeWeight());
    assertNull(NOISE.spikeWeight());
  }

  @Test
  void expectsSpikesAtTheRateOfTheDescription() {
    assertEquals(800, POISSON.meanRate());
    assertEquals(8, SPIKES.meanRate(), 1e-12); // four spikes in half a second
    assertEquals(0, CURRENT.meanRate());
    assertEquals(0, NOISE.meanRate());
  }

  @Test
  void beginsWithTheFirstLevelOfACurrent() {
    assertEquals(30, CURRENT.firstCurrent());
    assertEquals(4, CURRENT.start());
    assertEquals(0, NOISE.firstCurrent());
    assertEquals(0, new Input.StepCurrent("c", FIVE, List.of(), List.of(), 0).firstCurrent());
  }

  @Test
  void tellsAllTimesThatWereGivenByTheirNames() {
    assertEquals(
        Map.of(
            "delay",
            List.of(0.5),
            "start",
            List.of(10.0),
            "stop",
            List.of(20.0),
            "period",
            List.of(Double.POSITIVE_INFINITY)),
        given(POISSON));
    assertEquals(Map.of("delay", List.of(0.7)), given(SPIKES));
    assertEquals(Map.of("delay", List.of(0.1), "times", List.of(4.0, 9.0)), given(CURRENT));
    assertEquals(
        Map.of(
            "delay",
            List.of(0.3),
            "start",
            List.of(1.0),
            "stop",
            List.of(2.0),
            "interval",
            List.of(0.2),
            "period",
            List.of(Double.POSITIVE_INFINITY)),
        given(NOISE));
  }
}
