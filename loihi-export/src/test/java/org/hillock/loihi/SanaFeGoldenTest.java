package org.hillock.loihi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.sanafe.SanaFeExport;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two files of a small network, to the letter; other tests read and run such files. */
class SanaFeGoldenTest {

  @TempDir Path folder;

  private static MappingFile mapping() throws IOException {
    Map<String, Distribution> cell =
        Map.of(
            "tau_m", Distribution.of(20),
            "E_L", Distribution.of(0),
            "V_th", Distribution.of(20),
            "V_reset", Distribution.of(0),
            "t_ref", Distribution.of(2));
    Population exc = new Population("exc", 3, "iaf_psc_delta", cell);
    Population inh = new Population("inh", 2, "iaf_psc_delta", cell);
    SpikeTrains trains = SpikeTrains.of(List.of(new double[] {1, 3, 4}, new double[] {}));
    Population drive = new Population("drive", 2, "spike_generator", Map.of(), trains);
    Network network =
        new Network(
            List.of(exc, inh, drive),
            List.of(
                new Input.Poisson(
                    "noise",
                    List.of(new NeuronRange("inh", 0, 1)),
                    100,
                    Distribution.of(2),
                    1,
                    0,
                    Double.POSITIVE_INFINITY)),
            List.of(
                Nets.projection(drive, exc, new ConnectionRule.AllToAll(), 8, 1),
                Nets.projection(exc, inh, new ConnectionRule.AllToAll(), 4, 2),
                Nets.projection(inh, exc, new ConnectionRule.FixedIndegree(1), -2, 3)));
    Mapping mapping =
        LoihiCompiler.compile(
            new LoihiCompiler.Subject("small-net", network, 1, Nets.SEED),
            Profiles.with("core.compartments", 4, "coresPerChip", 4),
            LoihiCompiler.Options.of(1));
    return MappingFile.read("test", new StringReader(ReadMapping.text(mapping)));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SanaFeGoldenTest.class.getResourceAsStream("sanafe/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void shouldWriteBothFilesToTheLetter() throws IOException {
    SanaFeExport export = new SanaFeExport(mapping());
    Path architecture = folder.resolve("small.arch.yaml");
    Path network = folder.resolve("small.net.yaml");
    export.write(architecture, network);
    assertEquals(golden("small.arch.yaml"), Files.readString(architecture));
    assertEquals(golden("small.net.yaml"), Files.readString(network));
  }
}
