package org.hillock.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that we export are made as NIR's own reader wants them. */
class NirFileCheckTest {

  @TempDir Path folder;

  private static Projection drawn(Population from, Population to, double weight) {
    return new Projection(
        from.name() + "→" + to.name(),
        NeuronRange.all(from),
        NeuronRange.all(to),
        new ConnectionRule.FixedIndegree(5),
        Distribution.of(weight),
        new Distribution.Uniform(0.5, 2),
        true,
        true,
        null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp"})
  void shouldExportWhatTheReferenceReaderTakes(String model) throws Exception {
    Map<String, Distribution> parameters = new HashMap<>();
    parameters.put("tau_m", new Distribution.Uniform(10, 30));
    parameters.put("t_ref", Distribution.of(2));
    parameters.put("I_e", new Distribution.Uniform(0, 60));
    Population source =
        new Population(
            "source",
            2,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(List.of(new double[] {1, 2}, new double[] {})));
    Population noise =
        new Population(
            "noise",
            3,
            "poisson_generator",
            Map.of("rate", Distribution.of(20), "dead_time", Distribution.of(3)));
    Population relay = new Population("relay", 6, "parrot_neuron", Map.of());
    Population exc = new Population("exc", 8, model, parameters);
    Population inh = new Population("inh", 4, model, parameters);
    Network network =
        new Network(
            List.of(source, noise, relay, exc, inh),
            List.of(
                new Input.Poisson(
                    "drive",
                    List.of(NeuronRange.all(exc), new NeuronRange("inh", 1, 3)),
                    500,
                    Distribution.of(1),
                    1.5,
                    0,
                    Double.POSITIVE_INFINITY)),
            List.of(
                drawn(source, relay, 1),
                drawn(noise, exc, 1),
                drawn(relay, exc, 1),
                drawn(exc, inh, 1),
                drawn(exc, exc, 1),
                drawn(inh, exc, -2)));
    Path file = folder.resolve("x.nir");
    NirExport.write(network, 0.1, 1, file);
    assertEquals(List.of(), NirFileCheck.complaints(file));
  }

  @Test
  void shouldNoticeWhatTheReferenceReaderDoesNotTake() {
    Path file = folder.resolve("bad.nir");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("version", "1.0.6");
      WritableGroup graph = hdf.putGroup("node");
      graph.putDataset("type", "NIRGraph");
      graph.putDataset("edges", new String[][] {{"in", "lif"}, {"lif", "nowhere"}});
      WritableGroup nodes = graph.putGroup("nodes");
      WritableGroup in = nodes.putGroup("in");
      in.putDataset("type", "Input");
      in.putDataset("shape", new long[] {2});
      WritableGroup lif = nodes.putGroup("lif");
      lif.putDataset("type", "IF");
      lif.putDataset("r", new double[] {1, 1, 1});
      lif.putDataset("v_threshold", new double[] {1});
      lif.putDataset("v_reset", new double[] {0, 0, 0});
      WritableGroup lost = nodes.putGroup("lost");
      lost.putDataset("type", "Linear");
      lost.putDataset("weight", new double[][] {{1}});
      lost.putDataset("tau", new double[] {1});
    }
    assertEquals(
        List.of("an edge from lif to nowhere", "nothing leads to or from lost", "shapes", "with"),
        NirFileCheck.complaints(file).stream()
            .filter(complaint -> !complaint.contains("sends"))
            .map(NirFileCheckTest::kind)
            .sorted()
            .toList());
  }

  private static String kind(String complaint) {
    for (String kind : List.of("shapes", "with", "an edge from lif to nowhere")) {
      if (complaint.contains(kind)) {
        return kind;
      }
    }
    return complaint.substring(complaint.indexOf(": ") + 2);
  }
}
