package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;

/** What stays outside the chip is in the file too. */
class PortsTest {

  private final Population trains =
      new Population(
          "trains",
          2,
          "spike_generator",
          Map.of(),
          SpikeTrains.of(List.of(new double[] {1, 1.01, 1.1, 2}, new double[] {3})));
  private final Population noise =
      new Population(
          "noise",
          1,
          "poisson_generator",
          Map.of(
              "rate", Distribution.of(20),
              "start", Distribution.of(5),
              "stop", Distribution.of(9)));
  private final Population relay = new Population("relay", 1, "parrot_neuron", Map.of());
  private final Population cells = new Population("cells", 2, "iaf_psc_delta", Nets.delta());

  private JsonObject mapping() throws IOException {
    List<NeuronRange> all = List.of(NeuronRange.all(cells));
    Network network =
        new Network(
            List.of(trains, noise, relay, cells),
            List.of(
                new Input.Poisson("drive", all, 100, Distribution.of(1), 1, 2, 4),
                new Input.Spikes(
                    "volley",
                    all,
                    SpikeTrains.of(List.of(new double[] {1, 1.01, 1.01})),
                    Distribution.of(1),
                    0.5)),
            List.of(
                Nets.projection(trains, relay, new ConnectionRule.AllToAll(), 1, 0.7),
                Nets.projection(noise, cells, new ConnectionRule.AllToAll(), 1, 0.3),
                Nets.projection(relay, cells, new ConnectionRule.AllToAll(), 1, 0.1)));
    return ReadMapping.of(ReadMapping.text(Nets.compile(network, Profiles.loihi()))).json;
  }

  private static JsonObject port(JsonObject mapping, int index) {
    JsonObject port = mapping.getAsJsonArray("inputs").get(index).getAsJsonObject();
    assertEquals(index, port.get("port").getAsInt());
    return port;
  }

  @Test
  void shouldNumberPortsOfPopulationsThenOfInputs() throws IOException {
    JsonObject mapping = mapping();
    List<String> names = List.of("trains", "trains", "noise", "relay", "drive", "drive", "volley");
    assertEquals(names.size(), mapping.getAsJsonArray("inputs").size());
    for (int i = 0; i < names.size(); i++) {
      assertEquals(names.get(i), port(mapping, i).get("name").getAsString());
    }
  }

  @Test
  void shouldFireAsOftenAsItIsSaidAtTheEndOfEachStep() throws IOException {
    JsonObject mapping = mapping();
    assertEquals("[10,11,11,20]", port(mapping, 0).getAsJsonArray("steps").toString());
    // 1 ms and 0.5 ms of delay are step 15, 1.01 ms and it step 16; a port fires one step before.
    assertEquals("[14,15,15]", port(mapping, 6).getAsJsonArray("steps").toString());
  }

  private JsonObject coarse(Network network) throws IOException {
    return ReadMapping.of(ReadMapping.text(Nets.compile(network, Profiles.loihi(), 1, false))).json;
  }

  @Test
  void shouldLoseNoSpikeOfAnInputOnACoarseStep() throws IOException {
    SpikeTrains times = SpikeTrains.of(List.of(new double[] {0.1, 0.4, 0.6, 1.2, 5}));
    Network network =
        new Network(
            List.of(cells),
            List.of(
                new Input.Spikes(
                    "volley", List.of(NeuronRange.all(cells)), times, Distribution.of(1), 0.4)),
            List.of());
    // With the delay 0.5, 0.8, 1.0, 1.6 and 5.4 ms: arrives in steps 1, 1, 1, 2 and 6.
    assertEquals("[0,0,0,1,5]", port(coarse(network), 0).getAsJsonArray("steps").toString());
    assertTrue(
        Nets.compile(network, Profiles.loihi(), 1, false)
            .reports()
            .warnings()
            .contains("inputs.volley: spikes are up to 0.6 ms later, at a step of 1 ms"));
  }

  @Test
  void shouldLetAGeneratorFireAsOftenInACoarseStepAsOnTheGrid() throws IOException {
    Population generator =
        new Population(
            "generator",
            1,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(List.of(new double[] {0.1, 0.4, 0.41, 0.6, 5})));
    Network network =
        new Network(
            List.of(generator, noise, cells),
            List.of(),
            List.of(Nets.projection(generator, cells, new ConnectionRule.AllToAll(), 1, 1)));
    JsonObject mapping = coarse(network);
    assertEquals("[1,1,1,1,5]", port(mapping, 0).getAsJsonArray("steps").toString());
  }

  @Test
  void shouldRoundStartAndDelayOfAPoissonInputTogether() throws IOException {
    List<NeuronRange> all = List.of(NeuronRange.all(cells));
    Network network =
        new Network(
            List.of(cells),
            List.of(
                new Input.Poisson("late", all, 100, Distribution.of(1), 0.4, 2.4, 8.4),
                new Input.Poisson("brief", all, 100, Distribution.of(1), 0.1, 2, 2.2)),
            List.of());
    JsonObject mapping = coarse(network);
    // (2.8 ms, 8.8 ms]: the first arrives at 2.9 ms, in step 3, the last in step 9.
    assertEquals(2, port(mapping, 0).get("firstStep").getAsInt());
    assertEquals(8, port(mapping, 0).get("lastStep").getAsInt());
    assertEquals(2, port(mapping, 2).get("firstStep").getAsInt());
    assertEquals(2, port(mapping, 2).get("lastStep").getAsInt());
  }

  /** (0.5 ms, 2.2 ms]: from 0.6 ms, in step 1, to 2.2 ms, in step 3. */
  @Test
  void shouldLetPoissonGeneratorsFireInTheStepsThatContainTheirSpikes() throws IOException {
    Network network =
        new Network(List.of(generator(0.5, 2.2), generator(0.5, 0.5), cells), List.of(), List.of());
    JsonObject mapping = coarse(network);
    assertEquals(1, port(mapping, 0).get("firstStep").getAsInt());
    assertEquals(3, port(mapping, 0).get("lastStep").getAsInt());
    assertEquals(1, port(mapping, 1).get("firstStep").getAsInt());
    assertEquals(0, port(mapping, 1).get("lastStep").getAsInt());
  }

  @Test
  void shouldSayTheDeadTimeOfAPort() throws IOException {
    Map<String, Distribution> parameters =
        Map.of("rate", Distribution.of(20), "dead_time", Distribution.of(3.25));
    Population dead = new Population("dead", 2, "poisson_generator", parameters);
    JsonObject mapping = coarse(new Network(List.of(dead, noise, cells), List.of(), List.of()));
    assertEquals(3.25, port(mapping, 1).get("deadTime_ms").getAsDouble());
    assertFalse(port(mapping, 2).has("deadTime_ms"));
  }

  private static Population generator(double start, double stop) {
    return new Population(
        "generator" + Math.round(stop * 10),
        1,
        "poisson_generator",
        Map.of(
            "rate",
            Distribution.of(20),
            "start",
            Distribution.of(start),
            "stop",
            Distribution.of(stop)));
  }

  @Test
  void shouldSayWhenPoissonPortsFire() throws IOException {
    JsonObject mapping = mapping();
    assertEquals(51, port(mapping, 2).get("firstStep").getAsInt());
    assertEquals(90, port(mapping, 2).get("lastStep").getAsInt());
    // (2 ms, 4 ms] and 1 ms of delay: arrives in steps 31 to 50, so fires in 30 to 49.
    assertEquals(30, port(mapping, 4).get("firstStep").getAsInt());
    assertEquals(49, port(mapping, 4).get("lastStep").getAsInt());
    assertEquals(100, port(mapping, 4).get("rate_Hz").getAsDouble());
  }

  @Test
  void shouldLeaveRelaysToTheHost() throws IOException {
    JsonObject mapping = mapping();
    assertEquals("relay", port(mapping, 3).get("kind").getAsString());
    assertFalse(port(mapping, 3).has("steps"));
    JsonArray synapses = mapping.getAsJsonArray("relaySynapses");
    assertEquals(2, synapses.size());
    JsonObject second = synapses.get(1).getAsJsonObject();
    assertEquals(1, second.get("from").getAsInt());
    assertEquals(3, second.get("to").getAsInt());
    assertEquals(7, second.get("delaySteps").getAsInt());
    assertEquals(0, port(mapping, 0).getAsJsonArray("axons").size());
    assertEquals(1, port(mapping, 3).getAsJsonArray("axons").size());
  }

  @Test
  void shouldSayWhatRelaysLose() throws IOException {
    Population twice =
        new Population(
            "twice",
            1,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(List.of(new double[] {1, 1, 1, 5})));
    Population fast =
        new Population("fast", 1, "poisson_generator", Map.of("rate", Distribution.of(20_000)));
    Network network =
        new Network(
            List.of(twice, fast, cells),
            List.of(),
            List.of(
                Nets.projection(twice, cells, new ConnectionRule.AllToAll(), 1, 20),
                Nets.projection(fast, cells, new ConnectionRule.AllToAll(), 1, 20)));
    List<String> warnings =
        Nets.compile(network, Profiles.loihi(), Nets.STEP, false).reports().warnings();
    String why =
        " and are lost; the relays that long delays need on the chip repeat one spike a step";
    assertTrue(
        warnings.contains("neurons.twice: 2 of 4 spikes share a step" + why), warnings.toString());
    // 1 - (1 - e^-2)/2
    assertTrue(
        warnings.contains("neurons.fast: 56.8 % of the spikes share a step" + why),
        warnings.toString());
  }
}
