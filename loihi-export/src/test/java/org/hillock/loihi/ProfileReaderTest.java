package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.hillock.loihi.chip.ChipForm;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.ProfileException;
import org.hillock.loihi.chip.ProfileJson;
import org.hillock.loihi.chip.ProfileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileReaderTest {

  private static String complaint(String json) {
    return assertThrows(ProfileException.class, () -> ProfileReader.parse("mine", json))
        .getMessage();
  }

  @Test
  void shouldFindTheChipThatShipsUnderBothNames() throws IOException {
    assertEquals(ProfileReader.find("loihi"), ProfileReader.find("loihi1"));
    assertEquals(4096, ProfileReader.find("loihi").cores());
  }

  @Test
  void shouldReadAUsersOwnFile(@TempDir Path folder) throws IOException {
    JsonObject json = Profiles.json();
    json.addProperty("chips", 2);
    Path file = Files.writeString(folder.resolve("two.json"), json.toString());
    assertEquals(256, ProfileReader.find(file.toString()).cores());
  }

  @Test
  void shouldNameTheChipsThatThereAre() {
    assertEquals(
        "loihi3: no such chip; known are kapoho-bay, loihi, loihi1, loihi2, memristor, nahuku,"
            + " pohoiki-springs, spinnaker2, truenorth, and a profile of your own is given by its"
            + " path, such as ./mychip.json",
        assertThrows(ProfileException.class, () -> ProfileReader.find("loihi3")).getMessage());
  }

  @Test
  void shouldNameAMissingKey() {
    JsonObject json = Profiles.json();
    json.getAsJsonObject("core").remove("synapseWords");
    assertEquals("mine: core.synapseWords: missing", complaint(json.toString()));
  }

  @Test
  void shouldNameAnUnknownKey() {
    JsonObject json = Profiles.json();
    json.getAsJsonObject("synapse").addProperty("delaymax", 3);
    assertEquals(
        "mine: synapse.delaymax: an unknown key; the nearest is delayMax; known are weightBits, weightExponentMin,"
            + " weightExponentMax, weightShift, sumBits, delayMax, indexBits, entrySynapses,"
            + " entryHeaderBits, crossbar, axonTypes, levels, baseMax, weightNoise",
        complaint(json.toString()));
  }

  @Test
  void shouldNameAValueOutOfRange() {
    JsonObject json = Profiles.json();
    json.getAsJsonObject("core").addProperty("compartments", 0);
    assertEquals(
        "mine: core.compartments: found 0, expected a whole number from 1 to 8192",
        complaint(json.toString()));
    json.getAsJsonObject("core").addProperty("compartments", "many");
    assertEquals(
        "mine: core.compartments: found \"many\", expected a whole number from 1 to 8192",
        complaint(json.toString()));
  }

  @Test
  void shouldNameWhatIsNeitherTrueNorFalse() {
    JsonObject json = Profiles.json();
    json.getAsJsonObject("synapse").addProperty("crossbar", 1);
    assertEquals(
        "mine: synapse.crossbar: found 1, expected true or false", complaint(json.toString()));
  }

  @Test
  void shouldRefuseLevelsThatAreNoPowerOfTwoAndNoiseOfSharedWeights() {
    JsonObject json = Profiles.json();
    JsonObject synapse = json.getAsJsonObject("synapse");
    synapse.addProperty("levels", 12);
    synapse.addProperty("weightNoise", 0.1);
    synapse.addProperty("axonTypes", 4);
    assertEquals(
        "mine: synapse.levels: found 12, expected 0, or a power of two from 2 to 256\n"
            + "mine: synapse.weightNoise: expected 0 where axonTypes is not, since types share"
            + " weights",
        complaint(json.toString()));
  }

  @Test
  void shouldNameAListThatDoesNotAscend() {
    JsonObject json = Profiles.json();
    json.getAsJsonObject("synapse")
        .add("weightBits", com.google.gson.JsonParser.parseString("[8,4]"));
    assertEquals(
        "mine: synapse.weightBits: found [8,4], expected ascending whole numbers from 1 to 16",
        complaint(json.toString()));
  }

  @Test
  void shouldTakeTheUsualFormsOfNeuronsFromAnOlderFileThatDoesNotNameThem() {
    JsonObject json = Profiles.json();
    assertFalse(json.has("neuronForms"));
    assertEquals(ChipForm.USUAL, ProfileReader.parse("mine", json.toString()).neuronForms());
  }

  @Test
  void shouldKeepFormsOfNeuronsThatAreNotTheUsualOnes() {
    ChipProfile jumps = Profiles.with("neuronForms", "[\"lif_jumps\"]");
    assertEquals(Set.of(ChipForm.LIF_JUMPS), jumps.neuronForms());
    assertEquals(jumps, ProfileReader.parse("mine", ProfileJson.of(jumps).toString()));
  }

  @Test
  void shouldNameFormsOfNeuronsThatThereAreNot() {
    JsonObject json = Profiles.json();
    json.add(
        "neuronForms",
        JsonParser.parseString("[\"lif_jump\", 3, \"lif_currents\", \"lif_currents\"]"));
    assertEquals(
        "mine: neuronForms[0]: found \"lif_jump\"; the nearest is lif_jumps; known are lif_jumps,"
            + " lif_currents, adaptive_threshold, izhikevich\n"
            + "mine: neuronForms[1]: found 3; known are lif_jumps, lif_currents,"
            + " adaptive_threshold, izhikevich\n"
            + "mine: neuronForms[3]: found \"lif_currents\" a second time",
        complaint(json.toString()));
    json.add("neuronForms", JsonParser.parseString("[]"));
    assertEquals(
        "mine: neuronForms: found [], expected a list of lif_jumps, lif_currents,"
            + " adaptive_threshold, izhikevich",
        complaint(json.toString()));
  }

  @Test
  void shouldTakeStateWordsOrNone() {
    ChipProfile without = Profiles.loihi();
    assertEquals(0, without.core().stateWords());
    assertFalse(Profiles.json().getAsJsonObject("core").has("stateWords"));
    ChipProfile with = Profiles.with("core.stateWords", 2048);
    assertEquals(2048, with.core().stateWords());
    assertEquals(with, ProfileReader.parse("test", ProfileJson.of(with).toString()));
    JsonObject json = Profiles.json();
    json.getAsJsonObject("core").addProperty("stateWords", -1);
    assertEquals(
        "mine: core.stateWords: found -1, expected a whole number from 0 to 1048576",
        complaint(json.toString()));
  }

  @Test
  void shouldRefuseStateThatIsTooWideToSquare() {
    JsonObject json = Profiles.json();
    json.add("neuronForms", JsonParser.parseString("[\"izhikevich\"]"));
    json.getAsJsonObject("neuron").addProperty("stateBits", 24);
    assertEquals(
        "mine: neuron.stateBits: found 24, expected at most 23 where neuronForms has izhikevich,"
            + " which squares v",
        complaint(json.toString()));
  }

  @Test
  void shouldSayThatAFileIsNoProfile() {
    assertEquals("mine: found [], expected an object", complaint("[]"));
  }

  @Test
  void shouldNameAllMistakesInOneGo() {
    JsonObject json = Profiles.json();
    json.addProperty("chips", -1);
    json.getAsJsonObject("core").remove("synapseWords");
    json.getAsJsonObject("neuron").addProperty("zzzzzzzz", 1);
    assertEquals(
        "mine: chips: found -1, expected a whole number from 1 to 65536\n"
            + "mine: core.synapseWords: missing\n"
            + "mine: neuron.zzzzzzzz: an unknown key; known are decayBits, refractoryMax,"
            + " thresholdMantissaBits, thresholdExponent, biasMantissaBits, biasExponentMax,"
            + " stateBits",
        complaint(json.toString()));
  }

  @Test
  void shouldSayInItsOwnWordsWhatIsNotJson() {
    String advice = "look for a comma, colon, quote or bracket too many or too few, or a comment";
    assertEquals("mine: empty, expected a profile as a JSON object", complaint(" \n"));
    assertEquals(
        "mine: not JSON: the text ends where a value, a quote or a bracket is missing",
        complaint("{\"name\": "));
    assertEquals("mine: not JSON, line 2: " + advice, complaint("{\"name\": 1,\n x: 2}"));
    assertEquals("mine: chips: given twice, line 2", complaint("{\"chips\": 1,\n \"chips\" : 2}"));
    assertEquals("mine: found null, expected an object", complaint("null"));
  }

  @Test
  void shouldReadAFileThatBeginsWithAByteOrderMark(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("marked.json"), "\ufeff" + Profiles.json());
    assertEquals(Profiles.loihi(), ProfileReader.find(file.toString()));
  }

  @Test
  void shouldSayThatAFileIsNoText(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("latin.json"), new byte[] {'{', (byte) 0xe4, '}'});
    assertEquals(
        file
            + ": line 1, column 2: found the byte 0xE4; expected text in UTF-8, as which the file is to be saved",
        assertThrows(ProfileException.class, () -> ProfileReader.find(file.toString()))
            .getMessage());
    assertEquals(
        folder + ": a folder, expected a file",
        assertThrows(ProfileException.class, () -> ProfileReader.find(folder.toString()))
            .getMessage());
  }

  @Test
  void shouldRefuseANameThatIsNoFolderName() {
    JsonObject json = Profiles.json();
    for (String name : new String[] {"", " ", "../chip", "a b"}) {
      json.addProperty("name", name);
      assertEquals(
          "mine: name: found \""
              + name
              + "\", expected letters, digits, '.', '_' and '-', since folders are called by it",
          complaint(json.toString()));
    }
  }
}
