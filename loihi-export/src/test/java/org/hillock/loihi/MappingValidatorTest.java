package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The validator finds nothing wrong with what the compiler makes, and finds what is made wrong. */
class MappingValidatorTest {

  private static MappingValidator.Result validate(Network network, String text) throws IOException {
    return MappingValidator.validate(
        MappingFile.read("mapping.json", new StringReader(text)), network);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.hillock.loihi.MappingTest#networks")
  void shouldFindEverySynapseOfWhatWasCompiled(String name, Network network, ChipProfile profile)
      throws IOException {
    Mapping mapping = Nets.compile(network, profile);
    MappingValidator.Result result = validate(network, ReadMapping.text(mapping));
    assertEquals(List.of(), result.complaints());
    assertEquals(mapping.cores(), result.cores());
    assertEquals(mapping.synapses(), result.matched());
  }

  private static JsonObject core(JsonObject mapping) {
    return mapping.getAsJsonArray("cores").get(0).getAsJsonObject();
  }

  private static JsonObject entry(JsonObject mapping) {
    return core(mapping)
        .getAsJsonArray("synapses")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("entries")
        .get(0)
        .getAsJsonObject();
  }

  private static void set(JsonArray array, int index, int value) {
    array.set(index, JsonParser.parseString(Integer.toString(value)));
  }

  static Stream<Arguments> wrongs() {
    return Stream.of(
        wrong(
            "a weight",
            mapping -> {
              JsonArray weights = entry(mapping).getAsJsonArray("wgt");
              set(weights, 0, weights.get(0).getAsInt() == 128 ? 64 : 128);
            },
            "no synapse of weight"),
        wrong(
            "a delay",
            mapping -> set(entry(mapping).getAsJsonArray("dly"), 0, 3),
            "no synapse of weight"),
        wrong(
            "a target",
            mapping -> {
              JsonArray targets = entry(mapping).getAsJsonArray("cIdx");
              set(targets, 0, targets.get(0).getAsInt() + 1);
            },
            "but not in the network"),
        wrong(
            "a target that is not there",
            mapping -> set(entry(mapping).getAsJsonArray("cIdx"), 0, 5000),
            "target: 5,000, but the most is 299"),
        wrong(
            "a route",
            mapping ->
                core(mapping)
                    .getAsJsonArray("axons")
                    .get(0)
                    .getAsJsonObject()
                    .addProperty("dstAxon", 3),
            "leads to the axon of"),
        wrong(
            "a neuron that is on no core",
            mapping ->
                core(mapping)
                    .getAsJsonArray("slices")
                    .get(0)
                    .getAsJsonObject()
                    .addProperty("firstNeuron", 1),
            "exc[0] is on no core"),
        wrong(
            "a bias too large",
            mapping ->
                core(mapping)
                    .getAsJsonArray("cxCfg")
                    .get(7)
                    .getAsJsonObject()
                    .addProperty("bias", -5000),
            "compartment 7: bias: -5,000, but the least is -4,095"),
        wrong(
            "a block that is longer than it says",
            mapping ->
                core(mapping)
                    .getAsJsonArray("synapses")
                    .get(2)
                    .getAsJsonObject()
                    .addProperty("synapseLen", 1),
            "words of the block"),
        wrong(
            "a limit",
            mapping ->
                mapping
                    .getAsJsonObject("chip")
                    .getAsJsonObject("core")
                    .addProperty("inputAxons", 400),
            "input axons: 600, but there are 400"),
        wrong(
            "targets that are another's",
            mapping ->
                core(mapping)
                    .getAsJsonArray("synapseMap")
                    .get(5)
                    .getAsJsonObject()
                    .addProperty("cxBase", 1),
            "exc["),
        wrong(
            "bases that cannot be written",
            mapping ->
                mapping
                    .getAsJsonObject("chip")
                    .getAsJsonObject("synapse")
                    .addProperty("baseMax", 1),
            "cxBase: 2, but the most is 1"),
        wrong(
            "an axon that is nobody's",
            mapping ->
                core(mapping)
                    .getAsJsonArray("synapseMap")
                    .get(5)
                    .getAsJsonObject()
                    .addProperty("neuron", 9999),
            "leads to the axon of nobody"));
  }

  private static Arguments wrong(String name, Consumer<JsonObject> change, String complaint) {
    return Arguments.of(name, change, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongs")
  void shouldFindWhatIsWrong(String name, Consumer<JsonObject> change, String complaint)
      throws IOException {
    Network network = Nets.brunel(60);
    String text = ReadMapping.text(Nets.compile(network, Profiles.loihi()));
    JsonObject mapping = JsonParser.parseString(text).getAsJsonObject();
    change.accept(mapping);
    MappingValidator.Result result = validate(network, mapping.toString());
    assertTrue(result.count() > 0, name);
    assertTrue(
        result.complaints().stream().anyMatch(one -> one.contains(complaint)),
        result.complaints().toString());
  }

  @Test
  void shouldNoticeAnotherNetwork() throws IOException {
    String text = ReadMapping.text(Nets.compile(Nets.brunel(40), Profiles.loihi()));
    JsonObject mapping = JsonParser.parseString(text).getAsJsonObject();
    mapping.addProperty("seed", 43);
    assertTrue(validate(Nets.brunel(40), mapping.toString()).count() > 100);
  }

  @Test
  void shouldSayWhatIsNoMapping() {
    for (String text : List.of("", "[]", "{}", "{\"format\": 3}", "{\"cores\": [{}]}", "{")) {
      assertThrows(
          MappingFormatException.class,
          () -> MappingFile.read("mine.json", new StringReader(text)),
          text);
    }
  }
}
