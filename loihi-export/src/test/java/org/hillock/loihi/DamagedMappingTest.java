package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileException;
import org.hillock.loihi.emulate.ChipArithmetic;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.loihi.read.NeuronOnChip;
import org.hillock.loihi.run.EmulatedChip;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which one number is wrong: each is refused, with the place, before anything runs. */
class DamagedMappingTest {

  private static final Network NETWORK = Nets.learning(10);
  private static final String TEXT = text(NETWORK, Profiles.loihi());
  private static final Network PROGRAMMES = AdaptingNets.few();
  private static final String THEIRS = text(PROGRAMMES, TwoEngines.loihi2());

  private static String text(Network network, ChipProfile profile) {
    try {
      return ReadMapping.text(Nets.compile(network, profile));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmulatedChip chip(String json, Network network) throws IOException {
    MappingFile file = MappingFile.read("mapping.json", new StringReader(json));
    return EmulatedChip.of(file, network, ChipArithmetic.LAVA);
  }

  /** The mapping with another number, or without one, at a path of keys and indices. */
  private static String with(String text, String path, String value) {
    JsonElement all = JsonParser.parseString(text);
    String[] keys = path.split("\\.");
    JsonElement at = all;
    for (int i = 0; i < keys.length - 1; i++) {
      at =
          at.isJsonArray()
              ? at.getAsJsonArray().get(Integer.parseInt(keys[i]))
              : at.getAsJsonObject().get(keys[i]);
    }
    String last = keys[keys.length - 1];
    if (at.isJsonArray()) {
      at.getAsJsonArray().set(Integer.parseInt(last), JsonParser.parseString(value));
    } else if (value.equals("none")) {
      assertTrue(at.getAsJsonObject().has(last), path);
      at.getAsJsonObject().remove(last);
    } else {
      at.getAsJsonObject().add(last, JsonParser.parseString(value));
    }
    return all.toString();
  }

  @Test
  void shouldTakeWhatIsWhole() throws IOException {
    assertEquals(15, chip(TEXT, NETWORK).image().neurons());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "seed | none | seed: missing",
        "seed | 1.5 | seed: expected a whole number",
        "seed | 1e30 | seed: expected a whole number",
        "gridStep_ms | none | gridStep_ms: missing",
        "gridStep_ms | 0 | gridStep_ms: expected a number above 0",
        "chipStep_ms | 0 | chipStep_ms: expected a number above 0",
        "chipStep_ms | -1 | chipStep_ms: expected a number above 0",
        "chipStep_ms | 1e999 | chipStep_ms: expected a number above 0",
        "populations.1.size | -1 | populations[1].size: expected 0",
        "populations.1.size | 9 | cores[0].slices",
        "populations.1.size | 11 | cells[10] is on no core",
        "populations.1.name | \"other\" | there is no population 'cells'",
        "inputs | [] | synapseMap[0].port: expected none, found 0",
        "inputs.3.port | 4 | inputs[3].port: expected 3, found 4",
        "inputs.3.index | 400 | inputs[3]: the scenario has no source[400]",
        "inputs.3.axons.0.dstAxon | 1000 | inputs[3].axons.dstAxon: expected 0 to",
        "inputs.3.axons.0.dstCore | 77 | leads to core 0.77, which is not there",
        "cores.0.slices | [] | cores[0].cxCfg: number of compartments: expected 0, found 15",
        "cores.0.slices.0.count | -1 | cores[0].slices[0].count: expected 1 to",
        "cores.0.slices.0.count | 2147483647 | cores[0].slices[0].count: expected 1 to",
        "cores.0.slices.0.firstNeuron | -1 | cores[0].slices[0].firstNeuron: expected 0",
        "cores.0.slices.0.firstCompartment | 5 | firstCompartment: expected 0, found 5",
        "cores.0.slices.0.population | \"source\" | source is outside the chip",
        "cores.0.dendriteSharedCfg.negVmLimit | 40 | core 0.0: registers of limits 40",
        "cores.0.vthProfileCfg.0.vth | -1 | core 0.0: threshold",
        "cores.0.vthProfileCfg.0.vth | 2147483647 | vth 2147483647 × 2^6 does not fit",
        "cores.0.vthProfileCfg.0.vth | 2147483648 | vth: expected a whole number",
        "cores.0.cxProfileCfg.0.decayU | 5000 | core 0.0: decayU",
        "cores.0.cxProfileCfg.0.decayV | -1 | core 0.0: decayV",
        "cores.0.cxProfileCfg.0.refractDelay | -1 | core 0.0: refractory",
        "cores.0.cxCfg.2.cxProfile | 9 | cores[0].cxCfg[2].cxProfile: expected",
        "cores.0.cxCfg.2.vthProfile | -1 | cores[0].cxCfg[2].vthProfile: expected",
        "cores.0.cxCfg.2.biasExp | -1 | × 2^-1 does not fit 32 bits",
        "cores.0.cxCfg.2.biasExp | 40 | × 2^40 does not fit 32 bits",
        "cores.0.cxCfg.2.bias | \"many\" | cxCfg[2].bias: expected a number",
        "cores.0.stdpProfileCfg.0.x1Tau | -1 | core 0.0: time constant -1.0",
        "cores.0.stdpProfileCfg.0.x1Impulse | 300 | core 0.0: impulse 300.0",
        "cores.0.stdpProfileCfg.0.epoch | 0 | core 0.0: epoch of 0 steps",
        "cores.0.stdpProfileCfg.0.dw | \"x1*\" | core 0.0: learning rule",
        "cores.0.stdpProfileCfg | [] | cores[0].synapseFmt[0].stdpProfile: expected -1",
        "cores.0.synapseFmt.0.wgtBits | 0 | core 0.0: weight of 0 bits",
        "cores.0.synapseFmt.0.wgtExp | 90 | core 0.0: weight exponent 90",
        "cores.0.synapseFmt.0.fanoutType | 0 | core 0.0: sign mode 0",
        "cores.0.synapseFmt.0.id | 12 | there is no synapse format 1",
        "cores.0.synapses.0.synapsePtr | 99999 | there is no block at 0",
        "cores.0.synapses.0.entries.0.cIdx.0 | -1 | cores[0].synapses[0]: target: expected 0",
        "cores.0.synapses.0.entries.0.cIdx.0 | 15 | cores[0].synapses[0]: target: expected 0",
        "cores.0.synapses.0.entries.0.cIdx.0 | 1.5 | cIdx: expected a whole number",
        "cores.0.synapses.0.entries.0.cIdx | [1] | lists of different lengths",
        "cores.0.synapses.0.entries.0.dly.0 | -1 | core 0.0: delay -1",
        "cores.0.synapses.0.entries.0.dly.0 | 40000 | core 0.0: delay 40000",
        "cores.0.synapseMap.0.port | 200 | cores[0].synapseMap[0].port: expected 0 to 9",
        "cores.0.synapseMap.12.neuron | -1 | cores[0].synapseMap[12].neuron: expected 0 to 9",
        "cores.0.axons.0.srcCx | 99 | cores[0].axons[0].srcCx: expected 0 to 14",
        "cores.0.axons.0.dstCore | 5 | cores[0].axons[0]: leads to core 0.5",
      })
  void shouldNameThePlace(String path, String value, String complaint) {
    assertRefused(with(TEXT, path, value), NETWORK, complaint);
  }

  private static void assertRefused(String json, Network network, String complaint) {
    MappingFormatException refused =
        assertThrows(MappingFormatException.class, () -> chip(json, network));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(complaint), message);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "programme | \"liff\" | .programme: expected one of lif, adaptive_threshold, izhikevich, found \"liff\"",
        "programme | none | .constants.decay1: no register of this programme",
        "programme | \"izhikevich\" | no register of this programme, which has [substeps, square,",
        "constants | none | .constants: missing",
        "constants.step2 | none | .constants.step2: missing",
        "constants.decayShift1 | 63 | core 0.0: decayShift1 of neuron",
        "constants.decay2 | 65536 | core 0.0: decay2 of neuron",
        "constants.step1 | 8388608 | is 8388608: -8388607 to 8388607",
      })
  void shouldNameTheRegisterOfAProgramme(String path, String value, String complaint) {
    // The profiles of two populations of Izhikevich's come before.
    assertRefused(with(THEIRS, "cores.0.cxProfileCfg.2." + path, value), PROGRAMMES, complaint);
  }

  @Test
  void shouldRefuseToSquareAStateThatIsTooWide() {
    String wide = with(THEIRS, "chip.neuron.stateBits", "25");
    String unsaid = with(wide, "chip.neuronForms", "[\"lif_jumps\"]");
    assertRefused(unsaid, PROGRAMMES, "state of 25 bits, which neuron 0 of its core squares");
  }

  private static void leaves(String path, JsonElement json, List<String> into) {
    if (json.isJsonObject()) {
      json.getAsJsonObject()
          .asMap()
          .forEach((key, value) -> leaves(path.isEmpty() ? key : path + "." + key, value, into));
    } else if (json.isJsonArray()) {
      for (int i = 0; i < Math.min(3, json.getAsJsonArray().size()); i++) {
        leaves(path + "." + i, json.getAsJsonArray().get(i), into);
      }
    }
    if (!path.isEmpty()) {
      into.add(path);
    }
  }

  /** Whatever stands in the place of a value: it runs, or is refused with a sentence. */
  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "0", "1", "2", "40", "2147483647", "-1e300", "\"NaN\"", "null", "[]", "{}"})
  void shouldRunOrRefuseWhateverIsDamaged(String value) throws IOException {
    assertTrue(refusals(TEXT, NETWORK, "cells", value) > 20);
    assertTrue(refusals(THEIRS, PROGRAMMES, "mat", value) > 20);
  }

  private static int refusals(String text, Network network, String population, String value)
      throws IOException {
    List<String> paths = new ArrayList<>();
    leaves("", JsonParser.parseString(text), paths);
    int refused = 0;
    for (String path : paths) {
      try {
        String damaged = with(text, path, value);
        MappingFile file = MappingFile.read("mapping.json", new StringReader(damaged));
        MappingValidator.validate(file, network);
        EmulatedChip.of(file.complete(), network, ChipArithmetic.LAVA);
        NeuronOnChip.of(file, population, 0);
      } catch (MappingFormatException | MappingException | ProfileException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError(path + " = " + value, e);
      }
    }
    return refused;
  }

  @Test
  void shouldSayThatAFileEndsTooSoon() {
    for (int length : new int[] {0, 1, TEXT.indexOf(",") + 1, TEXT.length() - 3}) {
      MappingFormatException refused =
          assertThrows(
              MappingFormatException.class, () -> chip(TEXT.substring(0, length), NETWORK));
      String message = String.valueOf(refused.getMessage());
      assertTrue(message.startsWith("mapping.json: the file ends too soon"), message);
    }
  }

  @Test
  void shouldKeepAllBitsOfASeed() throws IOException {
    for (long seed : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1}) {
      String json = with(TEXT, "seed", BigDecimal.valueOf(seed).toPlainString());
      assertEquals(seed, MappingFile.read("mapping.json", new StringReader(json)).seed());
    }
  }
}
