package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.memory.MemoryEstimate;
import org.hillock.engine.memory.OutOfMemoryEstimateException;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the estimate knows, in numbers that follow from the description. */
class MemoryEstimateTest {

  private static MemoryEstimate estimate(Network network, Recording recording, double step) {
    return estimate(network, recording, step, 100);
  }

  private static MemoryEstimate estimate(
      Network network, Recording recording, double step, double duration) {
    return Engines.memory(
        network, new RunSettings(step, 0, duration, 1, 1), recording, ExpectedRates.of(network));
  }

  private static Network alone(Population population) {
    return new Network(List.of(population), List.of(), List.of());
  }

  private static Network volley(int sources, double... times) {
    Population source =
        new Population(
            "source", sources, "spike_generator", Map.of(), SpikeTrains.shared(times, sources));
    Population target = new Population("target", 1000, "iaf_psc_delta", Map.of());
    return new Network(
        List.of(source, target),
        List.of(),
        List.of(
            new Projection(
                "p",
                NeuronRange.all(source),
                NeuronRange.all(target),
                new ConnectionRule.FixedIndegree(500),
                Distribution.of(0.1),
                new Distribution.Uniform(0.5, 50),
                true,
                true,
                null)));
  }

  /** 500,000 synapses of as many delays: each spike waits as a segment of 8 bytes. */
  @Test
  void shouldKnowSpikesInFlight() {
    double once = estimate(volley(100_000, 10), Recording.nothing(), 0.1).flight().known();
    assertTrue(once >= 8 * 500_000 && once < 8 * 500_000 * 1.5 + 100_000 * 20, once + " bytes");
    double thrice =
        estimate(volley(100_000, 10, 11, 12), Recording.nothing(), 0.1).flight().known();
    assertEquals(3 * once, thrice, 1e-6 * thrice);
    double apart = estimate(volley(100_000, 10, 700), Recording.nothing(), 0.1).flight().known();
    assertEquals(once, apart, 1e-6 * once);
    assertTrue(estimate(volley(100_000, 10), Recording.nothing(), 0).flight().known() > 4e6);
  }

  /**
   * Intervals of 10 h in a run of 100 ms: three numbers a step of them would be 860 MB a neuron.
   */
  @ParameterizedTest
  @ValueSource(strings = {"eprop_iaf_bsshslm_2020", "eprop_readout_bsshslm_2020"})
  void shouldNotKeepAPastThatIsLongerThanTheRun(String model) {
    Map<String, Distribution> ten = Map.of("eprop_update_interval", Distribution.of(3.6e7));
    Population population = new Population("p", 10, model, ten);
    Network network = alone(population);
    double bytes = estimate(network, Recording.nothing(), 1).totalBytes();
    assertTrue(bytes < 1e6, bytes + " bytes");
    Engines.build(network, new RunSettings(1, 0, 100, 1, 1), Recording.nothing(), RunListener.NONE)
        .run(RunListener.NONE);
  }

  @Test
  void shouldCountATrainThatIsSharedOnce() {
    double[] train = new double[100_000];
    for (int i = 0; i < train.length; i++) {
      train[i] = 0.1 * (i + 1);
    }
    Population shared =
        new Population("g", 1000, "spike_generator", Map.of(), SpikeTrains.shared(train, 1000));
    double bytes = estimate(alone(shared), Recording.nothing(), 0.1).neuronBytes();
    assertTrue(bytes > 8e5 && bytes < 3e6, bytes + " bytes");
    Population own =
        new Population(
            "g",
            1000,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(Collections.nCopies(1000, train)));
    assertTrue(estimate(alone(own), Recording.nothing(), 0.1).neuronBytes() > 8e8);
  }

  /** At least 8 bytes for each neuron and value that is drawn, and no kernel for each. */
  @ParameterizedTest
  @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha"})
  void shouldKnowParametersThatDiffer(String model) {
    Population same = new Population("c", 10_000, model, Map.of());
    Population differ =
        new Population("c", 10_000, model, Map.of("I_e", new Distribution.Normal(100, 10)));
    double more =
        estimate(alone(differ), Recording.nothing(), 0.1).neuronBytes()
            - estimate(alone(same), Recording.nothing(), 0.1).neuronBytes();
    assertTrue(more >= 8 * 10_000 && more <= 32 * 10_000, more + " bytes");
  }

  @Test
  void shouldKnowRecordedState() {
    Population cells = new Population("c", 1000, "iaf_psc_exp", Map.of());
    Recording recording =
        new Recording(
            List.of(),
            List.of(new Recording.Trace(NeuronRange.all(cells), List.of("V_m", "I_syn_ex"), 0.1)),
            List.of(),
            List.of());
    assertEquals(8.0 * 2 * 1000 * 1000, estimate(alone(cells), recording, 0.1).recordBytes(), 1);
  }

  /** What goes to files takes memory on its way there, however long the run is. */
  @Test
  void whatIsStreamedDoesNotGrowWithTime() {
    Population cells = new Population("c", 1000, "iaf_psc_exp", Map.of());
    Recording streamed =
        new Recording(
                List.of(NeuronRange.all(cells)),
                List.of(new Recording.Trace(NeuronRange.all(cells), List.of("V_m"), 0.1)),
                List.of(),
                List.of(new Recording.Rate("c", 0.1)))
            .asStream();
    MemoryEstimate day = estimate(alone(cells), streamed, 0.1, 24 * 3_600_000);
    MemoryEstimate hour = estimate(alone(cells), streamed, 0.1, 3_600_000);
    assertEquals(day.recordBytes(), hour.recordBytes());
    assertEquals(0, day.spikeBytes());
    assertTrue(hour.recordBytes() < 50e6, hour.recordBytes() + " bytes");
    assertTrue(estimate(alone(cells), streamed.inMemory(), 0.1, 60_000).recordBytes() > 4e9);
  }

  /** A trace of 800 GB is refused before anything is allocated. */
  @Test
  void shouldRefuseWhatCannotFit() {
    Population cells = new Population("c", 1_000_000, "iaf_psc_exp", Map.of());
    Recording recording =
        new Recording(
            List.of(),
            List.of(new Recording.Trace(NeuronRange.all(cells), List.of("V_m"), 0.1)),
            List.of(),
            List.of());
    RunSettings settings = new RunSettings(0.1, 0, 10_000, 1, 1);
    assertThrows(
        OutOfMemoryEstimateException.class,
        () -> Engines.build(alone(cells), settings, recording, RunListener.NONE));
  }
}
