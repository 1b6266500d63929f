package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.MappingFormatException;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Synapses that are the same but for a shift of their targets are stored once. */
class SharedSynapsesTest {

  private static final ChipProfile LOIHI = Profiles.loihi();
  private static final ChipProfile WITHOUT = Profiles.with("synapse.baseMax", 0);

  /** From each neuron to itself, all with one weight. */
  private static Network oneToOne(int size) {
    Population all = new Population("all", size, "iaf_psc_delta", Nets.delta());
    return new Network(
        List.of(all),
        List.of(),
        List.of(Nets.projection(all, all, new ConnectionRule.OneToOne(), 0.5, Nets.STEP)));
  }

  /** A circle in which neuron i reaches i + 1 to i + reach, by the same weights for all i. */
  private static Network circle(int size, int reach) {
    double[] kernel = new Random(7).doubles(reach, 0.1, 0.5).toArray();
    int[] from = IntStream.range(0, size * reach).map(i -> i / reach).toArray();
    int[] to =
        IntStream.range(0, size * reach).map(i -> (i / reach + 1 + i % reach) % size).toArray();
    double[] weights =
        IntStream.range(0, size * reach).mapToDouble(i -> kernel[i % reach]).toArray();
    Population all = new Population("all", size, "iaf_psc_delta", Nets.delta());
    return new Network(
        List.of(all),
        List.of(),
        List.of(
            Nets.projection(
                all,
                all,
                new ConnectionRule.Explicit(from, to, weights, null),
                Distribution.of(0),
                Distribution.of(Nets.STEP))));
  }

  private static long words(Mapping mapping) {
    return IntStream.range(0, mapping.cores())
        .mapToLong(core -> mapping.used(core, Limit.SYNAPSE_MEMORY))
        .sum();
  }

  private static int blocks(Mapping mapping) {
    return IntStream.range(0, mapping.cores()).map(c -> mapping.layout(c).blocks().size()).sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 1024})
  void shouldStoreOneSynapseForEachReachOfTheBase(int size) {
    Mapping mapping = Nets.compile(oneToOne(size), LOIHI);
    assertEquals(1, mapping.cores());
    assertEquals((size + 255) / 256, words(mapping));
    assertEquals(size, words(Nets.compile(oneToOne(size), WITHOUT)));
  }

  @ParameterizedTest
  @CsvSource({"300, 20", "1024, 40"})
  void shouldStoreTheKernelOfACircleOnceAndWhatGoesAroundItsEnd(int size, int reach) {
    Mapping mapping = Nets.compile(circle(size, reach), LOIHI);
    // Neurons 0 to size - reach - 1 have targets that follow each other; of the others, the last
    // one has targets 0 to reach - 1, which are the same a shift lower.
    int straight = size - reach + 1;
    assertEquals((straight + 255) / 256 + reach - 1, blocks(mapping));
    assertEquals(size, blocks(Nets.compile(circle(size, reach), WITHOUT)));
  }

  @Test
  void shouldTakeFewerCoresWhereTheMemoryIsShort() {
    assertEquals(4, Nets.compile(circle(1024, 200), WITHOUT).cores());
    assertEquals(1, Nets.compile(circle(1024, 200), LOIHI).cores());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 255, 4000})
  void shouldHoldTheSameSynapsesWhateverTheBaseCanBe(int baseMax) throws IOException {
    ChipProfile profile = Profiles.with("synapse.baseMax", baseMax, "core.compartments", 90);
    ReadMapping read = ReadMapping.of(ReadMapping.text(Nets.compile(circle(250, 12), profile)));
    assertEquals(List.of(), read.complaints);
    Set<String> found = new TreeSet<>();
    for (ReadMapping.Synapse synapse : read.synapses) {
      assertTrue(found.add(synapse.source() + " → " + synapse.target()));
    }
    Set<String> wanted = new TreeSet<>();
    for (int i = 0; i < 250 * 12; i++) {
      int from = i / 12;
      wanted.add("all[" + from + "] → all[" + (from + 1 + i % 12) % 250 + "]");
    }
    assertEquals(wanted, found);
  }

  @Test
  void shouldSayTheBaseOnlyWhereThereIsOne() throws IOException {
    JsonObject core =
        JsonParser.parseString(ReadMapping.text(Nets.compile(oneToOne(300), LOIHI)))
            .getAsJsonObject()
            .getAsJsonArray("cores")
            .get(0)
            .getAsJsonObject();
    int axon = 0;
    for (JsonElement element : core.getAsJsonArray("synapseMap")) {
      JsonObject map = element.getAsJsonObject();
      int base = axon < 256 ? axon : axon - 256;
      assertEquals(base > 0, map.has("cxBase"));
      assertEquals(base, base == 0 ? 0 : map.get("cxBase").getAsInt());
      axon++;
    }
    assertEquals(300, axon);
  }

  @Test
  void shouldRefuseABaseThatLeadsOffTheCore() throws IOException {
    String text = ReadMapping.text(Nets.compile(oneToOne(200), LOIHI));
    String astray = text.replaceFirst("\"cxBase\": *199\\b", "\"cxBase\":200");
    MappingFormatException e =
        assertThrows(
            MappingFormatException.class,
            () -> MappingFile.read("mapping.json", new StringReader(astray)).complete());
    assertTrue(
        e.getMessage().contains("synapseMap[199].cxBase: expected 0 to 199"), e.getMessage());
  }

  @Test
  void shouldLeadTwoPopulationsToOneBlockIfFormatAndShiftAgree() {
    Population a = new Population("a", 60, "iaf_psc_delta", Nets.delta());
    Population b = new Population("b", 60, "iaf_psc_delta", Nets.delta());
    ConnectionRule rule = new ConnectionRule.OneToOne();
    Network network =
        new Network(
            List.of(a, b),
            List.of(),
            List.of(Nets.projection(a, b, rule, 0.5, 1), Nets.projection(b, a, rule, 0.5, 1)));
    Mapping mapping = Nets.compile(network, LOIHI);
    assertEquals(1, blocks(mapping));
    assertEquals(1, mapping.used(0, Limit.SYNAPSE_FORMATS));
    assertEquals(1, mapping.layout(0).formats().size());
  }
}
