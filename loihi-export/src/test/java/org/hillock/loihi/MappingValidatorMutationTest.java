package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every value of a mapping in turn is changed, taken away or emptied: the validator never throws,
 * and notices.
 */
class MappingValidatorMutationTest {

  /** Parts of a mapping that the validator compares with the network or with each other. */
  private static final List<String> PARTS =
      List.of("gridStep_ms", "chipStep_ms", "populations", "inputs", "relaySynapses", "cores");

  /** A network and the chip that it is for. */
  private record Subject(Network network, ChipProfile profile) {

    JsonObject mapping() throws IOException {
      return JsonParser.parseString(ReadMapping.text(Nets.compile(network, profile)))
          .getAsJsonObject();
    }

    /** Whether anything is said about a mapping; a file that cannot be read says it itself. */
    boolean noticed(JsonObject mapping) throws IOException {
      try {
        MappingFile file = MappingFile.read("mapping.json", new StringReader(mapping.toString()));
        return assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> MappingValidator.validate(file, network).count() > 0);
      } catch (MappingFormatException e) {
        return true;
      }
    }
  }

  static List<Subject> subjects() {
    return List.of(
        new Subject(EveryKind.network(), Profiles.loihi()),
        new Subject(AdaptingNets.few(), TwoEngines.loihi2()));
  }

  /** A place in the file: the container, and the key or index in it. */
  private record Spot(String path, JsonElement container, Object key) {

    JsonElement get() {
      return key instanceof Integer i
          ? ((JsonArray) container).get(i)
          : ((JsonObject) container).get((String) key);
    }

    void set(JsonElement value) {
      if (key instanceof Integer i) {
        ((JsonArray) container).set(i, value);
      } else {
        ((JsonObject) container).add((String) key, value);
      }
    }

    void remove() {
      if (key instanceof Integer i) {
        ((JsonArray) container).remove(i);
      } else {
        ((JsonObject) container).remove((String) key);
      }
    }
  }

  private static void spots(String path, JsonElement container, List<Spot> into) {
    if (container instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        into.add(new Spot(path + "[]", array, i));
        spots(path + "[]", array.get(i), into);
      }
    } else if (container instanceof JsonObject object) {
      for (String key : object.keySet()) {
        into.add(new Spot(path + "." + key, object, key));
        spots(path + "." + key, object.get(key), into);
      }
    }
  }

  private static List<Spot> spots(JsonObject mapping) {
    List<Spot> spots = new ArrayList<>();
    for (String part : PARTS) {
      spots.add(new Spot(part, mapping, part));
      spots(part, mapping.get(part), spots);
    }
    return spots;
  }

  private static JsonElement more(JsonElement value) {
    JsonPrimitive primitive = value.getAsJsonPrimitive();
    if (primitive.isBoolean()) {
      return new JsonPrimitive(!primitive.getAsBoolean());
    }
    return primitive.isString()
        ? new JsonPrimitive(primitive.getAsString() + "x")
        : new JsonPrimitive(primitive.getAsDouble() + 1);
  }

  private static void assertOnly(List<String> harmless, Set<String> unnoticed) {
    assertEquals(List.of(), unnoticed.stream().filter(one -> !harmless.contains(one)).toList());
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void shouldNoticeEveryValueThatChanges(Subject subject) throws IOException {
    JsonObject mapping = subject.mapping();
    assertFalse(subject.noticed(mapping));
    Set<String> unnoticed = new TreeSet<>();
    for (Spot spot : spots(mapping)) {
      JsonElement old = spot.get();
      if (old.isJsonPrimitive()) {
        spot.set(more(old));
        if (!subject.noticed(mapping)) {
          unnoticed.add(spot.path());
        }
        spot.set(old);
      }
    }
    assertOnly(
        List.of(
            "cores[].numUpdates", // not read
            "cores[].cxCfg[].bias", // half-way between two
            "cores[].cxCfg[].biasExp", // of a bias of 0
            "cores[].dendriteSharedCfg.negVmLimit", // wider than any v
            "cores[].dendriteSharedCfg.posVmLimit",
            "cores[].synapseFmt[].dlyBits", // more bits than needed, in as many words
            "cores[].synapseFmt[].idxBits",
            "cores[].synapseFmt[].wgtBits",
            "cores[].synapseFmt[].wgtExp", // a relay fires by any strong weight
            "cores[].synapses[].entries[].synFmtId",
            "cores[].vthProfileCfg[].vth"),
        unnoticed);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void shouldNoticeEveryValueOutOfRange(Subject subject) throws IOException {
    JsonObject mapping = subject.mapping();
    Set<String> unnoticed = new TreeSet<>();
    for (Spot spot : spots(mapping)) {
      JsonElement old = spot.get();
      if (old instanceof JsonPrimitive primitive && primitive.isNumber()) {
        for (double value : new double[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE + 1, 1e300}) {
          spot.set(new JsonPrimitive(value));
          if (!subject.noticed(mapping)) {
            unnoticed.add(spot.path());
          }
        }
        spot.set(old);
      }
    }
    // Not read; and -1 is a weight exponent, in which a relay is still heard.
    assertOnly(List.of("cores[].numUpdates", "cores[].synapseFmt[].wgtExp"), unnoticed);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void shouldNoticeWhateverIsEmpty(Subject subject) throws IOException {
    JsonObject mapping = subject.mapping();
    Set<String> unnoticed = new TreeSet<>();
    for (Spot spot : spots(mapping)) {
      JsonElement old = spot.get();
      if (old instanceof JsonArray array && array.size() > 0) {
        spot.set(new JsonArray());
        if (!subject.noticed(mapping)) {
          unnoticed.add(spot.path());
        }
      }
      spot.set(JsonNull.INSTANCE);
      if (!subject.noticed(mapping)) {
        unnoticed.add(spot.path());
      }
      spot.set(old);
    }
    // Delays are 0 where none are given.
    assertOnly(List.of("cores[].numUpdates", "cores[].synapses[].entries[].dly"), unnoticed);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void shouldNoticeWhateverIsMissing(Subject subject) throws IOException {
    JsonObject mapping = subject.mapping();
    Set<String> unnoticed = new TreeSet<>();
    int count = spots(mapping).size();
    for (int i = 0; i < count; i++) {
      JsonObject copy = mapping.deepCopy();
      Spot spot = spots(copy).get(i);
      spot.remove();
      if (!subject.noticed(copy)) {
        unnoticed.add(spot.path());
      }
    }
    assertOnly(
        List.of(
            "cores[].numUpdates",
            "cores[].synapses[].entries[].dly",
            "cores[].synapses[].entries[].dly[]"),
        unnoticed);
  }
}
