package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.ProfileJson;
import org.hillock.loihi.chip.ProfileReader;
import org.hillock.loihi.partition.SynapseTable;
import org.hillock.loihi.quantise.PathwayReport;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.validate.MappingValidator;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.junit.jupiter.api.Test;

/** Few levels of conductance, and noise on each of them. */
class MemristorTest {

  private static final int LEVEL = 16;
  private static final int LARGEST = 240;
  private static final double NOISE = 0.03;

  private static ChipProfile memristor(double noise) throws IOException {
    JsonObject json =
        JsonParser.parseString(ProfileJson.of(ProfileReader.find("memristor")).toString())
            .getAsJsonObject();
    json.getAsJsonObject("synapse").addProperty("weightNoise", noise);
    return ProfileReader.parse("memristor", json.toString());
  }

  /** Mantissas by place and source. */
  private static Map<Long, Integer> mantissas(Mapping mapping) {
    Map<Long, Integer> all = new HashMap<>();
    SynapseTable table = mapping.table();
    for (int place = 0; place < table.places(); place++) {
      for (int i = table.start(place); i < table.end(place); i++) {
        all.put((long) place << 32 | table.source(i), table.mantissa(i));
      }
    }
    return all;
  }

  private static MappingValidator.Result validate(Network network, Mapping mapping)
      throws IOException {
    StringReader text = new StringReader(ReadMapping.text(mapping));
    return MappingValidator.validate(MappingFile.read("mapping.json", text), network);
  }

  @Test
  void shouldSetDevicesToTheirLevels() throws IOException {
    Network network = Nets.ring(3, 60);
    Mapping mapping = Nets.compile(network, memristor(0));
    Set<Integer> levels = new TreeSet<>();
    for (int mantissa : mantissas(mapping).values()) {
      assertEquals(0, mantissa % LEVEL);
      levels.add(Math.abs(mantissa) / LEVEL);
    }
    assertTrue(levels.size() >= 12, levels.toString());
    assertTrue(levels.stream().allMatch(level -> level >= 1 && level <= 15), levels.toString());
    MappingValidator.Result result = validate(network, mapping);
    assertEquals(List.of(), result.complaints());
    assertEquals(mapping.synapses(), result.matched());
  }

  /** Levels in the middle, where neither end clips: mean 0 and the deviation that was asked for. */
  @Test
  void shouldScatterAroundTheLevelsAsMuchAsTheDevicesDo() throws IOException {
    Network network = Nets.ring(3, 60);
    Map<Long, Integer> exact = mantissas(Nets.compile(network, memristor(0)));
    Mapping noisy = Nets.compile(network, memristor(NOISE));
    Map<Long, Integer> scattered = mantissas(noisy);
    List<Double> off = new ArrayList<>();
    exact.forEach(
        (pair, level) -> {
          int mantissa = scattered.getOrDefault(pair, 0);
          assertTrue((long) mantissa * level >= 0, "a device changed its sign");
          if (Math.abs(level) >= 64 && Math.abs(level) <= 192) {
            off.add((double) mantissa - level);
          }
        });
    double n = off.size();
    assertTrue(n > 4000, "only " + n);
    double mean = off.stream().mapToDouble(x -> x).average().orElseThrow();
    double sd = Math.sqrt(off.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / n);
    double expected = Math.hypot(NOISE * LARGEST, 2 / Math.sqrt(12)); // rounded to even mantissas
    assertEquals(0, mean, 4 * expected / Math.sqrt(n));
    assertEquals(expected, sd, 4 * expected / Math.sqrt(2 * n));
    MappingValidator.Result result = validate(network, noisy);
    assertEquals(List.of(), result.complaints());
    assertEquals(noisy.synapses(), result.matched());
  }

  @Test
  void shouldReportTheNoise() throws IOException {
    Network network = TargetsTest.layers();
    PathwayReport exact = Nets.compile(network, memristor(0)).reports().pathways().get(1);
    PathwayReport noisy = Nets.compile(network, memristor(NOISE)).reports().pathways().get(1);
    assertTrue(exact.relativeError() < 0.01);
    assertTrue(noisy.relativeError() > 0.02 && noisy.relativeError() < 0.06);
    assertTrue(noisy.signalToNoise() < 35);
  }

  @Test
  void shouldWriteTheSameBytesTwice() throws IOException {
    String once = ReadMapping.text(Nets.compile(Nets.ring(3, 40), memristor(NOISE)));
    assertEquals(once, ReadMapping.text(Nets.compile(Nets.ring(3, 40), memristor(NOISE))));
  }

  @Test
  void shouldFindADeviceBetweenItsLevels() throws IOException {
    Network network = TargetsTest.layers();
    String text = ReadMapping.text(Nets.compile(network, memristor(NOISE)));
    JsonObject digital = JsonParser.parseString(text).getAsJsonObject();
    digital.getAsJsonObject("chip").getAsJsonObject("synapse").addProperty("weightNoise", 0);
    MappingFile file = MappingFile.read("mapping.json", new StringReader(digital.toString()));
    List<String> complaints = MappingValidator.validate(file, network).complaints();
    assertTrue(
        complaints.stream().anyMatch(one -> one.contains("does not fit")), complaints.toString());
  }

  @Test
  void shouldRefuseToLearn() throws IOException {
    Population a = new Population("a", 4, "iaf_psc_delta", Nets.delta());
    Projection plastic =
        new Projection(
            "plastic",
            NeuronRange.all(a),
            NeuronRange.all(a),
            new ConnectionRule.AllToAll(),
            Distribution.of(1),
            Distribution.of(1.5),
            false,
            true,
            new Plasticity("stdp", Map.of("W_max", 2.0)));
    Network network = new Network(List.of(a), List.of(), List.of(plastic));
    ChipProfile chip = memristor(NOISE);
    MappingException refusal =
        assertThrows(MappingException.class, () -> Nets.compile(network, chip, 1, false));
    assertEquals("weights that learn", refusal.limit());
    assertTrue(Nets.compile(network, chip, 1, true).synapses() > 0);
  }
}
