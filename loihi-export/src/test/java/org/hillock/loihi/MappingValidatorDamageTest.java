package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.Network;
import org.hillock.network.Projection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing is wrong with a mapping, and the complaint says where. */
class MappingValidatorDamageTest {

  private final Network network = EveryKind.network();
  private JsonObject mapping = new JsonObject();

  @BeforeEach
  void compile() throws IOException {
    mapping =
        JsonParser.parseString(ReadMapping.text(Nets.compile(network, Profiles.loihi())))
            .getAsJsonObject();
  }

  /** What is said about a mapping, by its reader or by the validator. */
  private static List<String> found(JsonObject mapping, Network network) throws IOException {
    try {
      MappingFile file = MappingFile.read("mapping.json", new StringReader(mapping.toString()));
      return MappingValidator.validate(file, network).complaints();
    } catch (MappingFormatException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static void assertContains(List<String> complaints, String... parts) {
    assertTrue(
        complaints.stream().anyMatch(one -> List.of(parts).stream().allMatch(one::contains)),
        complaints.toString());
  }

  /** The element at a path of keys and indices, with dots between them. */
  private static JsonElement at(JsonElement from, String path) {
    JsonElement at = from;
    for (String key : path.split("\\.")) {
      at =
          at instanceof JsonArray array
              ? array.get(Integer.parseInt(key))
              : at.getAsJsonObject().get(key);
    }
    return at;
  }

  private static Arguments set(String path, Object value, String... parts) {
    Consumer<JsonObject> change =
        mapping -> {
          int dot = path.lastIndexOf('.');
          JsonElement parent = dot < 0 ? mapping : at(mapping, path.substring(0, dot));
          String key = path.substring(dot + 1);
          JsonElement json =
              value instanceof String text
                  ? new JsonPrimitive(text)
                  : JsonParser.parseString(value.toString());
          if (parent instanceof JsonArray array) {
            array.set(Integer.parseInt(key), json);
          } else {
            parent.getAsJsonObject().add(key, json);
          }
        };
    return Arguments.of(path + " " + value, change, parts);
  }

  private static Arguments remove(String list, int index, String... parts) {
    Consumer<JsonObject> change = mapping -> at(mapping, list).getAsJsonArray().remove(index);
    return Arguments.of("without " + list + "." + index, change, parts);
  }

  private static Arguments twice(String list, int index, String... parts) {
    Consumer<JsonObject> change =
        mapping -> {
          JsonArray array = at(mapping, list).getAsJsonArray();
          array.add(array.get(index).deepCopy());
        };
    return Arguments.of("twice " + list + "." + index, change, parts);
  }

  /**
   * Compartments of the one core: source 0 to 3, cells 4 to 6, others 7 to 9, relays behind.
   * Profile 0 is that of source 0. Ports: trains 0 to 1, noise 2 to 4, parrot 5 to 6, drive 7 to
   * 10, volley 11.
   */
  static List<Arguments> damages() {
    List<Arguments> all = new ArrayList<>();
    // Neurons.
    all.add(set("cores.0.cxProfileCfg.0.decayV", 25, "compartment 0, source[0]: decayV", "20.4"));
    all.add(set("cores.0.cxProfileCfg.0.decayU", 4094, "source[0]: decayU: expected 4,095"));
    all.add(set("cores.0.cxProfileCfg.0.refractDelay", 60, "source[0]: refractDelay", "found 60"));
    all.add(set("cores.0.vthProfileCfg.0.vth", 77, "source[0]: vth", "found 77"));
    all.add(set("cores.0.cxCfg.5.bias", 3, "compartment 5, cells[1]: bias", "found 6"));
    all.add(set("cores.0.cxCfg.5.v0", 3, "compartment 5, cells[1]: v0", "found 3"));
    all.add(set("cores.0.cxCfg.5.u0", 3, "compartment 5, cells[1]: u0: expected 0, found 3"));
    all.add(set("cores.0.cxCfg.8.u0", 3, "compartment 8, others[1]: u0", "found 3"));
    all.add(set("cores.0.cxCfg.8.cxProfile", 0, "compartment 8, others[1]: decayU", "found 4,095"));
    all.add(set("cores.0.cxCfg.10.bias", 3, "compartment 10, cells~1[0]: bias: expected 0"));
    all.add(set("quantisation.populations.1.unitsPerMillivolt", 7, "cells[0]: vth"));
    all.add(set("quantisation.populations.1.calibration_mV", 0.1, "cells[0]: bias"));
    // Registers.
    for (int wrong : new int[] {-1, Integer.MAX_VALUE}) {
      all.add(set("cores.0.vthProfileCfg.0.vth", wrong, "vth"));
      all.add(set("cores.0.cxProfileCfg.0.decayU", wrong, "decayU"));
      all.add(set("cores.0.cxProfileCfg.0.decayV", wrong, "decayV"));
      all.add(set("cores.0.cxProfileCfg.0.refractDelay", wrong, "refractDelay"));
      all.add(set("cores.0.cxCfg.0.biasExp", wrong, "biasExp"));
      all.add(set("cores.0.cxCfg.0.cxProfile", wrong, "cxProfile"));
      all.add(set("cores.0.cxCfg.0.vthProfile", wrong, "vthProfile"));
      all.add(set("cores.0.synapseFmt.0.id", wrong, "id"));
      all.add(set("cores.0.synapseFmt.0.wgtBits", wrong, "wgtBits"));
      all.add(set("cores.0.synapseFmt.0.dlyBits", wrong, "dlyBits"));
      all.add(set("cores.0.synapseFmt.0.tagBits", wrong, "tagBits"));
      all.add(set("cores.0.synapseFmt.0.idxBits", wrong, "idxBits"));
      all.add(set("cores.0.synapseFmt.0.fanoutType", wrong, "fanoutType"));
      all.add(set("cores.0.synapseFmt.0.compression", wrong, "compression"));
      all.add(set("cores.0.synapseFmt.0.numSynapses", wrong, "numSynapses"));
      all.add(set("cores.0.synapseFmt.0.wgtExp", wrong < 0 ? -100 : 100, "wgtExp"));
      all.add(set("cores.0.dendriteSharedCfg.negVmLimit", wrong, "negVmLimit"));
      all.add(set("cores.0.dendriteSharedCfg.posVmLimit", wrong, "posVmLimit"));
      all.add(set("cores.0.dendriteAccumCfg.delayBits", wrong, "delayBits"));
      all.add(set("cores.0.chip", wrong, "chip"));
      all.add(set("cores.0.core", wrong, "core"));
      all.add(set("cores.0.slices.0.count", wrong, "count"));
      all.add(set("cores.0.slices.0.firstNeuron", wrong, "source"));
      all.add(set("cores.0.slices.0.firstCompartment", wrong, "firstCompartment"));
      all.add(set("cores.0.synapseMap.0.synapsePtr", wrong, "input axon 0"));
      all.add(set("cores.0.axons.0.srcCx", wrong, "core"));
      all.add(set("cores.0.axons.0.dstAxon", wrong, "source[0]"));
      all.add(set("cores.0.synapses.0.entries.0.synFmtId", wrong, "synapse format " + wrong));
    }
    all.add(set("cores.0.synapseFmt.0.wgtBits", 0, "wgtBits"));
    all.add(set("cores.0.synapseFmt.0.wgtBits", 9, "wgtBits"));
    all.add(set("cores.0.synapseFmt.0.fanoutType", 0, "fanoutType"));
    all.add(set("cores.0.synapseFmt.0.fanoutType", 4, "fanoutType"));
    all.add(set("cores.0.synapseFmt.0.stdpProfile", 1, "stdpProfile"));
    // Learning.
    all.add(set("cores.0.stdpProfileCfg.0.x1Impulse", 41, "learning profile 0", "post after pre"));
    all.add(set("cores.0.stdpProfileCfg.0.y1Impulse", 41, "learning profile 0", "pre after post"));
    all.add(
        set("cores.0.stdpProfileCfg.0.x1Tau", 201, "learning profile 0", "x1Tau: expected 200"));
    all.add(
        set("cores.0.stdpProfileCfg.0.y1Tau", 201, "learning profile 0", "y1Tau: expected 200"));
    all.add(set("cores.0.stdpProfileCfg.0.epoch", 2, "learning profile 0", "epoch: expected 1"));
    all.add(set("cores.0.stdpProfileCfg.0.epoch", 0, "learning profile 0", "epoch"));
    all.add(set("cores.0.stdpProfileCfg.0.x1Impulse", 200, "learning profile 0", "x1Impulse"));
    all.add(
        set("cores.0.stdpProfileCfg.0.dw", "2^-3*x1*y0", "learning profile 0", "pre after post"));
    all.add(
        set(
            "cores.0.stdpProfileCfg.0.dw",
            "2^-3*x1*x1*y0",
            "learning profile 0",
            "no change by spikes as stdp has it"));
    all.add(set("cores.0.stdpProfileCfg.0.dw", "2^-3*x2*y0", "learning profile 0", "post after"));
    all.add(
        set(
            "cores.0.stdpProfileCfg.0.dw",
            "2^-2*x1*y0 - 2^-4*w*x1*y0",
            "learning profile 0",
            "has to stand first"));
    all.add(set("cores.0.stdpProfileCfg.0.dw", "2^-3*u99999999999", "learning profile 0", "dw"));
    all.add(set("cores.0.stdpProfileCfg.0.dw", "x1*", "learning profile 0", "dw"));
    // Inputs.
    all.add(set("inputs.2.rate_Hz", 1, "port 2, noise[0]: rate_Hz", "found 1"));
    all.add(set("inputs.2.deadTime_ms", 1, "port 2, noise[0]: deadTime_ms", "found 1"));
    all.add(set("inputs.2.firstStep", 52, "port 2, noise[0]: firstStep: expected 53, found 52"));
    all.add(set("inputs.2.lastStep", 91, "port 2, noise[0]: lastStep: expected 90, found 91"));
    all.add(set("inputs.7.lastStep", 90, "port 7, drive[0]: lastStep"));
    all.add(set("inputs.0.kind", "relay", "port 0, trains[0]: kind: expected spikes"));
    all.add(set("inputs.0.steps.1", 21, "port 0, trains[0]: steps[1]", "found 21"));
    all.add(set("inputs.0.steps", new JsonArray(), "port 0, trains[0]: steps"));
    all.add(set("inputs.11.steps.0", 7, "port 11, volley[0]: steps[0]: expected 4, found 7"));
    all.add(set("inputs.0.index", 7, "port 0", "trains[7]"));
    all.add(set("inputs.0.name", "nobody", "port 0", "nobody[0]"));
    all.add(set("inputs.0.port", 1, "port 0"));
    all.add(remove("inputs", 11, "volley[0] has no port"));
    all.add(twice("inputs", 11, "port 12", "no volley[0]"));
    all.add(set("relaySynapses.0.weight", 0.9, "relay synapse 0, trains[0] → parrot[0]"));
    all.add(set("relaySynapses.0.delaySteps", 18, "relay synapse 0, trains[0] → parrot[0]"));
    all.add(remove("relaySynapses", 0, "trains[0] → parrot[0]: no relay synapse"));
    all.add(twice("relaySynapses", 0, "trains[0] → parrot[0]", "not as often"));
    // Utilisation.
    for (String key :
        List.of(
            "compartments",
            "inputAxons",
            "outputAxons",
            "synapseWords",
            "compartmentProfiles",
            "thresholdProfiles",
            "synapseFormats",
            "dendriteAccumulators")) {
      all.add(set("cores.0.utilisation." + key, 5, "core 0.0: utilisation." + key, "found 5"));
    }
    all.add(set("cores.0.utilisation.axonTypes", 1, "core 0.0: utilisation.axonTypes"));
    // Populations.
    all.add(remove("populations", 4, "population cells is missing"));
    all.add(twice("populations", 4, "population cells is there twice"));
    all.add(set("populations.4.size", 2, "population cells: size: expected 3, found 2"));
    all.add(set("populations.4.size", -1, "cells"));
    all.add(set("populations.4.size", Integer.MAX_VALUE, "cells"));
    all.add(set("populations.4.name", "sells", "population sells is not in the network"));
    all.add(set("populations.4.model", "iaf_psc_exp", "population cells: model"));
    all.add(set("populations.4.onChip", false, "population cells: onChip"));
    all.add(remove("quantisation.populations", 1, "population cells: unitsPerMillivolt"));
    all.add(set("quantisation.populations.1.unitsPerMillivolt", 0, "cells: unitsPerMillivolt"));
    // Times.
    for (String step : List.of("chipStep_ms", "gridStep_ms")) {
      all.add(set(step, 0, step));
      all.add(set(step, -1, step));
    }
    all.add(set("chipStep_ms", 1e-300, "chipStep_ms: 1.0E-300 is no step of at least"));
    all.add(set("chipStep_ms", 1e300, "port 0, trains[0]: steps"));
    all.add(set("gridStep_ms", 1e-300, "port 0, trains[0]: steps"));
    all.add(set("gridStep_ms", 1e300, "chipStep_ms: 0.1 is no step of at least"));
    // Places in the network that are not there.
    all.add(set("cores.0.synapseMap.9.neuron", -1, "core 0.0", "nobody"));
    all.add(set("cores.0.synapseMap.9.neuron", 99, "core 0.0", "nobody"));
    all.add(set("cores", new JsonArray(), "is on no core"));
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void shouldSayWhere(String name, Consumer<JsonObject> change, String[] parts) throws IOException {
    assertEquals(List.of(), found(mapping, network));
    change.accept(mapping);
    assertContains(found(mapping, network), parts);
  }

  private JsonObject core() {
    return at(mapping, "cores.0").getAsJsonObject();
  }

  private JsonObject plasticFormat() {
    for (JsonElement format : core().getAsJsonArray("synapseFmt")) {
      if (format.getAsJsonObject().has("stdpProfile")) {
        return format.getAsJsonObject();
      }
    }
    throw new AssertionError("no weights that learn");
  }

  @Test
  void shouldFindTargetsOutsideTheCore() throws IOException {
    for (int wrong : new int[] {-1, 5000, Integer.MAX_VALUE}) {
      for (JsonElement block : core().getAsJsonArray("synapses")) {
        JsonObject entry = at(block, "entries.0").getAsJsonObject();
        if (entry.has("cIdx")) {
          entry.getAsJsonArray("cIdx").set(0, JsonParser.parseString("" + wrong));
        } else {
          entry.addProperty("base", wrong);
        }
      }
      String said = String.join("\n", found(mapping, network));
      assertTrue(said.contains("target") || said.contains("cIdx") || said.contains("base"), said);
    }
  }

  @Test
  void shouldFindWeightsThatDoNotLearn() throws IOException {
    plasticFormat().remove("stdpProfile");
    assertContains(found(mapping, network), "source[0] → cells[0]", "should learn");
  }

  @Test
  void shouldFindWeightsThatLearnAlthoughTheyAreFrozen() throws IOException {
    for (JsonElement pathway : at(mapping, "quantisation.pathways").getAsJsonArray()) {
      pathway.getAsJsonObject().addProperty("plastic", false);
    }
    assertContains(found(mapping, network), "source[0] → cells[0]", "should not learn");
  }

  @Test
  void shouldFindWeightsThatShouldNotLearn() throws IOException {
    int profile = plasticFormat().get("stdpProfile").getAsInt();
    for (JsonElement format : core().getAsJsonArray("synapseFmt")) {
      format.getAsJsonObject().addProperty("stdpProfile", profile);
    }
    assertContains(found(mapping, network), "should not learn", "learning profile " + profile);
  }

  @Test
  void shouldFindAnotherRule() throws IOException {
    assertContains(rule(Map.of("W_max", 0.9, "mu_plus", 0.0, "lambda", 0.02)), "mantissa of W_max");
    assertContains(rule(Map.of("W_max", 1.0, "mu_plus", 0.0, "lambda", 0.03)), "post after pre");
    assertContains(
        rule(Map.of("W_max", 1.0, "mu_plus", 1.0, "lambda", 0.02)), "post after pre, per weight");
    assertContains(
        rule(Map.of("W_max", 1.0, "mu_plus", 0.0, "lambda", 0.02, "mu_minus", 0.0)),
        "pre after post, per weight");
    assertContains(
        rule(Map.of("W_max", 1.0, "mu_plus", 0.4, "lambda", 0.02)), "no sum of products");
  }

  /** What is said if the projection that learns has another rule. */
  private List<String> rule(Map<String, Double> rule) throws IOException {
    List<Projection> projections = new ArrayList<>(network.projections());
    projections.set(
        3,
        EveryKind.plastic(network.populations().get(3), network.populations().get(4), 0.5, rule));
    List<String> complaints =
        found(mapping, new Network(network.populations(), network.inputs(), projections));
    assertContains(complaints, "core 0.0: learning profile 0 for synapses.learning");
    return complaints;
  }
}
