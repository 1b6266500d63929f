package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.loihi.write.MappingSummary;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.junit.jupiter.api.Test;

/** Crossbars with types of axons: what is mapped obeys them, and what cannot be is refused. */
class CrossbarTest {

  private static ChipProfile trueNorth() throws IOException {
    return ProfileReader.find("truenorth");
  }

  private static Population population(String name, int size) {
    return new Population(name, size, "iaf_psc_delta", Nets.delta());
  }

  /** One source population for each weight, all onto the same targets. */
  private static Network fan(int size, double... weights) {
    List<Population> populations = new ArrayList<>();
    Population target = population("target", size);
    populations.add(target);
    List<Projection> projections = new ArrayList<>();
    for (double weight : weights) {
      Population source = population("source" + projections.size(), 10);
      populations.add(source);
      projections.add(Nets.projection(source, target, new ConnectionRule.AllToAll(), weight, 1.5));
    }
    return new Network(populations, List.of(), projections);
  }

  private static MappingException refusal(Network network, ChipProfile profile) {
    return assertThrows(MappingException.class, () -> Nets.compile(network, profile));
  }

  private static List<String> complaints(Network network, String text) throws IOException {
    MappingFile file = MappingFile.read("mapping.json", new StringReader(text));
    return MappingValidator.validate(file, network).complaints();
  }

  @Test
  void shouldGiveAxonsOfTheSameWeightsOneType() throws IOException {
    Network network = fan(30, 1, 2, 3, -2);
    Mapping mapping = Nets.compile(network, trueNorth());
    assertEquals(1, mapping.cores());
    assertEquals(4, mapping.used(0, Limit.AXON_TYPES));
    String text = ReadMapping.text(mapping);
    assertEquals(List.of(), complaints(network, text));
    JsonObject core = core(JsonParser.parseString(text).getAsJsonObject());
    for (int axon = 0; axon < 40; axon++) {
      JsonObject map = core.getAsJsonArray("synapseMap").get(axon).getAsJsonObject();
      assertEquals(axon / 10, map.get("axonType").getAsInt());
    }
    assertTrue(MappingSummary.of(mapping).contains("axon types"));
    Mapping loihi = Nets.compile(network, Profiles.loihi());
    assertFalse(MappingSummary.of(loihi).contains("axon types"));
    assertFalse(ReadMapping.text(loihi).contains("axonType\""));
  }

  @Test
  void shouldRefuseMoreWeightsOntoANeuronThanThereAreTypes() throws IOException {
    MappingException refusal = refusal(fan(30, 1, 2, 3, 4, -2), trueNorth());
    assertEquals("neurons.target", refusal.where());
    assertEquals("axon types", refusal.limit());
    assertEquals("5 for a single neuron", refusal.needed());
    assertEquals("4 per core", refusal.available());
  }

  /** Half of the targets need the same four types of axons, the others four that differ. */
  @Test
  void shouldCutWhereTypesRunOut() throws IOException {
    Population source = population("source", 8);
    Population target = population("target", 12);
    int[] sources = new int[96];
    int[] targets = new int[96];
    double[] weights = new double[96];
    for (int i = 0; i < 96; i++) {
      sources[i] = i % 8;
      targets[i] = i / 8;
      weights[i] = 1 + (targets[i] < 6 ? sources[i] / 2 : sources[i] % 4);
    }
    ConnectionRule rule = new ConnectionRule.Explicit(sources, targets, weights, null);
    Network network =
        new Network(
            List.of(source, target),
            List.of(),
            List.of(Nets.projection(source, target, rule, 1, 1.5)));
    Mapping mapping = Nets.compile(network, Profiles.with("synapse.axonTypes", 4));
    assertEquals(2, mapping.cores());
    assertEquals(4, mapping.used(0, Limit.AXON_TYPES));
    assertEquals(4, mapping.used(1, Limit.AXON_TYPES));
    assertEquals(List.of(), complaints(network, ReadMapping.text(mapping)));
    assertEquals(1, Nets.compile(network, Profiles.with("synapse.axonTypes", 8)).cores());
    assertEquals("axon types", refusal(network, Profiles.with("synapse.axonTypes", 3)).limit());
  }

  @Test
  void shouldRefuseAPairConnectedTwice() throws IOException {
    Population a = population("a", 5);
    Population b = population("b", 5);
    Network network =
        new Network(
            List.of(a, b),
            List.of(),
            List.of(
                Nets.projection(a, b, new ConnectionRule.AllToAll(), 1, 1.5),
                Nets.projection(a, b, new ConnectionRule.OneToOne(), 1, 1.5)));
    MappingException refusal = refusal(network, trueNorth());
    assertEquals("neurons.b", refusal.where());
    assertEquals("2, from a[0] to neuron 0", refusal.needed());
    assertTrue(refusal.remedy().contains("multapses: false"));
  }

  @Test
  void shouldRefuseAnAxonOfTwoDelays() throws IOException {
    Population a = population("a", 5);
    Population b = population("b", 5);
    Network network =
        new Network(
            List.of(a, b),
            List.of(),
            List.of(
                Nets.projection(a, a, new ConnectionRule.AllToAll(), 1, 0.5),
                Nets.projection(a, b, new ConnectionRule.AllToAll(), 1, 1.5)));
    MappingException refusal = refusal(network, trueNorth());
    assertEquals("neurons.b", refusal.where());
    assertEquals("2, of 5 and 15 steps, for the spikes of a[0]", refusal.needed());
  }

  @Test
  void shouldKeepTargetsOfANeuronOnOneCoreOrRefuse() throws IOException {
    Population a = population("a", 200);
    Population b = population("b", 100);
    Network layers =
        new Network(
            List.of(a, b),
            List.of(),
            List.of(Nets.projection(a, b, new ConnectionRule.AllToAll(), 1, 1.5)));
    Mapping mapping = Nets.compile(layers, trueNorth());
    assertEquals(2, mapping.cores());
    assertEquals(List.of(), complaints(layers, ReadMapping.text(mapping)));
    Population wide = population("wide", 300);
    Network tooWide =
        new Network(
            List.of(a, wide),
            List.of(),
            List.of(Nets.projection(a, wide, new ConnectionRule.AllToAll(), 1, 1.5)));
    MappingException refusal = refusal(tooWide, trueNorth());
    assertEquals("neurons.a", refusal.where());
    assertEquals("cores that a neuron reaches", refusal.limit());
    assertEquals("2 for neuron 0", refusal.needed());
    assertEquals("1 per neuron", refusal.available());
    assertTrue(refusal.remedy().contains("a copy of the neuron"));
  }

  private static JsonObject core(JsonObject mapping) {
    return mapping.getAsJsonArray("cores").get(0).getAsJsonObject();
  }

  @Test
  void shouldFindWhatBreaksTheCrossbar() throws IOException {
    Network network = fan(30, 1, 2, 3, -2);
    String text = ReadMapping.text(Nets.compile(network, trueNorth()));
    JsonObject types = JsonParser.parseString(text).getAsJsonObject();
    axon(types, 12).addProperty("axonType", 0);
    assertContains(complaints(network, types.toString()), "two weights for axons of type 0");
    axon(types, 12).addProperty("axonType", 4);
    assertContains(complaints(network, types.toString()), "input axon 12 is of type 4");
    JsonObject routes = JsonParser.parseString(text).getAsJsonObject();
    JsonArray axons = core(routes).getAsJsonArray("axons");
    axons.add(axons.get(0).deepCopy());
    assertContains(complaints(network, routes.toString()), "reaches more than 1 cores");
    JsonObject delays = JsonParser.parseString(text).getAsJsonObject();
    entry(delays).getAsJsonArray("dly").set(0, JsonParser.parseString("3"));
    assertContains(complaints(network, delays.toString()), "has 2 delays");
    JsonObject twice = JsonParser.parseString(text).getAsJsonObject();
    JsonObject block = core(twice).getAsJsonArray("synapses").get(0).getAsJsonObject();
    block.getAsJsonArray("entries").add(entry(twice).deepCopy());
    assertContains(complaints(network, twice.toString()), "meets compartment 0 twice");
  }

  private static JsonObject axon(JsonObject mapping, int axon) {
    return core(mapping).getAsJsonArray("synapseMap").get(axon).getAsJsonObject();
  }

  private static JsonObject entry(JsonObject mapping) {
    JsonObject block = core(mapping).getAsJsonArray("synapses").get(0).getAsJsonObject();
    return block.getAsJsonArray("entries").get(0).getAsJsonObject();
  }

  private static void assertContains(List<String> complaints, String part) {
    assertTrue(complaints.stream().anyMatch(one -> one.contains(part)), complaints.toString());
  }

  @Test
  void shouldTakeSynapsesOfAnyKindWhereNothingIsACrossbar() {
    Network network = Nets.sparse(60, 0.3);
    assertTrue(Nets.compile(network, Profiles.loihi()).synapses() > 0);
    MappingException refusal = refusal(network, Profiles.with("synapse.crossbar", true));
    assertEquals("synapses between two neurons", refusal.limit());
    Population a = population("a", 4);
    Network random =
        new Network(
            List.of(a),
            List.of(),
            List.of(
                Nets.projection(
                    a,
                    a,
                    new ConnectionRule.AllToAll(),
                    Distribution.of(1),
                    new Distribution.Uniform(0.1, 6))));
    assertEquals(
        "delays of an axon", refusal(random, Profiles.with("synapse.crossbar", true)).limit());
  }
}
