package org.hillock.loihi.emulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulated chip against every run of neurons of the reference vectors, for every peer. */
class NeuronVectorsTest {

  private static final String SILICON = "hw_loihi2_lif_nirpaper.csv";

  private static final List<String> TABLES =
      List.of("agreement", "decay", "learn_", "manexp", "optimize_", "weights_");

  /** Every file of a run, with each peer that it says made it. */
  static Stream<Arguments> runs() throws IOException {
    List<Arguments> runs = new ArrayList<>();
    for (String name : Vectors.names()) {
      if (TABLES.stream().noneMatch(name::startsWith)) {
        for (String peer : new NeuronVector(Vectors.lines(name)).peers()) {
          runs.add(Arguments.of(name, peer));
        }
      }
    }
    return runs.stream();
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("runs")
  void reproducesTheRun(String name, String peer) {
    NeuronVector vector = new NeuronVector(Vectors.lines(name));
    ChipImage image = vector.image(arithmetic(peer));
    try (Emulation chip = new Emulation(image, EmulationSettings.of(1, 1))) {
      for (String[] row : vector.rows) {
        for (int port = 0; port < row[1].length(); port++) {
          chip.send(port, row[1].charAt(port) - '0');
        }
        chip.step();
        boolean[] spike = new boolean[vector.neurons()];
        chip.forEachSpike(neuron -> spike[neuron] = true);
        for (int i = 0; i < vector.neurons(); i++) {
          String where = "row " + row[0] + " neuron " + i;
          assertEquals(Long.parseLong(row[2 + 3 * i]), chip.u(i), where + " u");
          assertEquals(Long.parseLong(row[3 + 3 * i]), chip.v(i), where + " v");
          assertEquals(row[4 + 3 * i].equals("1"), spike[i], where + " spike");
        }
      }
    }
  }

  private static ChipArithmetic arithmetic(String peer) {
    return switch (peer) {
      case "lava" -> ChipArithmetic.LAVA;
      case "brian2_loihi" -> ChipArithmetic.BRIAN2_LOIHI;
      // nengo-loihi rounds when it builds; it was fed brian2_loihi's weights.
      case "nengo_loihi" ->
          ChipArithmetic.NENGO_LOIHI.withMantissaRounding(MantissaRounding.TOWARD_ZERO);
      default -> throw new IllegalArgumentException(peer);
    };
  }

  /** Where the peers are said to agree there is one file, else one for each group of them. */
  @Test
  void filesAreThoseOfTheAgreement() throws IOException {
    List<String> names = Vectors.names();
    int found = 0;
    for (String[] row : Vectors.table("agreement")) {
      String[] groups = row[1].split("\\|");
      for (String group : groups) {
        String peers = group.replace("nengo", "nengo_loihi").replace("brian", "brian2_loihi");
        String name = row[0] + (groups.length == 1 ? "" : "__" + peers.replace('+', '_'));
        if (names.contains(name)) {
          found++;
          assertEquals(
              Set.of(peers.split("\\+")),
              Set.copyOf(new NeuronVector(Vectors.lines(name)).peers()),
              name);
        }
      }
    }
    assertEquals(44, found);
  }

  /**
   * The chip shows a placeholder, 128, for v at a spike, where the equations have 0 (lava issue
   * 282).
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void reproducesTheTraceOfRealSilicon(int threads) throws IOException {
    Optional<Path> file = Vectors.outside(SILICON);
    Assumptions.assumeTrue(
        file.isPresent(), SILICON + " is not beside the project; it must not be copied into it");
    List<String[]> rows =
        Files.readAllLines(file.get()).stream()
            .filter(line -> !line.startsWith("#") && !line.startsWith("t,"))
            .map(line -> line.split(","))
            .toList();
    ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
    CoreNeurons neuron = new CoreNeurons(1);
    neuron.decayU[0] = 4095;
    neuron.decayV[0] = 163;
    neuron.threshold[0] = 25 * 64;
    builder.core(CoreSettings.of(ChipWidths.LOIHI), neuron);
    builder.ports(1);
    int format = builder.format(SynapseFormat.fixed(0, 8, WeightSign.MIXED));
    builder.synapse(format, ChipImage.ofPort(0), 0, 10, 0);
    int placeholders = 0;
    try (Emulation chip = new Emulation(builder.build(), EmulationSettings.of(threads, 1))) {
      for (int t = 0; t < rows.size(); t++) {
        chip.step();
        String[] row = rows.get(t);
        boolean spikes = row[3].equals("1");
        assertEquals(spikes, chip.spikes() == 1, "spike in row " + t);
        if (spikes) {
          placeholders++;
          assertEquals("128", row[2]);
          assertEquals(0, chip.v(0));
        } else {
          assertEquals(Long.parseLong(row[2]), chip.v(0), "v in row " + t);
        }
        chip.send(0, Integer.parseInt(row[1]));
      }
    }
    assertEquals(1000, rows.size());
    assertEquals(4, placeholders);
  }

  @Test
  void quantisesMantissasLikeEachPeer() {
    for (String[] row : Vectors.table("weights_quant")) {
      WeightSign sign = WeightSign.ofCode(Integer.parseInt(row[0]));
      SynapseFormat format = SynapseFormat.fixed(0, Integer.parseInt(row[1]), sign);
      int given = Integer.parseInt(row[2]);
      ChipArithmetic[] peers = {
        ChipArithmetic.LAVA, ChipArithmetic.BRIAN2_LOIHI, ChipArithmetic.NENGO_LOIHI
      };
      for (int peer = 0; peer < peers.length; peer++) {
        if (!row[3 + peer].isEmpty()) {
          assertEquals(
              Integer.parseInt(row[3 + peer]),
              format.mantissa(given, peers[peer]),
              String.join(",", row) + " peer " + peer);
        }
      }
    }
  }

  @Test
  void shiftsWeightsLikeEachPeer() {
    for (String[] row : Vectors.table("weights_exp")) {
      WeightSign sign = WeightSign.ofCode(Integer.parseInt(row[0]));
      SynapseFormat format = SynapseFormat.fixed(Integer.parseInt(row[1]), 8, sign);
      int given = Integer.parseInt(row[2]);
      assertEquals(row[3], weight(format, given, ChipArithmetic.LAVA), String.join(",", row));
      assertEquals(
          row[4], weight(format, given, ChipArithmetic.BRIAN2_LOIHI), String.join(",", row));
    }
  }

  private static String weight(SynapseFormat format, int given, ChipArithmetic arithmetic) {
    int mantissa = format.mantissa(given, arithmetic);
    return Integer.toString(format.weight(mantissa, arithmetic, ChipWidths.LOIHI));
  }

  @Test
  void decaysLikeNengo() {
    for (String[] row : Vectors.table("decay")) {
      ChipImage.Builder builder = ChipImage.builder(ChipArithmetic.LAVA, ChipWidths.LOIHI);
      CoreNeurons neuron = new CoreNeurons(1);
      int offset = Integer.parseInt(row[2]);
      neuron.v[0] = Integer.parseInt(row[0]);
      neuron.decayV[0] = Integer.parseInt(row[1]);
      neuron.threshold[0] = Integer.MAX_VALUE;
      int most = ChipWidths.LOIHI.stateMax();
      builder.core(new CoreSettings(1, offset, -most, most, null), neuron);
      try (Emulation chip = new Emulation(builder.build(), EmulationSettings.of(1, 1))) {
        assertFalse(Math.abs(neuron.v[0]) > most);
        chip.step();
        assertEquals(Long.parseLong(row[3]), chip.v(0), String.join(",", row));
      }
    }
  }
}
