package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.estimate.CostEstimate;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is outside the chip counts at the rate that the network itself tells. */
class InputRatesTest {

  private final Population cells = new Population("cells", 3, "iaf_psc_delta", Nets.delta());

  private static Population poisson(double rate) {
    return new Population("noise", 2, "poisson_generator", Map.of("rate", Distribution.of(rate)));
  }

  private Mapping mapping(double rate) {
    Population noise = poisson(rate);
    Population trains =
        new Population(
            "trains",
            2,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(List.of(new double[] {10, 20, 30}, new double[] {200})));
    Population relay = new Population("relay", 1, "parrot_neuron", Map.of());
    Network network =
        new Network(
            List.of(relay, cells, noise, trains),
            List.of(
                new Input.Spikes(
                    "volley",
                    List.of(NeuronRange.all(cells)),
                    SpikeTrains.of(List.of(new double[] {1, 2, 3, 4})),
                    Distribution.of(1),
                    0.1)),
            List.of(
                Nets.projection(noise, relay, new ConnectionRule.AllToAll(), 1, 0.1),
                Nets.projection(trains, relay, new ConnectionRule.AllToAll(), 1, 0.1),
                Nets.projection(relay, cells, new ConnectionRule.AllToAll(), 1, 0.1)));
    return Nets.compile(network, Profiles.loihi());
  }

  @Test
  void shouldCountInputsAtTheirOwnRates() {
    Mapping mapping = mapping(700);
    Numbering numbering = mapping.numbering();
    double[] rates = mapping.activity().rates();
    assertEquals(700, rates[numbering.sourceOf(2, 1)]);
    // Up to the last spike of the network at 200 ms.
    assertEquals(15, rates[numbering.sourceOf(3, 0)], 1e-9);
    assertEquals(5, rates[numbering.sourceOf(3, 1)], 1e-9);
    assertEquals(20, rates[numbering.sourceOfTrain(0, 0)], 1e-9);
    assertEquals(2 * 700 + 15 + 5, rates[numbering.sourceOf(0, 0)], 1e-9);
    assertEquals(10, rates[numbering.sourceOf(1, 2)]);
  }

  /** Three neurons get each spike of the parrot and of the volley. */
  @Test
  void shouldEstimateTheEventsThatInputsMake() {
    for (double rate : new double[] {0, 700, 20_000}) {
      CostEstimate estimate = mapping(rate).estimate();
      double events =
          estimate.operations().stream()
              .filter(operation -> operation.name().equals("synaptic events"))
              .mapToDouble(CostEstimate.Operation::perSecond)
              .sum();
      assertEquals(3 * (2 * rate + 20 + 20), events, 1e-6);
    }
  }

  private Mapping driven(double start, double stop, double @Nullable [] volley) {
    List<NeuronRange> all = List.of(NeuronRange.all(cells));
    Population noise =
        new Population(
            "noise",
            2,
            "poisson_generator",
            Map.of(
                "rate", Distribution.of(1000),
                "start", Distribution.of(start),
                "stop", Distribution.of(stop)));
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.Poisson("drive", all, 400, Distribution.of(1), 0.1, start, stop));
    if (volley != null) {
      inputs.add(
          new Input.Spikes(
              "volley", all, SpikeTrains.of(List.of(volley)), Distribution.of(1), 0.1));
    }
    return Nets.compile(
        new Network(
            List.of(cells, noise),
            inputs,
            List.of(Nets.projection(noise, cells, new ConnectionRule.AllToAll(), 1, 0.1))),
        Profiles.loihi());
  }

  private static List<String> said(Mapping mapping) {
    return mapping.reports().warnings().stream()
        .filter(warning -> warning.contains("energy and loads"))
        .map(warning -> warning.substring(0, warning.indexOf(',')))
        .toList();
  }

  /** (50 ms, 100 ms] is a quarter of the 200 ms until the last given spike. */
  @Test
  void shouldCountPoissonSpikesOnlyWhileTheyAreSent() {
    Mapping mapping = driven(50, 100, new double[] {3, 200});
    Numbering numbering = mapping.numbering();
    assertEquals(250, mapping.activity().rates()[numbering.sourceOf(1, 0)], 1e-9);
    assertEquals(100, mapping.activity().rates()[numbering.sourceOfTrain(0, 2)], 1e-9);
    assertEquals(List.of(), said(mapping));
  }

  @Test
  void shouldSayWhereNoTimeIsKnownInWhichPoissonSpikesAreSent() {
    Mapping mapping = driven(50, 100, null);
    Numbering numbering = mapping.numbering();
    assertEquals(1000, mapping.activity().rates()[numbering.sourceOf(1, 0)], 1e-9);
    assertEquals(400, mapping.activity().rates()[numbering.sourceOfTrain(0, 2)], 1e-9);
    assertEquals(
        List.of(
            "neurons.noise: energy and loads count its full rate",
            "inputs.drive: energy and loads count its full rate"),
        said(mapping));
    assertEquals(List.of(), said(driven(0, Double.MAX_VALUE, null)));
  }

  @Test
  void shouldSayThatPoissonSpikesComeAfterTheTimeThatIsCounted() {
    Mapping mapping = driven(50, 100, new double[] {20});
    assertEquals(0, mapping.activity().rates()[mapping.numbering().sourceOf(1, 0)], 1e-9);
    assertEquals(
        List.of("neurons.noise: not in energy and loads", "inputs.drive: not in energy and loads"),
        said(mapping));
  }
}
